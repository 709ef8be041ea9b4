import { VpcFlowLog } from '../../../../lib/cloud/aws/network/vpc-flow-log';
import { PLACE, statements, synth } from '../harness';

const props = { ...PLACE, vpcId: 'vpc-1', vpcName: 'funlynk' };
const output = synth((stack) => new VpcFlowLog(stack, 'flow', props));

describe('VpcFlowLog', () => {
  test('records what was carried and what was refused', () => {
    expect(output.one('aws_flow_log')).toMatchInlineSnapshot(`
      {
        "iam_role_arn": "\${aws_iam_role.flow_Role_274A8BE3.arn}",
        "log_destination": "\${aws_cloudwatch_log_group.flow_LogGroup_2404F067.arn}",
        "log_destination_type": "cloud-watch-logs",
        "max_aggregation_interval": 600,
        "traffic_type": "ALL",
        "vpc_id": "vpc-1",
      }
    `);
  });

  test('is written by the service on behalf of this account alone', () => {
    expect(statements(output.one('aws_iam_role').assume_role_policy)[0]).toMatchObject({
      Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': ['111122223333'] } },
    });
  });

  test('writes to its own log group and no other', () => {
    const [statement] = statements(output.one('aws_iam_role_policy').policy);
    expect(statement?.Resource).toEqual([expect.stringMatching(/^\$\{aws_cloudwatch_log_group\.flow_.*\.arn\}:\*$/)]);
  });

  test('keeps and encrypts the log group as told', () => {
    const kmsKeyArn = 'arn:aws:kms:us-east-1:111122223333:key/a';
    const told = synth((stack) => new VpcFlowLog(stack, 'flow', { ...props, retentionDays: 30, kmsKeyArn }));
    expect(told.one('aws_cloudwatch_log_group')).toMatchObject({
      name: '/aws/vpc/funlynk/flow-logs',
      retention_in_days: 30,
      kms_key_id: kmsKeyArn,
    });
  });

  test('records what was refused alone where that is asked for', () => {
    const told = synth((stack) => new VpcFlowLog(stack, 'flow', { ...props, traffic: 'reject' }));
    expect(told.one('aws_flow_log').traffic_type).toBe('REJECT');
  });

  test('writes Parquet by the hour to a bucket, without a log group and without a role', () => {
    const told = synth((stack) => new VpcFlowLog(stack, 'flow', { ...props, bucketArn: 'arn:aws:s3:::logs/network' }));
    expect(told.one('aws_flow_log')).toMatchObject({
      log_destination_type: 's3',
      log_destination: 'arn:aws:s3:::logs/network',
      destination_options: { file_format: 'parquet', hive_compatible_partitions: true, per_hour_partition: true },
    });
    expect([told.all('aws_cloudwatch_log_group'), told.all('aws_iam_role')]).toEqual([{}, {}]);
  });
});
