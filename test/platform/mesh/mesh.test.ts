import { App, Chart } from 'cdk8s';
import type { Mesh, MeshExternalHost, MeshRule, MeshScope } from '../../../lib/platform/mesh/mesh';
import { NamespaceIsolation } from '../../../lib/platform/tenancy/namespace-isolation';
import { synth } from '../../support/manifests';
import { backend, backendObjects, postgres } from '../../workloads/sample-workload';

/** A mesh that is not Istio: it writes nothing, and remembers what it was asked for. */
class OtherMesh implements Mesh {
  public readonly namespaceLabels = { 'other/inject': 'enabled' };
  public readonly outsideLabels = { 'other/inject': 'disabled' };
  public readonly podAnnotations = { 'other/proxy': 'small' };
  public readonly controlPlane = { peer: { namespace: 'other-system', labels: { app: ['control'] } }, port: 8443 };
  public readonly gateway = { namespace: 'other-ingress', labels: { app: ['edge'] }, serviceAccount: 'edge' };
  public readonly rules: MeshRule[] = [];
  public readonly hosts: MeshExternalHost[] = [];
  public readonly scopes: MeshScope[] = [];

  public isolate(): void {}

  public authorize(_scope: object, _id: string, rule: MeshRule): void {
    this.rules.push(rule);
  }

  public allowExternal(_scope: object, _id: string, host: MeshExternalHost): void {
    this.hosts.push(host);
  }

  public scope(_scope: object, _id: string, visible: MeshScope): void {
    this.scopes.push(visible);
  }
}

describe('a mesh other than Istio', () => {
  test('is asked to authorise each connection', () => {
    const mesh = new OtherMesh();
    const chart = new Chart(new App(), 'test', { namespace: 'funlynk' });
    backend(chart, { mesh }).connections.allowTo(postgres(chart, { mesh }), 'sql');
    expect(mesh.rules).toEqual([
      {
        name: 'postgres-sql-from-backend',
        namespace: 'funlynk',
        selector: { 'app.kubernetes.io/name': 'postgres' },
        from: { namespace: 'funlynk', serviceAccount: 'backend' },
        ports: [5432],
      },
    ]);
  });

  test('is told of each host outside', () => {
    const mesh = new OtherMesh();
    synth((chart) => backend(chart, { mesh }).connections.allowToExternal('api.stripe.com', 443));
    expect(mesh.hosts).toEqual([
      { name: 'backend-to-api-stripe-com-443', namespace: 'funlynk', host: 'api.stripe.com', port: 443 },
    ]);
  });

  test('is told what a workload may know of, connections that come later included', () => {
    const mesh = new OtherMesh();
    const chart = new Chart(new App(), 'test', { namespace: 'funlynk' });
    backend(chart, { mesh }).connections.allowToExternal('api.stripe.com', 443);
    const [scope] = mesh.scopes;
    expect(scope).toMatchObject({ name: 'backend', selector: { 'app.kubernetes.io/name': 'backend' } });
    expect(scope?.hosts()).toEqual(['api.stripe.com']);
  });

  test('has its own gateway let in', () => {
    const mesh = new OtherMesh();
    const objects = synth((chart) => backend(chart, { mesh }).connections.allowFromGateway('http'));
    expect(objects.one('NetworkPolicy', 'backend-http-from-gateway')).toMatchObject({
      spec: {
        ingress: [
          {
            from: [
              {
                namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'other-ingress' } },
                podSelector: { matchLabels: { app: 'edge' } },
              },
            ],
          },
        ],
      },
    });
  });

  test('has its own control plane reached', () => {
    const props = { namespace: 'funlynk', mesh: new OtherMesh() };
    const objects = synth((chart) => new NamespaceIsolation(chart, 'isolation', props));
    expect(objects.one('NetworkPolicy', 'allow-mesh-control-plane')).toMatchObject({
      spec: { egress: [{ ports: [{ port: 8443 }] }] },
    });
  });

  test('is scraped without certificates where it needs none', () => {
    const objects = backendObjects({ mesh: new OtherMesh(), telemetry: { metrics: { port: 'http' } } });
    expect(objects.one('ServiceMonitor')).not.toHaveProperty('spec.endpoints.0.tlsConfig');
  });
});
