import { AuditTrail, type AuditTrailProps } from '../../../../lib/cloud/aws/operations/audit-trail';
import { build, PLACE, statements, synth } from '../harness';

const BUCKET = 'audit-trail-111122223333-us-east-1';
const trail = (props: Partial<AuditTrailProps> = {}) =>
  synth((stack) => new AuditTrail(stack, 'trail', { ...PLACE, trailName: 'audit', ...props }));
const refused = (props: Partial<AuditTrailProps>) =>
  build((stack) => new AuditTrail(stack, 'trail', { ...PLACE, trailName: 'audit', ...props }));

describe('AuditTrail', () => {
  const made = trail();

  test('logs what anybody does, in all regions, in files that can be checked', () => {
    const { depends_on: dependsOn, ...block } = made.one('aws_cloudtrail');
    expect(block).toMatchSnapshot();
    expect(JSON.stringify(dependsOn)).toContain('aws_s3_bucket_policy.');
  });

  test('keeps logs for 400 days, in a bucket that it alone may write to', () => {
    expect(made.one('aws_s3_bucket')['bucket']).toBe(BUCKET);
    expect(JSON.stringify(made.one('aws_s3_bucket_lifecycle_configuration'))).toContain('"days":400');
    expect(statements(made.one('aws_s3_bucket_policy')['policy']).map(({ Sid }) => Sid)).toEqual([
      'DenyInsecureTransport',
      'TrailLooks',
      'TrailWrites',
    ]);
    expect(made.all('aws_s3_bucket_object_lock_configuration')).toEqual({});
  });

  test('encrypts logs with a key of its own', () => {
    expect(made.one('aws_kms_alias')['name']).toBe('alias/audit-trail');
    expect(made.one('aws_cloudtrail')['kms_key_id']).toMatch(/^\$\{aws_kms_key\./);
  });

  test('keeps logs from being deleted for a time, whoever asks', () => {
    expect(JSON.stringify(trail({ lockDays: 90 }).one('aws_s3_bucket_object_lock_configuration'))).toContain(
      '"days":90,"mode":"COMPLIANCE"',
    );
  });

  test('logs what is done with the objects of named buckets', () => {
    const dataEventBuckets = ['arn:aws:s3:::uploads', 'arn:aws:s3:::backups'];
    const selectors = JSON.stringify(trail({ dataEventBuckets }).one('aws_cloudtrail')['advanced_event_selector']);
    expect(selectors).toContain('"starts_with":["arn:aws:s3:::backups/","arn:aws:s3:::uploads/"]');
  });

  test.each([true, false])('logs what is done with keys: %s', (includeKeyEvents) => {
    expect(trail({ includeKeyEvents }).text.includes('kms.amazonaws.com')).toBe(!includeKeyEvents);
  });

  test.each([true, false])('is protected from being destroyed, with its bucket: %s', (deletionProtection) => {
    const { one } = trail({ deletionProtection });
    for (const type of ['aws_cloudtrail', 'aws_s3_bucket']) {
      expect(one(type)['lifecycle']).toEqual({ prevent_destroy: deletionProtection });
    }
  });

  test('refuses what CloudTrail would, all at once', () => {
    expect(
      refused({
        trailName: 'a--b',
        retentionDays: 30,
        lockDays: 90,
        dataEventBuckets: ['arn:aws:s3:::a-trail', 'uploads'],
      }),
    ).toThrow(
      [
        "stack/trail: 'trailName' must be from 3 to 128 letters, digits, and single dots, dashes and underscores between them, got 'a--b'",
        "stack/trail: 'retentionDays' must be a whole number of at least 90, got 30",
        "stack/trail: 'dataEventBuckets' must hold ARNs of buckets, without objects, got 'uploads'",
      ].join('\n'),
    );
    expect(refused({ dataEventBuckets: [`arn:aws:s3:::${BUCKET}`] })).toThrow(
      "'dataEventBuckets' must not hold the trail's own bucket",
    );
    const many = Array.from({ length: 251 }, (_, index) => `arn:aws:s3:::bucket-${index}`);
    expect(refused({ dataEventBuckets: many, lockDays: 0 })).toThrow(
      [
        "stack/trail: 'lockDays' must be a whole number of at least 1, got 0",
        "stack/trail: 'dataEventBuckets' must be at most 250, got 251",
      ].join('\n'),
    );
  });
});
