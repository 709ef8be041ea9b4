import type { Chart } from 'cdk8s';
import { http, secret, type Cluster } from '../../lib';
import { IstioMesh, Workload } from '../../lib/kubernetes';

/** The example of lib/workloads/README.md, word for word between the two marks. */
export function example(chart: Chart, cluster: Cluster): void {
  // README begins
  const mesh = new IstioMesh();
  const resources = { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } };

  const postgres = new Workload(chart, 'postgres', {
    kind: 'StatefulSet',
    image: 'docker.io/library/postgres:17.6-alpine',
    ports: { sql: { containerPort: 5432 } },
    // A folder of its own: the root of a new disk holds lost+found, which initdb refuses.
    env: { PGDATA: '/var/lib/postgresql/data/pgdata' },
    storage: { data: { mountPath: '/var/lib/postgresql/data', size: '20Gi' } },
    scratch: ['/var/run/postgresql', '/tmp'],
    secretEnv: { POSTGRES_PASSWORD: secret('database', 'password') },
    cluster,
    resources,
    runAs: { user: 70 },
    mesh,
  });
  const backend = new Workload(chart, 'backend', {
    image: `${cluster.registry.host}/backend:v1.4.2`,
    ports: { http: { containerPort: 3000, protocol: 'http' } },
    probes: { readiness: http('/ready'), liveness: http('/health', 'http', { periodSeconds: 20 }) },
    replicas: { min: 3, max: 10 },
    telemetry: { metrics: { port: 'http' } },
    resources,
    runAs: { user: 1001 },
    mesh,
  });
  backend.connections.allowTo(postgres, 'sql');
  backend.connections.allowToExternal('api.stripe.com', 443);
  backend.connections.allowFromGateway('http', ['GET', 'POST']);
  // README ends
}
