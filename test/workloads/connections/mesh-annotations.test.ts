import { meshAnnotations } from '../../../lib/workloads/connections/mesh-annotations';
import type { WorkloadContext } from '../../../lib/workloads/workload-props';
import { EKS, GKE } from '../../support/manifests';
import { backendObjects, DAEMON_SET, DEPLOYMENT } from '../sample-workload';
import { mesh } from './connection-samples';

const NAMES = { name: 'backend', namespace: 'funlynk', system: 'funlynk', ports: {}, labels: {}, selector: {} };
const CONTEXT: WorkloadContext = { ...DEPLOYMENT, ...NAMES, mesh };
const EXCLUDED = 'traffic.sidecar.istio.io/excludeOutboundIPRanges';

describe('the annotations that the mesh wants on a pod', () => {
  test('are none outside a mesh', () => {
    expect(meshAnnotations({ ...DEPLOYMENT, ...NAMES })).toEqual({});
  });

  test('are those of every pod where the workload has no permissions', () => {
    expect(meshAnnotations({ ...CONTEXT, cluster: EKS })).toEqual(mesh.podAnnotations);
  });

  test.each([
    ['EKS', EKS, '169.254.170.23/32'],
    ['GKE', GKE, '169.254.169.254/32'],
  ])('keep the credentials of %s from the proxy, which knows nothing of them', (_, cluster, cidr) => {
    expect(meshAnnotations({ ...CONTEXT, cluster, permissions: [{ action: 'logs:write' }] })).toEqual({
      ...mesh.podAnnotations,
      [EXCLUDED]: cidr,
    });
  });

  test('are on the pods', () => {
    const objects = backendObjects({ mesh, cluster: EKS, permissions: [{ action: 'logs:write' }] });
    expect(objects.one('Deployment')).toHaveProperty(
      ['spec', 'template', 'metadata', 'annotations', EXCLUDED],
      '169.254.170.23/32',
    );
  });

  test('are none on the network of the node', () => {
    const host = { reason: 'It answers for the node.', network: true };
    expect(meshAnnotations({ ...DAEMON_SET, ...NAMES, mesh, host })).toEqual({});
  });
});
