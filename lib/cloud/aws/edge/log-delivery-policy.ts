import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import type { Construct } from 'constructs';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';

/** Who delivers logs to CloudWatch, and for what. */
export interface LogDelivery extends AwsConstructProps, AwsPlace {
  /** Name of the policy, unique in account and region. CloudWatch takes ten policies of an account and region. */
  readonly policyName: string;
  readonly logGroupName: string;
  /** The service that delivers. */
  readonly service: string;
  /** ARN, or pattern of one, of what the logs are about. */
  readonly sourceArn: string;
  /** Region of the log group, where the provider has another one. */
  readonly resourceRegion?: string;
}

/** Lets a service of AWS write to one log group, on behalf of this account and of what the logs are about alone. */
export function logDeliveryPolicy(scope: Construct, id: string, delivery: LogDelivery): CloudwatchLogResourcePolicy {
  const { provider, account, region, policyName, logGroupName, service, sourceArn, resourceRegion } = delivery;
  return new CloudwatchLogResourcePolicy(scope, id, {
    ...{ provider, policyName, region: resourceRegion },
    policyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Deliver',
          Effect: 'Allow',
          Principal: { Service: service },
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          // The streams of the group, which the service names.
          Resource: `arn:aws:logs:${resourceRegion ?? region}:${account}:log-group:${logGroupName}:*`,
          Condition: { ArnLike: { 'aws:SourceArn': sourceArn }, StringEquals: { 'aws:SourceAccount': account } },
        },
      ],
    }),
  });
}
