import { ZoneQueryLog } from '../../../../lib/cloud/aws/edge/zone-query-log';
import { PLACE, statements, synth } from '../harness';
import { ZONE } from './zones';

const ZONE_ARN = 'arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ';

function log(region = PLACE.region) {
  return synth((stack) => new ZoneQueryLog(stack, 'log', { ...PLACE, region, zone: ZONE, zoneArn: ZONE_ARN }));
}

describe('ZoneQueryLog', () => {
  test('is a group that Route 53 may write to on behalf of the zone', () => {
    const output = log();
    expect(output.one('aws_cloudwatch_log_group')).toEqual(
      expect.objectContaining({ name: '/aws/route53/example.com', retention_in_days: 90 }),
    );
    const policy = output.one('aws_cloudwatch_log_resource_policy');
    expect(policy).toMatchObject({ policy_name: 'route53-example.com' });
    expect(statements(policy['policy_document'])[0]).toMatchObject({
      Principal: { Service: 'route53.amazonaws.com' },
      Condition: { ArnLike: { 'aws:SourceArn': ZONE_ARN } },
    });
    expect(output.one('aws_route53_query_log')).toMatchObject({
      zone_id: 'Z0123456789ABCDEFGHIJ',
      depends_on: [expect.stringContaining('aws_cloudwatch_log_resource_policy.log_Delivery')],
    });
  });

  test('is in us-east-1, wherever the provider is', () => {
    const output = log('eu-west-1');
    expect(output.one('aws_cloudwatch_log_group')).toMatchObject({ region: 'us-east-1' });
    expect(output.one('aws_cloudwatch_log_resource_policy')).toMatchObject({ region: 'us-east-1' });
    expect(log().one('aws_cloudwatch_log_group')).not.toHaveProperty('region');
  });
});
