import type { TerraformStack } from 'cdktf';
import { GkeAutopilotCluster, GkeCluster, VpcNetwork } from '../../../../lib/cloud/google';

/** The example of lib/cloud/google/gke/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const project = 'funlynk-prod';
  const region = 'europe-west1';

  // Standard: you say what nodes there are.
  const network = new VpcNetwork(stack, 'main', { project, region, cidr: '10.40.0.0/16' });
  const cluster = new GkeCluster(stack, 'cluster', {
    network,
    name: 'main',
    administrators: ['group:platform@example.com'],
    maintenanceExclusions: {
      'year-end': {
        startTime: '2026-12-18T00:00:00Z',
        endTime: '2027-01-04T00:00:00Z',
        scope: 'NO_MINOR_OR_NODE_UPGRADES',
      },
    },
    usageExport: { expirationDays: 400 },
  });
  cluster.addNodePool('general', { machineType: 'e2-standard-4', nodes: { min: 3, max: 12 } });

  // Autopilot: Google makes the nodes that pods ask for.
  const other = new VpcNetwork(stack, 'batch', { project, region, cidr: '10.41.0.0/16' });
  new GkeAutopilotCluster(stack, 'autopilot', { network: other, name: 'batch' });
  // README ends
}
