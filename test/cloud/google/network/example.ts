import type { TerraformStack } from 'cdktf';
import { GkeCluster, PrivateServiceAccess, SharedVpcHost, VpcNetwork } from '../../../../lib/cloud/google';

/** The example of lib/cloud/google/network/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const project = 'funlynk-prod';
  const network = new VpcNetwork(stack, 'main', {
    project,
    region: 'europe-west1',
    cidr: '10.40.0.0/16',
    natAddresses: 2,
    egress: 'google-apis',
    egressAllowed: { payments: { ranges: ['203.0.113.0/24'], ports: [443] } },
    subnets: { proxies: { cidr: '10.60.0.0/23', purpose: 'REGIONAL_MANAGED_PROXY' } },
  });
  new PrivateServiceAccess(stack, 'databases', { network, name: 'main-services' });

  // In the stack of the host project.
  new SharedVpcHost(stack, 'host', {
    project: 'funlynk-network',
    serviceProjects: { [project]: { subnets: [{ name: 'clusters', region: 'europe-west1' }] } },
  });

  // In the stack of the cluster.
  const shared = VpcNetwork.fromAttributes({
    project,
    hostProject: 'funlynk-network',
    region: 'europe-west1',
    network: 'shared',
    subnet: 'clusters',
    podsRange: 'pods',
    servicesRange: 'services',
    nodes: '10.0.0.0/20',
    pods: '10.16.0.0/14',
    services: '10.0.16.0/20',
    controlPlane: '10.0.32.0/28',
  });
  new GkeCluster(stack, 'cluster', { network: shared, name: 'second' });
  // README ends
}
