import type { TerraformStack } from 'cdktf';
import { EksAutoCluster, EksCluster, eksClusterName, Vpc } from '../../../../lib/cloud/aws';

/** The example of lib/cloud/aws/eks/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const place = { account: '111122223333', region: 'us-east-1' };
  const zones = ['us-east-1a', 'us-east-1b', 'us-east-1c'];
  const administrators = ['arn:aws:iam::111122223333:role/platform'];

  // You say what nodes there are.
  const clusterName = eksClusterName('funlynk', 'production', 'us-east-1');
  const network = new Vpc(stack, 'network', {
    ...{ ...place, zones, clusterName, vpcName: clusterName },
    cidr: '10.20.0.0/16',
  });
  const cluster = new EksCluster(stack, 'cluster', {
    ...{ ...place, clusterName, network, administrators },
    kubernetesVersion: '1.35',
    accessEntries: {
      auditors: {
        principalArn: 'arn:aws:iam::111122223333:role/auditors',
        policies: { AmazonEKSAdminViewPolicy: 'cluster', AmazonEKSEditPolicy: ['audit-*'] },
      },
    },
    breakGlassRole: { trustedArns: ['arn:aws:iam::111122223333:user/on-duty'] },
    oidcProvider: true,
  });
  cluster.addNodeGroup('general', { instanceTypes: ['m7g.large', 'm7g.xlarge'], minNodes: 3, maxNodes: 12 });
  cluster.addFargateProfile('jobs', { selectors: [{ namespace: 'jobs' }] });
  cluster.addKarpenter();
  const statements = [{ sid: 'Put', actions: ['s3:PutObject'], resources: ['arn:aws:s3:::funlynk-uploads/avatars'] }];
  cluster.addPodIdentity('uploads', { namespace: 'web', serviceAccount: 'backend', statements });
  cluster.addIrsaRole('upload-jobs', { namespace: 'jobs', serviceAccount: 'uploads', statements });

  // AWS starts the nodes that pods ask for.
  const autoName = eksClusterName('funlynk', 'batch', 'us-east-1');
  new EksAutoCluster(stack, 'auto', {
    ...{ ...place, administrators },
    clusterName: autoName,
    network: new Vpc(stack, 'auto-network', {
      ...{ ...place, zones, clusterName: autoName, vpcName: autoName },
      cidr: '10.21.0.0/16',
    }),
    kubernetesVersion: '1.35',
  });
  // README ends
}
