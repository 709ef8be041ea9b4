import type { Chart } from 'cdk8s';
import type { Cluster } from '../../../lib';
import { IstioMesh, Workload } from '../../../lib/kubernetes';

/** The example of lib/workloads/connections/README.md, word for word between the two marks. */
export function example(chart: Chart, cluster: Cluster): void {
  // README begins
  const shared = {
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    runAs: { user: 1001 },
    cluster,
    mesh: new IstioMesh(),
  };
  const redis = new Workload(chart, 'redis', {
    ...shared,
    image: 'docker.io/library/redis:8.2-alpine',
    ports: { redis: { containerPort: 6379 } },
  });
  const backend = new Workload(chart, 'backend', {
    ...shared,
    image: `${cluster.registry.host}/backend:v1.4.2`,
    ports: { http: { containerPort: 3000, protocol: 'http' } },
    permissions: [{ action: 'queue:publish', queues: ['orders'] }],
  });

  backend.connections.allowTo(redis, 'redis');
  backend.connections.allowToExternal('api.stripe.com:443');
  backend.connections.allowToNamespace({
    namespace: 'search',
    labels: { app: 'opensearch' },
    serviceName: 'opensearch',
    portNumber: 9200,
  });
  backend.connections.allowFromNamespace({ namespace: 'reports', serviceAccount: 'report', port: 'http' });
  backend.connections.allowFromGateway('http', ['GET', 'POST']);
  // README ends
}
