import type { Refusal } from '../../../../core/errors';
import type { PolicyStatement } from '../../iam/policy-document';
import { containerInsightsLogGroupPrefix } from '../../names';
import type { ControllerCluster, ControllerPlacement } from './controller-placement';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights.html */
const DEFAULT_METRIC_NAMESPACES = ['ContainerInsights', 'ContainerInsights/Prometheus'] as const;
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#Namespace */
const METRIC_NAMESPACE = /^(?!AWS\/)[\w./#: -]{1,255}$/;

/** The CloudWatch agent, which sends what Container Insights shows of a cluster. */
export interface CloudWatchAgentGrant extends ControllerPlacement {
  readonly kind: 'cloudwatch-agent';
  /**
   * Namespaces of the metrics that it sends.
   *
   * @default ['ContainerInsights', 'ContainerInsights/Prometheus']
   */
  readonly metricNamespaces?: readonly string[];
  /**
   * Whether it sends traces to X-Ray as well.
   *
   * @default false
   */
  readonly traces?: boolean;
}

/** What AWS' `CloudWatchAgentServerPolicy` allows, for the logs of this cluster and for named namespaces alone. */
export function cloudWatchAgentStatements(
  { account, region, clusterName }: ControllerCluster,
  { metricNamespaces = DEFAULT_METRIC_NAMESPACES, traces = false }: CloudWatchAgentGrant,
): readonly PolicyStatement[] {
  return [
    {
      sid: 'WriteInsights',
      actions: [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
        'logs:PutRetentionPolicy',
      ],
      resources: [`arn:aws:logs:${region}:${account}:log-group:${containerInsightsLogGroupPrefix(clusterName)}/*`],
      wildcard: 'the log groups of the one cluster, and the streams in them, which the agent names',
    },
    {
      sid: 'WriteMetrics',
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      conditions: { StringEquals: { 'cloudwatch:namespace': [...new Set(metricNamespaces)].sort() } },
      wildcard: 'CloudWatch knows no metric as a resource; the condition names the namespaces',
    },
    {
      sid: 'DescribeNodes',
      actions: ['ec2:DescribeTags', 'ec2:DescribeVolumes', 'logs:DescribeLogGroups'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': [region] } },
      wildcard: 'EC2 and CloudWatch Logs know no resource for what lists and describes',
    },
    ...(traces ? [TRACES] : []),
  ];
}

/** Refuses namespaces that CloudWatch would. */
export function cloudWatchAgentRefusals({ metricNamespaces }: CloudWatchAgentGrant): (Refusal | undefined)[] {
  const property = 'controller.metricNamespaces';
  return [
    metricNamespaces?.length === 0
      ? { property, rule: 'must name one namespace at least', got: metricNamespaces }
      : undefined,
    ...(metricNamespaces ?? [])
      .filter((namespace) => !METRIC_NAMESPACE.test(namespace))
      .map((got) => ({
        property,
        rule: "must be letters, digits, spaces and ./#:_-, 255 at most, and not begin with 'AWS/'",
        got,
      })),
  ];
}

const TRACES: PolicyStatement = {
  sid: 'WriteTraces',
  actions: ['xray:GetSamplingRules', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
  resources: ['*'],
  wildcard: 'X-Ray keeps one store for an account, and knows no resource to write traces to',
};
