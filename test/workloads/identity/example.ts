import type { Chart } from 'cdk8s';
import type { Cluster } from '../../../lib';
import { IstioMesh, Workload } from '../../../lib/kubernetes';

/** The example of lib/workloads/identity/README.md, word for word between the two marks. */
export function example(chart: Chart, cluster: Cluster): void {
  // README begins
  new Workload(chart, 'importer', {
    image: `${cluster.registry.host}/importer:v1.0.3`,
    permissions: [
      { action: 'queue:consume', queues: ['uploads'] },
      { action: 'bucket:write', buckets: ['archive'] },
    ],
    // One importer at a time: who holds the lease works.
    apiAccess: [
      {
        apiGroups: ['coordination.k8s.io'],
        resources: ['leases'],
        verbs: ['get', 'update'],
        resourceNames: ['importer'],
      },
    ],
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
    runAs: { user: 1001 },
    cluster,
    mesh: new IstioMesh(),
  });
  // README ends
}
