import type { TerraformStack } from 'cdktf';
import {
  AlarmTopic,
  Budget,
  CompositeAlarm,
  CostAnomalyMonitor,
  EksAlarms,
  EksAuditAlarms,
  EksDashboard,
} from '../../../../lib/cloud/aws';

/** The example of lib/cloud/aws/operations/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const place = { account: '111122223333', region: 'us-east-1' };
  const cluster = { ...place, clusterName: 'funlynk-production-us-east-1' }; // or an EksCluster

  const { topicArn } = new AlarmTopic(stack, 'on-call', {
    ...place,
    topicName: 'funlynk-production-on-call',
    emails: ['oncall@example.com'],
  });

  const alarms = new EksAlarms(stack, 'alarms', {
    cluster,
    topicArn,
    runbookBaseUrl: 'https://wiki.example.com/eks/',
    alarms: {
      'node-cpu-high': { threshold: 95 },
      'backup-failed': false,
    },
  });
  new CompositeAlarm(stack, 'outage', {
    alarmName: 'funlynk-production-outage',
    alarmRule: { allOf: [alarms.alarmName('api-server-errors'), alarms.alarmName('node-failed')] },
    alarmActions: [topicArn],
  });
  new EksAuditAlarms(stack, 'audit', { cluster, topicArn, breakGlassRoleName: `${cluster.clusterName}-break-glass` });
  new EksDashboard(stack, 'dashboard', { cluster });

  new Budget(stack, 'budget', {
    budgetName: 'funlynk-production',
    amount: 5000,
    tags: { environment: 'production' },
    emails: ['finance@example.com'],
    topicArn,
  });
  new CostAnomalyMonitor(stack, 'anomalies', { monitorName: 'services', emails: ['finance@example.com'] });
  // README ends
}
