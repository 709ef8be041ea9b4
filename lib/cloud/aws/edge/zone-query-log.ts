import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { Route53QueryLog } from '@cdktf/provider-aws/lib/route53-query-log';
import { Construct } from 'constructs';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { zoneQueryLogGroupName } from '../names';
import { DEFAULT_LOG_RETENTION_DAYS } from '../operations/log-group';
import type { IHostedZone } from './hosted-zone-ref';
import { logDeliveryPolicy } from './log-delivery-policy';
import { zoneHomeRegion } from './zone-home';

/** Properties for `ZoneQueryLog`. */
export interface ZoneQueryLogProps extends AwsConstructProps, AwsPlace {
  readonly zone: IHostedZone;
  /** ARN of the zone. */
  readonly zoneArn: string;
}

/** Records in CloudWatch who asked a public zone for what. The log is in us-east-1, as Route 53 wants it. */
export class ZoneQueryLog extends Construct {
  constructor(scope: Construct, id: string, props: ZoneQueryLogProps) {
    super(scope, id);
    const { provider, account, zone, zoneArn } = props;
    const { region, resourceRegion } = zoneHomeRegion(props);
    const logGroupName = zoneQueryLogGroupName(zone.zoneName);

    const group = new CloudwatchLogGroup(this, 'LogGroup', {
      ...{ provider, name: logGroupName, region: resourceRegion },
      retentionInDays: DEFAULT_LOG_RETENTION_DAYS,
    });
    const policy = logDeliveryPolicy(this, 'Delivery', {
      ...{ provider, account, region, resourceRegion, logGroupName },
      policyName: `route53-${zone.zoneName}`,
      service: 'route53.amazonaws.com',
      sourceArn: zoneArn,
    });
    new Route53QueryLog(this, 'Resource', {
      provider,
      zoneId: zone.zoneId,
      cloudwatchLogGroupArn: group.arn,
      dependsOn: [policy],
    });
  }
}
