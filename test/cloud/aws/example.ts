import type { TerraformStack } from 'cdktf';
import { EksCluster, ExternalSecretsIdentity, Vpc, eksClusterName } from '../../../lib/cloud/aws';
import { secretReaders, type SystemModel } from '../../../lib/core/model/system-model';

/** The example of lib/cloud/aws/README.md, word for word between the two marks. */
export function example(stack: TerraformStack, model: SystemModel): void {
  // README begins
  const account = '111122223333';
  const region = 'us-east-1';
  const clusterName = eksClusterName('funlynk', 'production', 'us-east-1');

  const network = new Vpc(stack, 'network', {
    vpcName: clusterName,
    clusterName,
    account,
    region,
    cidr: '10.20.0.0/16',
    zones: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
  });
  const cluster = new EksCluster(stack, 'cluster', {
    clusterName,
    account,
    region,
    network,
    kubernetesVersion: '1.35',
    administrators: ['arn:aws:iam::111122223333:role/platform'],
  });
  cluster.addNodeGroup('general', { instanceTypes: ['m7g.large', 'm7g.xlarge'], minNodes: 3, maxNodes: 12 });
  cluster.addPodIdentity('uploads', {
    namespace: 'funlynk',
    serviceAccount: 'backend',
    statements: [{ sid: 'Put', actions: ['s3:PutObject'], resources: ['arn:aws:s3:::funlynk-uploads/avatars'] }],
  });
  new ExternalSecretsIdentity(stack, 'external-secrets', {
    system: 'funlynk',
    environment: 'production',
    cluster,
    readers: secretReaders(model),
  });
  // README ends
}
