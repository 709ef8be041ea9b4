import type { TerraformStack } from 'cdktf';
import { EksCluster, Vpc, eksClusterName } from '../../../../lib/cloud/aws';

/** The example of lib/cloud/aws/karpenter/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const account = '111122223333';
  const region = 'us-east-1';
  const clusterName = eksClusterName('funlynk', 'production', region);
  const network = new Vpc(stack, 'network', {
    ...{ account, region, clusterName, vpcName: clusterName },
    cidr: '10.20.0.0/16',
    zones: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
  });
  const cluster = new EksCluster(stack, 'cluster', {
    ...{ account, region, clusterName, network },
    kubernetesVersion: '1.35',
    administrators: ['arn:aws:iam::111122223333:role/platform'],
  });
  // Karpenter itself runs on these, and so does what has to be there before it.
  cluster.addNodeGroup('system', { instanceTypes: ['m7g.large'], minNodes: 3, maxNodes: 4 });
  cluster.addKarpenter();
  // README ends
}
