import type { Chart } from 'cdk8s';
import { IstioMesh, Workload } from '../../../lib/kubernetes';

/** The example of lib/workloads/rollouts/README.md, word for word between the two marks. */
export function example(chart: Chart): void {
  // README begins
  const shared = {
    image: 'ghcr.io/funlynk/backend:v1.4.2',
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    runAs: { user: 1001 },
    ports: { http: { containerPort: 3000, protocol: 'http' } },
    replicas: { min: 3, max: 10 },
    mesh: new IstioMesh(),
  } as const;

  new Workload(chart, 'backend', {
    ...shared,
    rollout: {
      strategy: 'Canary',
      steps: [{ weight: 5, pauseSeconds: 300 }, { weight: 25, pauseSeconds: 600 }, { weight: 50 }],
      analysis: {
        metrics: {
          success: { kind: 'success-rate', minPercent: 99.5 },
          latency: { kind: 'latency', percentile: 95, maxMilliseconds: 300 },
          orders: { kind: 'prometheus', query: 'sum(rate(orders_failed_total[2m]))', max: 0.1 },
        },
      },
    },
  });
  new Workload(chart, 'admin', {
    ...shared,
    rollout: {
      strategy: 'BlueGreen',
      engine: 'flagger',
      analysis: { intervalSeconds: 30, metrics: { success: { kind: 'success-rate', minPercent: 99 } } },
    },
  });
  // README ends
}
