import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, and a folder in the bucket. */
const BUCKET_ARN = /^arn:aws:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/.*)?$/;

/** What goes with a log group, and with nothing else. */
const LOG_GROUP_OPTIONS = ['flowLogRetentionDays', 'flowLogKmsKeyArn'] as const;

/** Which connections of a network are recorded, where, and how long. */
export interface FlowLogOptions {
  /**
   * Connections to record: all, only those that a security group or a network ACL refused, or none.
   *
   * @default 'all'
   */
  readonly flowLogs?: 'all' | 'reject' | 'off';
  /**
   * Days that flow logs are kept in CloudWatch.
   *
   * @default 90
   */
  readonly flowLogRetentionDays?: number;
  /**
   * Key whose policy lets CloudWatch use it for the flow logs.
   *
   * @default - CloudWatch's own encryption
   */
  readonly flowLogKmsKeyArn?: string;
  /**
   * Bucket that the flow logs go to in place of CloudWatch, in Parquet files by the hour; a folder may follow, as in
   * `arn:aws:s3:::logs/network`. The bucket's own policy has to let `delivery.logs.amazonaws.com` write; its
   * lifecycle says how long files are kept, and its key encrypts them.
   *
   * @default - a log group in CloudWatch
   */
  readonly flowLogBucketArn?: string;
}

/** Refuses options of a flow log that there is not, or that goes elsewhere. */
export function flowLogRefusals(props: FlowLogOptions): readonly (Refusal | undefined)[] {
  const { flowLogs, flowLogBucketArn } = props;
  if (flowLogs === 'off') {
    const remedy = "leave it out, or choose 'all' or 'reject' as flowLogs";
    return [...LOG_GROUP_OPTIONS, 'flowLogBucketArn' as const].map((property) =>
      without(props, property, 'is for flow logs, which are off', remedy),
    );
  }
  if (flowLogBucketArn === undefined) return [];
  return [
    Token.isUnresolved(flowLogBucketArn) || BUCKET_ARN.test(flowLogBucketArn)
      ? undefined
      : {
          property: 'flowLogBucketArn',
          rule: 'must be the ARN of a bucket such as arn:aws:s3:::funlynk-flow-logs',
          got: flowLogBucketArn,
        },
    ...LOG_GROUP_OPTIONS.map((property) =>
      without(
        props,
        property,
        'is for logs in CloudWatch',
        "leave it out; the bucket's own settings hold for its files",
      ),
    ),
  ];
}

function without(
  props: FlowLogOptions,
  property: keyof FlowLogOptions,
  rule: string,
  remedy: string,
): Refusal | undefined {
  return props[property] === undefined ? undefined : { property, rule, got: props[property], remedy };
}
