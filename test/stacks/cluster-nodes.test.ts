import type { ClusterEnvironment } from '../../lib/environment/environment';
import { clusterNodes } from '../../stacks/cluster-nodes';
import { environmentOf } from './environments';

function clusterOf(environment: string, name: string): ClusterEnvironment {
  const found = environmentOf(environment).environment.clusters[name];
  if (found === undefined) throw new Error(`no cluster ${name}`);
  return found;
}

describe('the nodes of a cluster', () => {
  test('are pools on GKE, with the taints that GKE sets by itself', () => {
    const nodes = clusterNodes(clusterOf('genesis/production', 'us-central1'));
    expect(nodes).toMatchObject({
      kind: 'pools',
      pools: {
        'general-purpose': { taints: [], spot: false },
        'agent-runtime': {
          sandbox: true,
          taints: [
            { key: 'workload-type', value: 'agent-runtime', effect: 'NoSchedule' },
            { key: 'sandbox.gke.io/runtime', value: 'gvisor', effect: 'NoSchedule' },
          ],
        },
        gpu: {
          gpu: { type: 'nvidia-l4', count: 1 },
          taints: [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }],
        },
        spot: { spot: true },
      },
    });
  });

  test('are pools on EKS, with as many GPUs as the smallest type has', () => {
    const nodes = clusterNodes(clusterOf('novacron/production', 'ap-southeast-1'));
    expect(nodes).toMatchObject({ kind: 'pools', pools: { gpu: { gpu: { count: 1 } } } });
    expect(nodes).not.toHaveProperty('pools.general.gpu');
  });

  test('are made by the cloud on Autopilot and in Auto Mode', () => {
    expect(clusterNodes(clusterOf('genesis/development', 'us-central1'))).toEqual({ kind: 'autopilot' });
    expect(clusterNodes(clusterOf('novacron/staging', 'us-east-1'))).toEqual({ kind: 'auto-mode' });
  });
});
