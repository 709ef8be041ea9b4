import type { TerraformStack } from 'cdktf';
import {
  AuditLogConfig,
  Budget,
  GkeAlerts,
  GkeDashboard,
  LogBucket,
  LogSink,
  NotificationChannel,
  UptimeAlert,
  UptimeCheck,
} from '../../../../lib/cloud/google';

/** The example of lib/cloud/google/operations/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const project = 'funlynk-prod';
  const cluster = { project, location: 'europe-west1', clusterName: 'main' }; // or a GkeCluster

  const onCall = new NotificationChannel(stack, 'on-call', {
    project,
    displayName: 'On call',
    target: { kind: 'email', emailAddress: 'oncall@example.com' },
  });
  const pager = NotificationChannel.fromId(`projects/${project}/notificationChannels/1234`);

  new GkeAlerts(stack, 'alerts', {
    cluster,
    notificationChannels: [onCall],
    runbookBaseUrl: 'https://wiki.example.com/gke/',
    alerts: {
      'node-not-ready': { notificationChannels: [onCall, pager] },
      'volume-nearly-full': { threshold: 0.7 },
      'backup-failed': false,
    },
  });
  new GkeDashboard(stack, 'dashboard', { cluster });

  const check = new UptimeCheck(stack, 'api', {
    project,
    displayName: 'api',
    host: 'api.example.com',
    path: '/healthz',
  });
  new UptimeAlert(stack, 'api-alert', { check, notificationChannels: [onCall, pager] });

  const bucket = new LogBucket(stack, 'audit-logs', {
    project,
    location: 'europe-west1',
    bucketId: 'audit',
    retentionDays: 400,
  });
  new LogSink(stack, 'audit-sink', {
    project,
    name: 'audit',
    destination: { kind: 'log-bucket', bucket },
    filter: 'logName:"cloudaudit.googleapis.com"',
  });
  new AuditLogConfig(stack, 'audit', { project });

  new Budget(stack, 'budget', {
    billingAccount: '012345-6789AB-CDEF01',
    displayName: 'Production',
    projects: [project],
    amount: { kind: 'specified', units: 5000, currencyCode: 'EUR' },
    notificationChannels: [onCall],
  });
  // README ends
}
