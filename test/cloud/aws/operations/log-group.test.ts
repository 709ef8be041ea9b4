import { LogGroup } from '../../../../lib/cloud/aws/operations/log-group';
import { build, synth } from '../harness';

const logGroupName = '/aws/eks/funlynk/cluster';

describe('LogGroup', () => {
  test('keeps logs for 90 days', () => {
    expect(synth((stack) => new LogGroup(stack, 'logs', { logGroupName })).one('aws_cloudwatch_log_group'))
      .toMatchInlineSnapshot(`
        {
          "name": "/aws/eks/funlynk/cluster",
          "retention_in_days": 90,
        }
      `);
  });

  test('keeps logs as long as told, encrypted with the key given', () => {
    const props = { logGroupName, retentionDays: 365, kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/a' };
    expect(synth((stack) => new LogGroup(stack, 'logs', props)).one('aws_cloudwatch_log_group')).toMatchObject({
      retention_in_days: 365,
      kms_key_id: props.kmsKeyArn,
    });
  });

  test('cannot keep logs for a time that CloudWatch does not offer', () => {
    expect(build((stack) => new LogGroup(stack, 'logs', { logGroupName, retentionDays: 100 }))).toThrow(
      /stack\/logs: 'retentionDays' must be one of 1, 3, 5, .*, got 100/,
    );
  });
});
