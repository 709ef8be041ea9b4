import type { Construct } from 'constructs';
import { KmsKeyRing } from '../../lib/cloud/google/keys/kms-key-ring';
import { operationsName } from '../../lib/cloud/google/names';
import { Budget } from '../../lib/cloud/google/operations/budget';
import { GkeAlerts, type GkeAlertName } from '../../lib/cloud/google/operations/gke-alerts';
import { GkeDashboard } from '../../lib/cloud/google/operations/gke-dashboard';
import { PROJECT_ALERTS } from '../../lib/cloud/google/operations/gke-project-alerts';
import { LogBucket } from '../../lib/cloud/google/operations/log-bucket';
import { LogSink } from '../../lib/cloud/google/operations/log-sink';
import { LoggingKey } from '../../lib/cloud/google/operations/logging-key';
import { NotificationChannel } from '../../lib/cloud/google/operations/notification-channel';
import { UptimeAlert } from '../../lib/cloud/google/operations/uptime-alert';
import { UptimeCheck } from '../../lib/cloud/google/operations/uptime-check';
import { OPERATIONS_SERVICES, ProjectServices } from '../../lib/cloud/google/project-services';
import { exposedHosts } from '../../lib/core/model/system-model';
import type { GoogleEnvironment } from '../../lib/environment/environment';
import type { ResolvedEnvironment } from '../resolve';
import { EnvironmentStack, stackName } from './environment-stack';
import { googleClusters, type GoogleCluster } from './google-clusters';
import { addGoogleProvider } from './google-provider';

const DEFAULT_LOG_RETENTION_DAYS = 400;

/** Any answer will do, a refusal included: whether the right one is given, the service's own probes find out. */
const ANSWERED = ['STATUS_CLASS_2XX', 'STATUS_CLASS_3XX', 'STATUS_CLASS_4XX'] as const;

/** What an environment file says of operations. */
export type OperationsEnvironment = NonNullable<GoogleEnvironment['operations']>;

/** What watches an environment on Google Cloud: alerts and dashboards, checks of its hosts, logs, costs. */
export class GoogleOperationsStack extends EnvironmentStack {
  private readonly clusters: readonly GoogleCluster[];
  private readonly name: string;

  constructor(
    scope: Construct,
    private readonly resolved: ResolvedEnvironment,
    private readonly operations: OperationsEnvironment,
  ) {
    super(scope, stackName(resolved, 'google', 'operations'), resolved);
    const { project } = operations;
    this.clusters = googleClusters(resolved);
    this.name = operationsName(resolved.model.name, resolved.model.environment);
    addGoogleProvider(this, this.labels, { project });
    new ProjectServices(this, 'Services', { project, services: OPERATIONS_SERVICES }).requiredBy(this);
    const channels = this.addChannels();
    this.watchClusters(channels);
    this.watchHosts(channels);
    this.keepLogs();
    this.watchCosts(channels);
  }

  private addChannels(): readonly NotificationChannel[] {
    const { project, emails = [] } = this.operations;
    return emails.map(
      (emailAddress) =>
        new NotificationChannel(this, `channel-${emailAddress}`, {
          project,
          displayName: `${this.name}: ${emailAddress}`,
          target: { kind: 'email', emailAddress },
        }),
    );
  }

  /** Metrics lie in the project of the cluster, and so do the policies and dashboards that read them. */
  private watchClusters(notificationChannels: readonly NotificationChannel[]): void {
    for (const { name, cluster } of this.clusters) {
      new GkeAlerts(this, `alerts-${name}`, {
        ...{ cluster, notificationChannels },
        alerts: this.leftOut(name, cluster.project),
        userLabels: this.labels,
      });
      new GkeDashboard(this, `dashboard-${name}`, { cluster });
    }
  }

  /** Alerts on a whole project are left to its first cluster; one on backups needs the API of backups. */
  private leftOut(name: string, project: string): Readonly<Partial<Record<GkeAlertName, false>>> {
    const own = this.clusters.filter(({ cluster }) => cluster.project === project);
    const first = own[0]?.name === name;
    const backedUp = own.some(({ environment }) => environment.backup.enabled);
    return Object.fromEntries(
      Object.keys(PROJECT_ALERTS)
        .filter((alert) => !first || (alert === 'backup-failed' && !backedUp))
        .map((alert) => [alert, false]),
    );
  }

  private watchHosts(notificationChannels: readonly NotificationChannel[]): void {
    const { project } = this.operations;
    for (const host of exposedHosts(this.resolved.model)) {
      const check = new UptimeCheck(this, `uptime-${host}`, {
        ...{ project, host, displayName: host },
        acceptedStatusClasses: ANSWERED,
        userLabels: this.labels,
      });
      new UptimeAlert(this, `uptime-alert-${host}`, { check, notificationChannels, userLabels: this.labels });
    }
  }

  /** Logs of the clusters, for longer than the 30 days of `_Default`, encrypted with a key of one's own. */
  private keepLogs(): void {
    const { project, logRetentionDays: retentionDays = DEFAULT_LOG_RETENTION_DAYS } = this.operations;
    const [first] = this.clusters;
    if (first === undefined) return;
    const location = first.environment.region;
    const deletionProtection = this.clusters.some(({ environment }) => environment.deletionProtection);
    const ring = new KmsKeyRing(this, 'Keys', { project, location, name: this.name, deletionProtection });
    const bucket = new LogBucket(this, 'Logs', {
      ...{ project, location, retentionDays, deletionProtection, bucketId: this.name },
      kmsKey: new LoggingKey(this, 'LoggingKey', { project, key: ring.addKey('logs') }),
      description: `Logs of the clusters of ${this.name}`,
    });
    for (const { name, cluster } of this.clusters) {
      new LogSink(this, `sink-${name}`, {
        project: cluster.project,
        name: cluster.clusterName,
        destination: { kind: 'log-bucket', bucket },
        filter: `resource.labels.cluster_name="${cluster.clusterName}"`,
      });
    }
  }

  private watchCosts(notificationChannels: readonly NotificationChannel[]): void {
    const { budget } = this.operations;
    if (budget === undefined) return;
    new Budget(this, 'Budget', {
      billingAccount: budget.billingAccount,
      displayName: this.name,
      amount: { kind: 'specified', units: budget.amount, currencyCode: budget.currency },
      projects: [...new Set(this.clusters.map(({ cluster }) => cluster.project))].sort(),
      notificationChannels,
    });
  }
}
