import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { GuardDuty, type GuardDutyProps } from '../../../../lib/cloud/aws/threat-detection/guard-duty';
import { build, type Output, PLACE, synth } from '../harness';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:alarms';
const EXPORT = { bucketArn: 'arn:aws:s3:::findings/us', kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/a' };
const DETECTOR = '0123456789abcdef0123456789abcdef';

function guard(props: Partial<GuardDutyProps> = {}): Output {
  return synth((stack) => new GuardDuty(stack, 'guard', { ...PLACE, ...props }));
}

function refused(props: Partial<GuardDutyProps>): () => void {
  return build((stack) => new GuardDuty(stack, 'guard', { ...PLACE, ...props }));
}

describe('GuardDuty', () => {
  test('has a detector that stays, watches all, and tells nobody', () => {
    const output = guard();
    expect(output.one('aws_guardduty_detector')).toMatchInlineSnapshot(`
      {
        "enable": true,
        "finding_publishing_frequency": "FIFTEEN_MINUTES",
        "lifecycle": {
          "prevent_destroy": true,
        },
      }
    `);
    expect(Object.keys(output.all('aws_guardduty_detector_feature'))).toHaveLength(6);
    expect(output.all('aws_cloudwatch_event_rule')).toEqual({});
    expect(output.all('aws_guardduty_publishing_destination')).toEqual({});
  });

  test.each([true, false])('is protected, or not: %s', (deletionProtection) => {
    expect(guard({ deletionProtection }).one('aws_guardduty_detector')).toMatchObject({
      lifecycle: { prevent_destroy: deletionProtection },
    });
  });

  test('tells of findings again as often as told', () => {
    expect(guard({ findingPublishingFrequency: 'SIX_HOURS' }).one('aws_guardduty_detector')).toMatchObject({
      finding_publishing_frequency: 'SIX_HOURS',
    });
  });

  test('can be a detector that is there already', () => {
    const output = guard({ detectorId: DETECTOR, exportTo: EXPORT });
    expect(output.all('aws_guardduty_detector')).toEqual({});
    expect(Object.keys(output.all('aws_guardduty_detector_feature'))).toHaveLength(2);
    expect(output.one('aws_guardduty_publishing_destination')).toMatchObject({ detector_id: DETECTOR });
  });

  test('sends severe findings to a topic', () => {
    const output = guard({ findingsTopicArn: TOPIC });
    const rule = output.one('aws_cloudwatch_event_rule');
    expect(rule).toMatchObject({ name: 'guardduty-findings' });
    expect(JSON.parse(String(rule['event_pattern']))).toEqual({
      source: ['aws.guardduty'],
      'detail-type': ['GuardDuty Finding'],
      detail: { severity: [{ numeric: ['>=', 7] }] },
    });
    expect(output.one('aws_cloudwatch_event_target')).toMatchObject({ arn: TOPIC, target_id: 'topic' });
    const lower = guard({ findingsTopicArn: TOPIC, findingsMinSeverity: 4 }).one('aws_cloudwatch_event_rule');
    expect(lower['event_pattern']).toContain('[">=",4]');
  });

  test('keeps findings in a bucket', () => {
    expect(guard({ exportTo: EXPORT }).one('aws_guardduty_publishing_destination')).toMatchObject({
      destination_type: 'S3',
      destination_arn: 'arn:aws:s3:::findings/us',
      kms_key_arn: EXPORT.kmsKeyArn,
    });
  });

  test('hands its provider to everything that it makes', () => {
    const output = synth((stack) => {
      const provider = new AwsProvider(stack, 'other', { region: PLACE.region, alias: 'other' });
      new GuardDuty(stack, 'guard', { ...PLACE, provider, findingsTopicArn: TOPIC, exportTo: EXPORT });
    });
    const types = ['detector', 'detector_feature', 'publishing_destination'].map((type) => `aws_guardduty_${type}`);
    for (const type of [...types, 'aws_cloudwatch_event_rule', 'aws_cloudwatch_event_target']) {
      const providers = Object.values(output.all(type)).map(({ provider }) => provider);
      expect(new Set(providers)).toEqual(new Set(['aws.other']));
    }
  });

  test('refuses to say of a detector that is there what is said where it is made', () => {
    const props = { detectorId: 'abc', findingPublishingFrequency: 'ONE_HOUR', deletionProtection: false } as const;
    expect(refused(props)).toThrow(
      [
        "stack/guard: 'detectorId' must be 32 hexadecimal digits, got 'abc'",
        "stack/guard: 'findingPublishingFrequency' must not be given along with detectorId, got 'ONE_HOUR'; say it where the detector is made",
        "stack/guard: 'deletionProtection' must not be given along with detectorId, got false; say it where the detector is made",
      ].join('\n'),
    );
  });

  test('refuses topics of other regions, and severities that there are none of', () => {
    expect(refused({ findingsTopicArn: 'arn:aws:sns:eu-west-1:111122223333:alarms', findingsMinSeverity: 11 })).toThrow(
      [
        "stack/guard: 'findingsTopicArn' must be the ARN of a topic in us-east-1, as rules reach those of their own region only, got 'arn:aws:sns:eu-west-1:111122223333:alarms'",
        "stack/guard: 'findingsMinSeverity' must be from 1 to 10, got 11",
      ].join('\n'),
    );
    expect(refused({ findingsMinSeverity: 4 })).toThrow(
      "'findingsMinSeverity' must not be given without findingsTopicArn, got 4",
    );
  });

  test('refuses to export to what is no bucket, or with what is no key', () => {
    expect(refused({ exportTo: { bucketArn: 'findings', kmsKeyArn: 'alias/a' } })).toThrow(
      [
        "stack/guard: 'exportTo.bucketArn' must be the ARN of a bucket, got 'findings'",
        "stack/guard: 'exportTo.kmsKeyArn' must be the ARN of a key, got 'alias/a'",
      ].join('\n'),
    );
  });
});
