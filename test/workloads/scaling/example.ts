import type { Chart } from 'cdk8s';
import { SESSION_SCALE_DOWN, sessionScaling } from '../../../lib/core/model/session-scaling';
import { Workload, type WorkloadProps } from '../../../lib/kubernetes';

/** The example of lib/workloads/scaling/README.md, word for word between the two marks. */
export function example(chart: Chart, cluster: NonNullable<WorkloadProps['cluster']>): void {
  // README begins
  const shared = {
    image: 'ghcr.io/funlynk/backend:v1.4.2',
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    runAs: { user: 1001 },
  };

  new Workload(chart, 'backend', {
    ...shared,
    replicas: { min: 3, max: 10 },
    autoscaling: {
      cpuUtilizationPercent: 60,
      metrics: {
        requests: { type: 'pods', averageValue: '100', from: { series: 'http_requests_total', measure: 'rate' } },
      },
    },
    verticalScaling: { mode: 'auto', resources: ['memory'] },
  });
  new Workload(chart, 'worker', {
    ...shared,
    cluster,
    replicas: { min: 0, max: 20 },
    autoscaling: {
      metrics: {
        waiting: { type: 'queue', queue: 'runs', messagesPerReplica: 20 },
        business: {
          type: 'cron',
          timeZone: 'America/New_York',
          start: '0 8 * * 1-5',
          end: '0 18 * * 1-5',
          replicas: 2,
        },
      },
      fallbackReplicas: 2,
    },
  });
  new Workload(chart, 'talk', {
    ...shared,
    replicas: { min: 2, max: 10 },
    autoscaling: {
      metrics: sessionScaling({ service: 'talk', activeSessionsPerReplica: 50, responseTimeMilliseconds: 2000 }),
      scaleDown: SESSION_SCALE_DOWN,
    },
  });
  // README ends
}
