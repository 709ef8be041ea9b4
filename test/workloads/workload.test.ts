import { App, Chart } from 'cdk8s';
import { IstioMesh } from '../../lib/platform/mesh/istio-mesh';
import { Workload } from '../../lib/workloads/workload';
import { EKS, emptyChart, synth } from '../support/manifests';
import { backend, backendObjects, DEPLOYMENT, making, postgresObjects } from './sample-workload';

function kinds(objects: { readonly all: readonly { readonly kind: string }[] }): readonly string[] {
  return objects.all.map(({ kind }) => kind);
}

describe('Workload', () => {
  test('is pods, a Service and a service account where nothing more is asked for', () => {
    expect(kinds(backendObjects())).toEqual(['Deployment', 'Service', 'ServiceAccount']);
  });

  test('has everything that one declaration asks for', () => {
    const objects = backendObjects({
      replicas: { min: 3, max: 10 },
      config: { mountPath: '/app/config', files: { 'app.yaml': 'level: info\n' } },
      secretEnv: { JWT_SECRET: { secret: 'app', property: 'jwt' } },
      cluster: EKS,
      telemetry: { metrics: { port: 'http' } },
      mesh: new IstioMesh(),
    });
    expect(kinds(objects)).toEqual([
      'AuthorizationPolicy',
      'ConfigMap',
      'Deployment',
      'ExternalSecret',
      'HorizontalPodAutoscaler',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'Service',
      'ServiceAccount',
      'ServiceMonitor',
      'Sidecar',
    ]);
  });

  test('has a service account that no token is mounted for', () => {
    expect(backendObjects().yaml('ServiceAccount')).toMatchInlineSnapshot(`
      "apiVersion: v1
      kind: ServiceAccount
      metadata:
        labels:
          app.kubernetes.io/managed-by: gantry
          app.kubernetes.io/name: backend
          app.kubernetes.io/part-of: funlynk
        name: backend
        namespace: funlynk
      automountServiceAccountToken: false
      "
    `);
  });

  test('tells its name, namespace, selector and controller', () => {
    const workload = backend(emptyChart());
    expect(workload.name).toBe('backend');
    expect(workload.namespace).toBe('funlynk');
    expect(workload.selector).toEqual({ 'app.kubernetes.io/name': 'backend' });
    expect(workload.controller.kind).toBe('Deployment');
  });

  test('stands in the namespace it is given rather than in its chart’s', () => {
    expect(backendObjects({ namespace: 'partners' }).one('Deployment')).toMatchObject({
      metadata: { namespace: 'partners', labels: { 'app.kubernetes.io/part-of': 'partners' } },
      spec: { selector: { matchLabels: { 'app.kubernetes.io/name': 'backend' } } },
    });
  });

  test('stands in the namespace default where its chart has none', () => {
    const chart = new Chart(new App(), 'test');
    expect(new Workload(chart, 'backend', DEPLOYMENT).namespace).toBe('default');
  });

  test('is labelled with its system', () => {
    expect(backendObjects({ system: 'novacron' }).one('Service')).toMatchObject({
      metadata: { labels: { 'app.kubernetes.io/part-of': 'novacron', 'app.kubernetes.io/managed-by': 'gantry' } },
    });
  });

  test('does not select its pods by system, so that the system can be renamed', () => {
    expect(backendObjects({ system: 'novacron' }).one('Deployment')).toHaveProperty('spec.selector.matchLabels', {
      'app.kubernetes.io/name': 'backend',
    });
  });

  test('is scraped through the mesh, on its default path, where it publishes metrics', () => {
    const objects = backendObjects({ telemetry: { metrics: { port: 'http' } }, mesh: new IstioMesh() });
    expect(objects.one('ServiceMonitor')).toMatchObject({
      spec: {
        selector: { matchLabels: { 'app.kubernetes.io/name': 'backend' } },
        endpoints: [{ port: 'http', scheme: 'https' }],
      },
    });
    expect(objects.one('AuthorizationPolicy')).toMatchObject({
      spec: { rules: [{ to: [{ operation: { paths: ['/metrics'] } }] }] },
    });
  });

  test('is scraped on the path it names', () => {
    const objects = backendObjects({ telemetry: { metrics: { port: 'http', path: '/stats' } }, mesh: new IstioMesh() });
    expect(objects.one('AuthorizationPolicy')).toMatchObject({
      spec: { rules: [{ to: [{ operation: { paths: ['/stats'] } }] }] },
    });
  });

  test('is scraped without mutual TLS where there is no mesh', () => {
    expect(backendObjects({ telemetry: { metrics: { port: 'http' } } }).one('ServiceMonitor')).not.toHaveProperty(
      'spec.endpoints.0.scheme',
    );
  });

  test('lets nobody in and reaches nobody by itself', () => {
    expect(backendObjects({ mesh: new IstioMesh() }).names('NetworkPolicy')).toEqual([]);
  });

  test('keeps the volumes of a StatefulSet, and of a Deployment has none', () => {
    expect(postgresObjects().one('StatefulSet')).toHaveProperty('spec.volumeClaimTemplates.0.metadata.name', 'data');
    expect(backendObjects().one('Deployment')).not.toHaveProperty('spec.volumeClaimTemplates');
  });

  test('stands beside another of its kind', () => {
    const objects = synth((chart) => {
      backend(chart);
      new Workload(chart, 'admin-dashboard', DEPLOYMENT);
    });
    expect(objects.names('Deployment')).toEqual(['admin-dashboard', 'backend']);
  });

  test('cannot be made with faults, and tells all of them', () => {
    expect(making({ replicas: -1, runAs: { user: 0 } })).toThrow(
      [
        "test/backend: 'runAs.user' must not be root (0); build the image to run as a numbered user, got 0",
        "test/backend: 'replicas' must be a whole number, 0 or more, got -1",
      ].join('\n'),
    );
  });
});
