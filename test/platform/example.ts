import { App, Chart } from 'cdk8s';
import type { Cluster } from '../../lib';
import {
  IstioGateway,
  IstioMesh,
  manifestYaml,
  NamespaceBounds,
  NamespaceIsolation,
  renderManifests,
  SecretStore,
  StorageClasses,
  TenantNamespace,
} from '../../lib/kubernetes';

/** The example of lib/platform/README.md, word for word between the two marks. */
export function example(cluster: Cluster): ReadonlyMap<string, string> {
  // README begins
  const app = new App();
  const mesh = new IstioMesh();
  const namespace = 'funlynk';

  const shared = new Chart(app, '00-cluster', { disableResourceNameHashes: true });
  new StorageClasses(shared, 'StorageClasses', cluster);
  new TenantNamespace(shared, namespace, { name: namespace, labels: mesh.namespaceLabels });

  const chart = new Chart(app, '10-funlynk', { namespace, disableResourceNameHashes: true });
  new NamespaceIsolation(chart, 'Isolation', { namespace, mesh });
  mesh.isolate(chart, 'Mesh', namespace);
  new NamespaceBounds(chart, 'Bounds', {
    namespace,
    name: 'funlynk',
    quota: { 'requests.cpu': '4', 'requests.memory': '8Gi', 'limits.cpu': '8', 'limits.memory': '16Gi' },
  });
  new SecretStore(chart, 'Secrets', {
    cluster,
    reader: {
      name: 'funlynk-secret-reader',
      namespace,
      serviceAccount: 'secret-reader',
      permissions: [{ action: 'secret:read', secrets: ['database'] }],
    },
  });
  new IstioGateway(chart, 'Gateway', {
    name: 'funlynk-gateway',
    namespace,
    domain: 'funlynk.com',
    routes: [{ host: 'api', service: 'backend', servicePort: 3000, timeoutSeconds: 30 }],
    tlsSecret: 'funlynk-tls',
    mesh,
  });

  const files = new Map(renderManifests(app).map(({ path, manifest }) => [path, manifestYaml(manifest)]));
  // README ends
  return files;
}
