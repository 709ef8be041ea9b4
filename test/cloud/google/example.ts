import type { TerraformStack } from 'cdktf';
import { CLUSTER_SERVICES, GkeCluster, ProjectServices, VpcNetwork } from '../../../lib/cloud/google';

/** The example of lib/cloud/google/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const project = 'funlynk-prod';
  new ProjectServices(stack, 'Services', { project, services: CLUSTER_SERVICES }).requiredBy(stack);

  const network = new VpcNetwork(stack, 'main', { project, region: 'europe-west1', cidr: '10.40.0.0/16' });
  const cluster = new GkeCluster(stack, 'cluster', { network, name: 'main' });
  cluster.addNodePool('general', { machineType: 'e2-standard-4', nodes: { min: 3, max: 12 } });
  // README ends
}
