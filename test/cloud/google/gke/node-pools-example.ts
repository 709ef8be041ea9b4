import type { TerraformStack } from 'cdktf';
import { GkeCluster, VpcNetwork } from '../../../../lib/cloud/google';

/** The example of lib/cloud/google/gke/node-pools.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const network = new VpcNetwork(stack, 'main', {
    project: 'funlynk-prod',
    region: 'europe-west1',
    cidr: '10.40.0.0/16',
  });
  const cluster = new GkeCluster(stack, 'cluster', { network, name: 'main' });

  cluster.addNodePool('general', { machineType: 'e2-standard-4', nodes: { min: 3, max: 12 } });
  cluster.addNodePool('gpu', {
    machineType: 'g2-standard-8',
    nodes: { min: 0, max: 4 },
    gpu: { type: 'nvidia-l4', count: 1 },
  });
  cluster.addNodePool('batch', {
    machineType: 'n2d-standard-8',
    nodes: { min: 0, max: 20 },
    spot: true,
    labels: { tier: 'batch' },
    taints: [{ key: 'tier', value: 'batch', effect: 'NO_SCHEDULE' }],
    ownIdentity: true,
  });
  // README ends
}
