import type { TerraformStack } from 'cdktf';
import { EksCluster, Vpc, eksClusterName } from '../../../../lib/cloud/aws';

/** The example of lib/cloud/aws/add-ons/README.md, word for word between the two marks. */
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
    addons: {
      enabled: ['aws-efs-csi-driver', 'metrics-server', 'snapshot-controller'],
      versions: { 'vpc-cni': 'v1.23.2-eksbuild.1' },
      coredns: { replicas: 3, maxReplicas: 30 },
      efsFileSystemArns: ['arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0'],
    },
  });
  cluster.addNodeGroup('general', { instanceTypes: ['m7g.large'], minNodes: 3, maxNodes: 12 });
  // README ends
}
