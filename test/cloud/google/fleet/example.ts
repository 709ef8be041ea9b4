import type { TerraformStack } from 'cdktf';
import {
  Fleet,
  FleetMembership,
  ManagedMesh,
  MultiClusterGateway,
  MultiClusterServices,
} from '../../../../lib/cloud/google';

/** The example of lib/cloud/google/fleet/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const project = 'funlynk-prod';
  new Fleet(stack, 'fleet', { project, displayName: 'Funlynk production' });

  const europe = FleetMembership.ofCluster({ project, location: 'europe-west1', clusterName: 'main' });
  const america = new FleetMembership(stack, 'america', {
    cluster: { project, location: 'us-east1-b', clusterName: 'made-by-hand' },
  });

  const mesh = new ManagedMesh(stack, 'mesh', { project });
  mesh.addMember('europe', europe);
  mesh.addMember('america', america);

  new MultiClusterServices(stack, 'services', { project, memberships: [europe, america] });
  new MultiClusterGateway(stack, 'gateway', { configMembership: europe });
  // README ends
}
