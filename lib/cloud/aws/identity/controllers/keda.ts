import { Token } from 'cdktf';
import type { Refusal } from '../../../../core/errors';
import type { PolicyStatement } from '../../iam/policy-document';
import type { ControllerCluster, ControllerPlacement } from './controller-placement';

const QUEUE_ARN = /^arn:aws:sqs:[a-z0-9-]+:\d{12}:[\w-]{1,80}(\.fifo)?$/;

/** KEDA, which scales workloads by how much waits for them. */
export interface KedaGrant extends ControllerPlacement {
  readonly kind: 'keda';
  /**
   * ARNs of the SQS queues whose length it reads: `aws-sqs-queue`.
   *
   * @default []
   */
  readonly queueArns?: readonly string[];
  /**
   * Whether it reads metrics of CloudWatch: `aws-cloudwatch`.
   *
   * @default false
   */
  readonly metrics?: boolean;
}

/** Reading how long queues are, and what metrics say; never a message. https://keda.sh/docs/latest/scalers/aws-sqs/ */
export function kedaStatements(
  { region }: ControllerCluster,
  { queueArns = [], metrics = false }: KedaGrant,
): readonly PolicyStatement[] {
  const readQueues: PolicyStatement = {
    sid: 'ReadQueueLengths',
    actions: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
    resources: [...new Set(queueArns)].sort(),
  };
  const readMetrics: PolicyStatement = {
    sid: 'ReadMetrics',
    actions: ['cloudwatch:GetMetricData'],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:RequestedRegion': [region] } },
    wildcard: 'CloudWatch knows no metric as a resource',
  };
  return [...(queueArns.length > 0 ? [readQueues] : []), ...(metrics ? [readMetrics] : [])];
}

/** Refuses KEDA that reads nothing, and what is no queue. */
export function kedaRefusals({ queueArns = [], metrics = false }: KedaGrant): (Refusal | undefined)[] {
  const property = 'controller.queueArns';
  return [
    queueArns.length === 0 && !metrics
      ? {
          property,
          rule: 'must name one queue at least, unless metrics are read',
          got: queueArns,
          remedy: 'or leave the identity out',
        }
      : undefined,
    ...queueArns
      .filter((arn) => !Token.isUnresolved(arn) && !QUEUE_ARN.test(arn))
      .map((got) => ({ property, rule: 'must be ARNs of SQS queues', got })),
  ];
}
