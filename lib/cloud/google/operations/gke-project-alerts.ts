import type { GkeAlertRule } from './gke-alert-rule';
import type { IMonitoredCluster } from './monitored-cluster';

const QUARTER_HOUR = 900;

/** Alerts on what a cluster needs of its project. They look at all of the project, since no label names a cluster. */
export const PROJECT_ALERTS = {
  // Quotas without a limit are -1.
  'compute-quota-nearly-used': {
    kind: 'query',
    summary: 'A quota of Compute Engine is nearly used up',
    severity: 'WARNING',
    threshold: 0.9,
    durationSeconds: QUARTER_HOUR,
    query: (cluster, threshold) => {
      const used = quota(cluster, 'quota_allocation_usage');
      const limit = quota(cluster, 'quota_limit');
      return `max by (quota_metric, location) (${used}) / min by (quota_metric, location) (${limit} > 0) > ${threshold}`;
    },
    documentation:
      'The autoscaler can add no nodes once a quota of CPUs, disks or addresses is used up. Ask for more: https://cloud.google.com/docs/quotas/view-manage',
  },
  // The metric counts durations, so each failure is a value above 0. Its kind takes no other aligner than percentiles.
  'backup-failed': {
    kind: 'event',
    summary: 'A backup of a cluster failed',
    severity: 'ERROR',
    condition: ({ project }) => ({
      kind: 'threshold',
      filter: [
        'metric.type="gkebackup.googleapis.com/backup_completion_times"',
        'metric.labels.state="FAILED"',
        'resource.type="gkebackup.googleapis.com/BackupPlan"',
        `resource.labels.project_id="${project}"`,
      ].join(' AND '),
      perSeriesAligner: 'ALIGN_PERCENTILE_99',
      comparison: 'COMPARISON_GT',
      thresholdValue: 0,
    }),
    documentation:
      'Until the next one succeeds, the newest backup is older than planned. The backup in the console says what failed.',
  },
  'key-version-disabled': {
    kind: 'event',
    summary: 'A version of a key was changed or scheduled for destruction',
    severity: 'CRITICAL',
    condition: ({ project }) => ({
      kind: 'log',
      filter: [
        'protoPayload.serviceName="cloudkms.googleapis.com"',
        'protoPayload.methodName=("DestroyCryptoKeyVersion" OR "UpdateCryptoKeyVersion")',
        `logName="projects/${project}/logs/cloudaudit.googleapis.com%2Factivity"`,
      ].join('\n'),
      labelExtractors: {
        actor: 'EXTRACT(protoPayload.authenticationInfo.principalEmail)',
        key_version: 'EXTRACT(protoPayload.resourceName)',
      },
    }),
    documentation:
      'What the version encrypted cannot be read while it is disabled, and never again once destroyed. `gcloud kms keys versions restore` undoes a destruction until its date.',
  },
  // Refusals are data access too, so without audit logs of that they are written nowhere.
  'key-use-denied': {
    kind: 'event',
    summary: 'The use of a key was denied',
    severity: 'ERROR',
    condition: ({ project }) => ({
      kind: 'log',
      filter: [
        'protoPayload.serviceName="cloudkms.googleapis.com"',
        'protoPayload.status.code=7',
        `logName:"projects/${project}/logs/cloudaudit.googleapis.com"`,
      ].join('\n'),
      labelExtractors: { actor: 'EXTRACT(protoPayload.authenticationInfo.principalEmail)' },
    }),
    documentation:
      'Somebody, or a service, may not use a key: a grant is missing, or someone tries what they should not. Seen only where `AuditLogConfig` covers `cloudkms.googleapis.com`.',
  },
} as const satisfies Readonly<Record<string, GkeAlertRule>>;

function quota({ project }: IMonitoredCluster, metric: 'quota_allocation_usage' | 'quota_limit'): string {
  return `serviceruntime_googleapis_com:${metric}{monitored_resource="consumer_quota",project_id="${project}",service="compute.googleapis.com"}`;
}
