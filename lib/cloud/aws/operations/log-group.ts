import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';

/** How long logs are kept where nobody says otherwise. */
export const DEFAULT_LOG_RETENTION_DAYS = 90;

/** The retentions that CloudWatch offers. */
const RETENTION_DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Properties for `LogGroup`. */
export interface LogGroupProps extends AwsConstructProps {
  readonly logGroupName: string;
  /** @default 90 */
  readonly retentionDays?: number;
  /**
   * Key whose policy lets CloudWatch use it for this group: see `logGroupKeyStatement`.
   *
   * @default - CloudWatch's own encryption
   */
  readonly kmsKeyArn?: string;
}

/**
 * Logs that are kept for a time.
 *
 * Throws a `ConstructError` where CloudWatch does not offer the retention.
 */
export class LogGroup extends Construct {
  public readonly arn: string;
  /** What writes to the group waits for it, since a writer that finds none makes one that is kept for ever. */
  public readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: LogGroupProps) {
    super(scope, id);
    const { provider, logGroupName, kmsKeyArn, retentionDays = DEFAULT_LOG_RETENTION_DAYS } = props;
    refuse(this.node.path, [refuseRetention(retentionDays)]);

    const group = new CloudwatchLogGroup(this, 'Resource', {
      provider,
      name: logGroupName,
      retentionInDays: retentionDays,
      kmsKeyId: kmsKeyArn,
    });

    this.arn = group.arn;
    this.resource = group;
  }
}

function refuseRetention(days: number): Refusal | undefined {
  if (RETENTION_DAYS.includes(days)) return undefined;
  return { property: 'retentionDays', rule: `must be one of ${RETENTION_DAYS.join(', ')}`, got: days };
}
