import { Token } from 'cdktf';
import type { Refusal } from '../../../../core/errors';
import type { PolicyStatement } from '../../iam/policy-document';
import type { ControllerCluster, ControllerPlacement } from './controller-placement';

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
const LOG_GROUP = /^(?!aws\/)[\w./#-]{1,512}$/;

/** Fluent Bit, which sends what pods write to their output. */
export interface FluentBitGrant extends ControllerPlacement {
  readonly kind: 'fluent-bit';
  /** Log group that it writes to, which has to exist: see `LogGroup`. Its plugin's `auto_create_group` stays off. */
  readonly logGroupName: string;
}

/** Streams of one log group. The group itself, its key and its retention are Terraform's. */
export function fluentBitStatements(
  { account, region }: ControllerCluster,
  { logGroupName }: FluentBitGrant,
): readonly PolicyStatement[] {
  return [
    {
      sid: 'WriteLogs',
      actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      resources: [`arn:aws:logs:${region}:${account}:log-group:${logGroupName}:*`],
      wildcard: 'streams of the one log group, named by whoever writes them',
    },
  ];
}

/** Refuses what is no name of a log group, such as its ARN. */
export function fluentBitRefusals({ logGroupName }: FluentBitGrant): (Refusal | undefined)[] {
  if (Token.isUnresolved(logGroupName) || LOG_GROUP.test(logGroupName)) return [];
  const rule = 'must be the name of a log group, of letters, digits and _./#-, 512 at most';
  return [{ property: 'controller.logGroupName', rule, got: logGroupName }];
}
