import type { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { Construct } from 'constructs';
import { logGroupKeyStatement } from '../../lib/cloud/aws/keys/key-statements';
import { KmsKey } from '../../lib/cloud/aws/keys/kms-key';
import { breakGlassRoleName, logGroupName, logsKeyAlias, operationsName } from '../../lib/cloud/aws/names';
import { AlarmTopic } from '../../lib/cloud/aws/operations/alarm-topic';
import { Budget } from '../../lib/cloud/aws/operations/budget';
import { EKS_ALARMS, EksAlarms } from '../../lib/cloud/aws/operations/eks-alarms';
import { EksAuditAlarms } from '../../lib/cloud/aws/operations/eks-audit-alarms';
import { EksDashboard } from '../../lib/cloud/aws/operations/eks-dashboard';
import { LogGroup } from '../../lib/cloud/aws/operations/log-group';
import type { AwsClusterEnvironment, AwsEnvironment } from '../../lib/environment/environment';
import type { ResolvedEnvironment } from '../resolve';
import { type AwsCluster, type AwsClusterPlace, awsPlaces, placeProvider } from './aws-places';
import { EnvironmentStack, stackName } from './environment-stack';

const DEFAULT_LOG_RETENTION_DAYS = 90;

/** Add-on that brings the metrics of Container Insights. */
const INSIGHTS_ADDON = 'amazon-cloudwatch-observability';

/** What an environment file says of operations. */
export type AwsOperationsEnvironment = NonNullable<AwsEnvironment['operations']>;

/** What watches an environment on AWS: alarms and dashboards of its clusters, logs of its pods, costs. */
export class AwsOperationsStack extends EnvironmentStack {
  private readonly name: string;

  constructor(
    scope: Construct,
    private readonly resolved: ResolvedEnvironment,
    private readonly operations: AwsOperationsEnvironment,
  ) {
    super(scope, stackName(resolved, 'aws', 'operations'), resolved);
    const { name, environment } = resolved.model;
    this.name = operationsName(name, environment);
    const places = awsPlaces(resolved);
    for (const place of places) {
      const provider = placeProvider(this, place, this.labels);
      const topic = this.addTopic(place, provider);
      for (const cluster of place.clusters) this.watch(cluster, place, topic.topicArn, provider);
      this.keepLogs(place, provider);
      // Costs are those of the account, and told once.
      if (places.find(({ account }) => account === place.account) === place) this.watchCosts(place, provider);
    }
  }

  private addTopic({ id, account, region }: AwsClusterPlace, provider: AwsProvider): AlarmTopic {
    const { emails } = this.operations;
    return new AlarmTopic(this, `alarms-${id}`, { ...{ account, region, provider, emails }, topicName: this.name });
  }

  private watch(
    { name, clusterName, environment }: AwsCluster,
    place: AwsClusterPlace,
    topicArn: string,
    provider: AwsProvider,
  ): void {
    const { account, region } = place;
    const cluster = { account, region, clusterName };
    new EksAlarms(this, `alarms-${name}`, {
      ...{ provider, cluster, topicArn },
      alarms: alarmsWithoutMetrics(environment, place.clusters[0]?.clusterName === clusterName),
    });
    new EksAuditAlarms(this, `audit-${name}`, {
      ...{ provider, cluster, topicArn },
      breakGlassRoleName: environment.breakGlass === undefined ? undefined : breakGlassRoleName(clusterName),
    });
    new EksDashboard(this, `dashboard-${name}`, { provider, cluster });
  }

  /** Where pods write to that may: see `logs:write` among the permissions. */
  private keepLogs({ id, account, region }: AwsClusterPlace, provider: AwsProvider): void {
    const { name, environment } = this.resolved.model;
    const logGroup = logGroupName(name, environment);
    const kmsKey = new KmsKey(this, `logs-key-${id}`, {
      ...{ account, region, provider },
      alias: logsKeyAlias(name, environment),
      description: `Logs of the pods of ${name} ${environment}`,
      statements: [logGroupKeyStatement({ account, region }, logGroup)],
    });
    new LogGroup(this, `logs-${id}`, {
      provider,
      logGroupName: logGroup,
      retentionDays: this.operations.logRetentionDays ?? DEFAULT_LOG_RETENTION_DAYS,
      kmsKeyArn: kmsKey.arn,
    });
  }

  private watchCosts({ account }: AwsClusterPlace, provider: AwsProvider): void {
    const { budget, emails } = this.operations;
    if (budget === undefined) return;
    new Budget(this, `budget-${account}`, {
      ...{ provider, emails },
      budgetName: this.name,
      amount: budget.amount,
      // One tag: how AWS joins several is not said.
      tags: { environment: this.resolved.model.environment },
    });
  }
}

/** Alarms whose metric is not there; those on a whole account and region are left to its first cluster. */
function alarmsWithoutMetrics(
  { addons, backup, karpenter, network }: AwsClusterEnvironment,
  first: boolean,
): Readonly<Record<string, false>> {
  const there = {
    'AWS Backup': first && backup.enabled && backup.engine === 'aws-backup',
    'Container Insights': addons?.enabled?.includes(INSIGHTS_ADDON) === true,
    EKS: true,
    Karpenter: karpenter === true,
    'NAT gateway': first && network.existing === undefined && network.natGateways !== 'none',
  };
  return Object.fromEntries(
    Object.entries(EKS_ALARMS).flatMap(([alarm, { needs }]) => (there[needs] ? [] : [[alarm, false]])),
  );
}
