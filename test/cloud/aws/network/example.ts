import type { TerraformStack } from 'cdktf';
import { CLUSTER_ENDPOINTS, InterfaceEndpoints, Vpc } from '../../../../lib/cloud/aws';

/** The example of lib/cloud/aws/network/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const place = { account: '111122223333', region: 'us-east-1' };
  const zones = ['us-east-1a', 'us-east-1b', 'us-east-1c'];

  new Vpc(stack, 'main', {
    ...place,
    vpcName: 'funlynk-production',
    clusterName: 'funlynk-production-us-east-1',
    cidr: '10.20.0.0/18',
    podCidr: '100.64.0.0/16',
    zones,
    endpoints: ['ecr.api', 'ecr.dkr'],
    flowLogRetentionDays: 30,
  });

  // Without a way to the internet.
  new Vpc(stack, 'closed', {
    ...place,
    vpcName: 'funlynk-vault',
    cidr: '10.30.0.0/16',
    zones,
    natGateways: 'none',
    publicSubnets: false,
    endpoints: [...CLUSTER_ENDPOINTS, 'elasticfilesystem'],
  });

  // A network that is there already, with endpoints for it.
  const existing = Vpc.fromAttributes({
    vpcId: 'vpc-0a1b2c3d4e5f67890',
    privateSubnetIds: ['subnet-0a1b2c3d4e5f67890', 'subnet-0a1b2c3d4e5f67891'],
  });
  new InterfaceEndpoints(stack, 'endpoints', {
    ...place,
    vpcName: 'shared',
    vpcId: existing.vpcId,
    subnetIds: existing.privateSubnetIds,
    cidrs: ['10.0.0.0/16'],
    services: ['ecr.api', 'ecr.dkr', 'sts'],
  });
  // README ends
}
