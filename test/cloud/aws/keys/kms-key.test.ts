import { KmsKey } from '../../../../lib/cloud/aws/keys/kms-key';
import { build, PLACE, statements, synth } from '../harness';

const props = { ...PLACE, alias: 'alias/funlynk-production-secrets', description: 'Secrets' };

describe('KmsKey', () => {
  test('rotates, and can be restored for 30 days', () => {
    expect(synth((stack) => new KmsKey(stack, 'key', props)).one('aws_kms_key')).toMatchInlineSnapshot(`
      {
        "deletion_window_in_days": 30,
        "description": "Secrets",
        "enable_key_rotation": true,
        "policy": "{"Version":"2012-10-17","Statement":[{"Sid":"AccountAdministers","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":["kms:*"],"Resource":"*"}]}",
      }
    `);
  });

  test('has its alias', () => {
    expect(synth((stack) => new KmsKey(stack, 'key', props)).one('aws_kms_alias')).toMatchObject({ name: props.alias });
  });

  test('knows the ARN of its alias at synthesis', () => {
    let aliasArn = '';
    synth((stack) => {
      aliasArn = new KmsKey(stack, 'key', props).aliasArn;
    });
    expect(aliasArn).toBe('arn:aws:kms:us-east-1:111122223333:alias/funlynk-production-secrets');
  });

  test('lets others use it beside the account, never in its place', () => {
    const logs = { sid: 'Logs', principal: { service: 'logs.us-east-1.amazonaws.com' }, actions: ['kms:Decrypt'] };
    const output = synth((stack) => new KmsKey(stack, 'key', { ...props, statements: [logs] }));
    expect(statements(output.one('aws_kms_key').policy).map((statement) => statement.Sid)).toEqual([
      'AccountAdministers',
      'Logs',
    ]);
  });

  test.each([7, 30])('can be restored for %i days', (deletionWindowDays) => {
    const output = synth((stack) => new KmsKey(stack, 'key', { ...props, deletionWindowDays }));
    expect(output.one('aws_kms_key').deletion_window_in_days).toBe(deletionWindowDays);
  });

  test.each([6, 31, 7.5])('cannot be restored for %d days', (deletionWindowDays) => {
    expect(build((stack) => new KmsKey(stack, 'key', { ...props, deletionWindowDays }))).toThrow(
      `stack/key: 'deletionWindowDays' must be from 7 to 30, got ${deletionWindowDays}`,
    );
  });

  test.each(['funlynk', 'alias/aws/ebs', 'alias/'])('cannot have the alias %s', (alias) => {
    expect(build((stack) => new KmsKey(stack, 'key', { ...props, alias }))).toThrow(
      `stack/key: 'alias' must be 'alias/' and letters, digits, dashes, and not 'alias/aws/', got '${alias}'`,
    );
  });
});
