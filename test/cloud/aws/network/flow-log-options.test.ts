import { Token } from 'cdktf';
import { flowLogRefusals, type FlowLogOptions } from '../../../../lib/cloud/aws/network/flow-log-options';
import { ConstructError } from '../../../../lib/core/errors';

function refused(options: FlowLogOptions): string {
  return new ConstructError(
    'network',
    flowLogRefusals(options).flatMap((refusal) => refusal ?? []),
  ).message;
}

describe('flowLogRefusals', () => {
  test.each<FlowLogOptions>([
    {},
    { flowLogs: 'off' },
    { flowLogs: 'reject', flowLogRetentionDays: 30, flowLogKmsKeyArn: 'arn' },
    { flowLogs: 'all', flowLogBucketArn: 'arn:aws:s3:::funlynk-logs' },
    { flowLogBucketArn: 'arn:aws:s3:::funlynk-logs/network/' },
    { flowLogBucketArn: Token.asString({ resolve: () => 'arn' }) },
  ])('accepts %j', (options) => {
    expect(refused(options)).toBe('');
  });

  test('refuses what is for logs that are off', () => {
    const remedy = "leave it out, or choose 'all' or 'reject' as flowLogs";
    const options = { flowLogRetentionDays: 30, flowLogKmsKeyArn: 'key', flowLogBucketArn: 'bucket' };
    expect(refused({ flowLogs: 'off', ...options })).toBe(
      `network: 'flowLogRetentionDays' is for flow logs, which are off, got 30; ${remedy}\n` +
        `network: 'flowLogKmsKeyArn' is for flow logs, which are off, got 'key'; ${remedy}\n` +
        `network: 'flowLogBucketArn' is for flow logs, which are off, got 'bucket'; ${remedy}`,
    );
  });

  test('refuses what is no bucket, and options of a log group beside one', () => {
    const remedy = "leave it out; the bucket's own settings hold for its files";
    expect(refused({ flowLogBucketArn: 'funlynk-logs', flowLogRetentionDays: 30, flowLogKmsKeyArn: 'key' })).toBe(
      "network: 'flowLogBucketArn' must be the ARN of a bucket such as arn:aws:s3:::funlynk-flow-logs, got 'funlynk-logs'\n" +
        `network: 'flowLogRetentionDays' is for logs in CloudWatch, got 30; ${remedy}\n` +
        `network: 'flowLogKmsKeyArn' is for logs in CloudWatch, got 'key'; ${remedy}`,
    );
  });
});
