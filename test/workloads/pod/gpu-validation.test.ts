import type { GpuSpec, ResourceSpec } from '../../../lib/core/model/resources';
import { GKE } from '../../support/manifests';
import { DEPLOYMENT, making } from '../sample-workload';
import { AUTO_MODE, AUTOPILOT, EKS_POOLS, GKE_POOLS } from './sample-clusters';

function having(gpu: GpuSpec): { readonly resources: ResourceSpec } {
  return { resources: { ...DEPLOYMENT.resources, gpu } };
}

describe('a workload is refused', () => {
  test.each([-1, 1.5])('with %p GPUs', (count) => {
    expect(making({ ...having({ count }), cluster: GKE_POOLS })).toThrow(
      `test/backend: 'resources.gpu.count' must be a whole number, 0 or more, got ${count}`,
    );
  });

  test('where a sidecar has half a GPU', () => {
    expect(making({ sidecars: { proxy: having({ count: 0.5 }) }, cluster: GKE_POOLS })).toThrow(
      "test/backend: 'sidecars.proxy.resources.gpu.count' must be a whole number, 0 or more, got 0.5",
    );
  });

  test('where its containers ask for GPUs of several types', () => {
    const changes = {
      ...having({ count: 1, type: 'nvidia-l4' }),
      sidecars: { render: having({ count: 1, type: 'nvidia-t4' }) },
    };
    expect(making({ ...changes, cluster: GKE_POOLS })).toThrow(
      `test/backend: 'resources.gpu.type' must be of one type in all containers of the pod, got ["nvidia-l4","nvidia-t4"]`,
    );
  });

  test('where nothing tells what GPUs there are', () => {
    expect(making(having({ count: 1 }))).toThrow(
      "test/backend: 'cluster' is needed where a container has GPUs, got undefined",
    );
  });

  test('where Auto Mode would have to make a node with GPUs', () => {
    expect(making({ ...having({ count: 1 }), cluster: AUTO_MODE })).toThrow(
      `test/backend: 'resources.gpu' must be left out in EKS Auto Mode, whose own node pools have no GPUs, got {"count":1}`,
    );
  });

  test('where Autopilot is not told the type', () => {
    expect(making({ ...having({ count: 1 }), cluster: AUTOPILOT })).toThrow(
      "test/backend: 'resources.gpu.type' is needed in Autopilot, which makes nodes that have it, got undefined",
    );
  });

  test('where Autopilot is not told the type of a sidecar’s GPU', () => {
    expect(making({ sidecars: { render: having({ count: 1 }) }, cluster: AUTOPILOT })).toThrow(
      "test/backend: 'sidecars.render.resources.gpu.type' is needed in Autopilot, which makes nodes that have it, got undefined",
    );
  });

  test.each([GKE_POOLS, EKS_POOLS])('where no pool has so many: %#', (cluster) => {
    expect(making({ ...having({ count: 4 }), cluster })).toThrow(
      `test/backend: 'resources.gpu' must be had on a node of the cluster’s pools, got {"count":4}; gpu has 2 of nvidia-l4`,
    );
  });

  test('where no pool has any of the type', () => {
    expect(making({ ...having({ count: 1, type: 'nvidia-t4' }), cluster: GKE_POOLS })).toThrow(
      `test/backend: 'resources.gpu' must be had on a node of the cluster’s pools, got {"count":1,"type":"nvidia-t4"}; gpu has 2 of nvidia-l4`,
    );
  });

  test('where the pools that it may run on have none', () => {
    expect(making({ ...having({ count: 1 }), placement: { pools: ['general'] }, cluster: GKE_POOLS })).toThrow(
      `test/backend: 'resources.gpu' must be had on a node of placement.pools, got {"count":1}; none of them has GPUs`,
    );
  });

  test('where a pool does not tell its type and one is asked for', () => {
    const cluster = { ...GKE, nodes: { kind: 'pools' as const, pools: { gpu: { taints: [], gpu: { count: 1 } } } } };
    expect(making({ ...having({ count: 1, type: 'nvidia-l4' }), cluster })).toThrow(
      `test/backend: 'resources.gpu' must be had on a node of the cluster’s pools, got {"count":1,"type":"nvidia-l4"}; gpu has 1`,
    );
  });
});

describe('a workload is accepted', () => {
  test('where one of its pools has the GPUs', () => {
    const placement = { pools: ['general', 'gpu'] };
    expect(making({ ...having({ count: 2, type: 'nvidia-l4' }), placement, cluster: GKE_POOLS })).not.toThrow();
  });

  test('where Autopilot is told the type', () => {
    expect(making({ ...having({ count: 1, type: 'nvidia-l4' }), cluster: AUTOPILOT })).not.toThrow();
  });
});
