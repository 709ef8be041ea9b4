import type { Chart } from 'cdk8s';
import { Workload, type WorkloadProps } from '../../../lib/kubernetes';

/** The example of lib/workloads/disruption/README.md, word for word between the two marks. */
export function example(chart: Chart, cluster: NonNullable<WorkloadProps['cluster']>): void {
  // README begins
  new Workload(chart, 'backend', {
    image: 'ghcr.io/funlynk/backend:v1.4.2',
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    runAs: { user: 1001 },
    cluster,
    replicas: { min: 4, max: 20 },
    disruption: {
      limit: { maxUnavailable: '25%' },
      // No node is drained of a pod while the markets are open.
      schedule: {
        timeZone: 'America/New_York',
        start: '0 9 * * 1-5',
        end: '0 17 * * 1-5',
        limit: { maxUnavailable: 0 },
      },
    },
  });
  // README ends
}
