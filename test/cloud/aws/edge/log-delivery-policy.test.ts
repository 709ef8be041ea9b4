import { logDeliveryPolicy } from '../../../../lib/cloud/aws/edge/log-delivery-policy';
import { PLACE, statements, synth } from '../harness';

function policy(resourceRegion?: string) {
  return synth((stack) =>
    logDeliveryPolicy(stack, 'policy', {
      ...PLACE,
      policyName: 'logs',
      logGroupName: 'group',
      service: 'delivery.logs.amazonaws.com',
      sourceArn: 'arn:aws:logs:us-east-1:111122223333:*',
      resourceRegion,
    }),
  ).one('aws_cloudwatch_log_resource_policy');
}

describe('logDeliveryPolicy', () => {
  test('lets a service write to one group, for this account alone', () => {
    const found = policy();
    expect(found).toMatchObject({ policy_name: 'logs' });
    expect(found).not.toHaveProperty('region');
    expect(statements(found['policy_document'])).toEqual([
      {
        Sid: 'Deliver',
        Effect: 'Allow',
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: 'arn:aws:logs:us-east-1:111122223333:log-group:group:*',
        Condition: {
          ArnLike: { 'aws:SourceArn': 'arn:aws:logs:us-east-1:111122223333:*' },
          StringEquals: { 'aws:SourceAccount': '111122223333' },
        },
      },
    ]);
  });

  test('can be about a group of another region', () => {
    const found = policy('eu-west-1');
    expect(found).toMatchObject({ region: 'eu-west-1' });
    expect(statements(found['policy_document'])[0]?.['Resource']).toContain('arn:aws:logs:eu-west-1:');
  });
});
