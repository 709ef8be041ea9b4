import { IstioMesh } from '../../lib/platform/mesh/istio-mesh';
import { meshLabels, meshOf } from '../../lib/workloads/mesh-part';
import type { WorkloadContext } from '../../lib/workloads/workload-props';
import { DAEMON_SET, DEPLOYMENT } from './sample-workload';

const MESH = new IstioMesh();
const NAMES = { ports: {}, name: 'sample', namespace: 'funlynk', system: 'funlynk', labels: {}, selector: {} };
const AGENT: WorkloadContext = { ...DAEMON_SET, ...NAMES, mesh: MESH };

describe('the mesh of a workload', () => {
  test('is the one that it was given', () => {
    expect(meshOf({ ...DEPLOYMENT, ...NAMES, mesh: MESH })).toBe(MESH);
    expect(meshOf(AGENT)).toBe(MESH);
  });

  test('is none where it was given none', () => {
    expect(meshOf({ ...DEPLOYMENT, ...NAMES })).toBeUndefined();
  });

  test('is none for an agent on the network of its nodes', () => {
    expect(meshOf({ ...AGENT, host: { reason: 'counts the traffic of the node', network: true } })).toBeUndefined();
  });

  test('is none in a sandbox, whose own network stack passes the proxy by', () => {
    expect(meshOf({ ...DEPLOYMENT, ...NAMES, mesh: MESH, placement: { sandbox: true } })).toBeUndefined();
    expect(meshOf({ ...DEPLOYMENT, ...NAMES, mesh: MESH, placement: { sandbox: false } })).toBe(MESH);
  });

  test('is kept for an agent that gets other things of its nodes', () => {
    expect(meshOf({ ...AGENT, host: { reason: 'reads the processes of the node', pid: true } })).toBe(MESH);
  });
});

describe('the labels that keep pods out of a mesh', () => {
  test('are none where they take part, or there is no mesh', () => {
    expect(meshLabels({ ...DEPLOYMENT, ...NAMES, mesh: MESH })).toEqual({});
    expect(meshLabels({ ...DEPLOYMENT, ...NAMES, placement: { sandbox: true } })).toEqual({});
  });

  test("tell the mesh's webhook to leave a sandbox alone", () => {
    const outside = meshLabels({ ...DEPLOYMENT, ...NAMES, mesh: MESH, placement: { sandbox: true } });
    expect(outside).toEqual({ 'sidecar.istio.io/inject': 'false' });
  });
});
