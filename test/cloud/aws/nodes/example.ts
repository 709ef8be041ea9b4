import type { TerraformStack } from 'cdktf';
import { EksCluster, eksClusterName, Vpc } from '../../../../lib/cloud/aws';

/** The example of lib/cloud/aws/nodes/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const place = { account: '111122223333', region: 'us-east-1' };
  const clusterName = eksClusterName('funlynk', 'production', 'us-east-1');

  const network = new Vpc(stack, 'network', {
    ...place,
    vpcName: clusterName,
    clusterName,
    cidr: '10.20.0.0/16',
    zones: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
  });
  const cluster = new EksCluster(stack, 'cluster', {
    ...place,
    clusterName,
    network,
    kubernetesVersion: '1.35',
    administrators: ['arn:aws:iam::111122223333:role/platform'],
  });

  cluster.addNodeGroup('general', { instanceTypes: ['m7g.large', 'm7g.xlarge'], minNodes: 3, maxNodes: 12 });
  cluster.addNodeGroup('batch', {
    instanceTypes: ['m7i.2xlarge', 'm7a.2xlarge', 'm6i.2xlarge', 'm6a.2xlarge'],
    spot: true,
    minNodes: 0,
    maxNodes: 20,
    labels: { tier: 'batch' },
    taints: [{ key: 'tier', value: 'batch', effect: 'NO_SCHEDULE' }],
    clusterAutoscaler: true,
  });
  cluster.addNodeGroup('gpu', {
    instanceTypes: ['g6.2xlarge'],
    minNodes: 0,
    maxNodes: 4,
    diskSizeGib: 200,
    diskThroughputMibps: 500,
    taints: [{ key: 'nvidia.com/gpu', value: 'true', effect: 'NO_SCHEDULE' }],
  });

  // Without nodes of one's own.
  cluster.addFargateProfile('jobs', {
    selectors: [{ namespace: 'jobs' }, { namespace: 'team-*', labels: { runtime: 'fargate' } }],
  });
  // README ends
}
