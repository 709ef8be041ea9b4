import type { Chart } from 'cdk8s';
import type { Cluster } from '../../../lib';
import { Workload } from '../../../lib/kubernetes';

/** The example of lib/workloads/telemetry/README.md, word for word between the two marks. */
export function example(chart: Chart, cluster: Cluster): void {
  // README begins
  const shared = {
    image: 'ghcr.io/funlynk/backend:v1.4.2',
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    runAs: { user: 1001 },
    cluster,
  };

  new Workload(chart, 'backend', {
    ...shared,
    ports: { http: { containerPort: 3000, protocol: 'http' } },
    telemetry: {
      metrics: { port: 'http' },
      logs: { format: 'json' },
      traces: { samplePercent: 25, attributes: { 'team.name': 'payments' } },
    },
  });
  new Workload(chart, 'log-agent', {
    ...shared,
    kind: 'DaemonSet',
    ports: { metrics: { containerPort: 2020, protocol: 'http' } },
    telemetry: { metrics: { port: 'metrics', path: '/api/v2/metrics/prometheus' } },
  });
  // README ends
}
