import { FlowLog, type FlowLogConfig } from '@cdktf/provider-aws/lib/flow-log';
import { Construct } from 'constructs';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { IamRole } from '../iam/iam-role';
import { flowLogGroupName, flowLogRoleName } from '../names';
import { LogGroup } from '../operations/log-group';

/** Seconds over which packets of a connection are counted together; 60 is the other choice, at ten times the lines. */
const AGGREGATION_SECONDS = 600;

const TRAFFIC_TYPE = { all: 'ALL', reject: 'REJECT' } as const;

/** Properties for `VpcFlowLog`. */
export interface VpcFlowLogProps extends AwsConstructProps, AwsPlace {
  readonly vpcId: string;
  readonly vpcName: string;
  /**
   * Connections to record: all, or only those that were refused.
   *
   * @default 'all'
   */
  readonly traffic?: 'all' | 'reject';
  /**
   * Bucket to write to, whose policy lets `delivery.logs.amazonaws.com`.
   *
   * @default - a log group in CloudWatch
   */
  readonly bucketArn?: string;
  /**
   * Days that the log group keeps its lines.
   *
   * @default 90
   */
  readonly retentionDays?: number;
  /**
   * Key whose policy lets CloudWatch use it for the log group.
   *
   * @default - CloudWatch's own encryption
   */
  readonly kmsKeyArn?: string;
}

/** Records which connections a network carried, and which it refused, in CloudWatch or in a bucket. */
export class VpcFlowLog extends Construct {
  constructor(scope: Construct, id: string, props: VpcFlowLogProps) {
    super(scope, id);
    const { provider, vpcId, traffic = 'all', bucketArn } = props;

    new FlowLog(this, 'Resource', {
      ...{ provider, vpcId },
      trafficType: TRAFFIC_TYPE[traffic],
      ...(bucketArn === undefined ? this.addLogGroup(props) : bucketDestination(bucketArn)),
      maxAggregationInterval: AGGREGATION_SECONDS,
    });
  }

  private addLogGroup(props: VpcFlowLogProps): FlowLogConfig {
    const { provider, vpcName, account, region } = props;
    const group = new LogGroup(this, 'LogGroup', {
      provider,
      logGroupName: flowLogGroupName(vpcName),
      retentionDays: props.retentionDays,
      kmsKeyArn: props.kmsKeyArn,
    });
    const role = new IamRole(this, 'Role', {
      provider,
      roleName: flowLogRoleName(vpcName),
      description: `Writes the flow logs of ${vpcName}`,
      trust: {
        sid: 'FlowLogs',
        principal: { service: 'vpc-flow-logs.amazonaws.com' },
        actions: ['sts:AssumeRole'],
        // Keeps another account from making the service write here on its behalf.
        conditions: {
          StringEquals: { 'aws:SourceAccount': [account] },
          ArnLike: { 'aws:SourceArn': [`arn:aws:ec2:${region}:${account}:vpc-flow-log/*`] },
        },
      },
      statements: [
        {
          sid: 'WriteStreams',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogGroups', 'logs:DescribeLogStreams'],
          resources: [`${group.arn}:*`],
          wildcard: 'EC2 names the streams of the group after network interfaces as they come',
        },
      ],
    });
    return { logDestinationType: 'cloud-watch-logs', logDestination: group.arn, iamRoleArn: role.arn };
  }
}

/** By the hour and in folders that Athena knows as partitions, so that a query reads the hours it asks for alone. */
function bucketDestination(bucketArn: string): FlowLogConfig {
  return {
    logDestinationType: 's3',
    logDestination: bucketArn,
    destinationOptions: { fileFormat: 'parquet', hiveCompatiblePartitions: true, perHourPartition: true },
  };
}
