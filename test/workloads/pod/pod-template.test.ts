import { IstioMesh } from '../../../lib/platform/mesh/istio-mesh';
import { EKS } from '../../support/manifests';
import { backendObjects, DAEMON_SET, objectsOf } from '../sample-workload';

const POD = 'spec.template.spec';
const ANNOTATIONS = 'spec.template.metadata.annotations';

type Changes = Parameters<typeof backendObjects>[0];

function deployment(changes: Changes = {}): object {
  return backendObjects(changes).one('Deployment');
}

describe('the pod of a workload', () => {
  test('gets neither a token nor the addresses of other Services', () => {
    expect(deployment()).toHaveProperty(`${POD}.serviceAccountName`, 'backend');
    expect(deployment()).toHaveProperty(`${POD}.automountServiceAccountToken`, false);
    expect(deployment()).toHaveProperty(`${POD}.enableServiceLinks`, false);
  });

  test('gets a token where it may use the API server', () => {
    const apiAccess = [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get' as const] }];
    expect(deployment({ apiAccess, cluster: EKS })).toHaveProperty(`${POD}.automountServiceAccountToken`, true);
    expect(deployment({ apiAccess: [] })).toHaveProperty(`${POD}.automountServiceAccountToken`, false);
  });

  test('carries the labels that its controller selects', () => {
    expect(deployment()).toMatchObject({
      spec: { template: { metadata: { labels: { 'app.kubernetes.io/name': 'backend' } } } },
    });
  });

  test('is annotated for the mesh that it takes part in', () => {
    const mesh = new IstioMesh();
    expect(deployment({ mesh })).toMatchObject({
      spec: { template: { metadata: { annotations: mesh.podAnnotations } } },
    });
    expect(deployment()).not.toHaveProperty(ANNOTATIONS);
  });

  test('is annotated for those who read its log', () => {
    expect(deployment({ telemetry: { logs: { format: 'json' } } })).toHaveProperty(ANNOTATIONS, {
      'fluentbit.io/parser': 'json',
    });
  });

  test('is not annotated for a mesh that does not reach it on the node’s network', () => {
    const host = { reason: 'reads the counters of the node', network: true };
    const object = objectsOf({ ...DAEMON_SET, host, mesh: new IstioMesh() }).one('DaemonSet');
    expect(object).toHaveProperty(ANNOTATIONS, { 'gantry/host-access': 'reads the counters of the node' });
  });

  test('is pulled with credentials where there are any', () => {
    expect(deployment({ pullSecret: 'registry' })).toHaveProperty(`${POD}.imagePullSecrets`, [{ name: 'registry' }]);
    expect(deployment()).not.toHaveProperty(`${POD}.imagePullSecrets`);
  });

  test('is, as a whole, what it takes to run and nothing more', () => {
    expect(backendObjects().yaml('Deployment')).toMatchSnapshot();
  });
});
