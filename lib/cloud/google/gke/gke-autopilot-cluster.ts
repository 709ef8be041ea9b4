import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { autopilotAddOns } from './gke-add-ons';
import { provisionedNodes } from './gke-autoscaling';
import { GkeClusterBase, type GkeClusterOptions } from './gke-cluster-base';

/** Properties for `GkeAutopilotCluster`. It is regional always, and what nodes are like is GKE's business. */
export interface GkeAutopilotClusterProps extends GkeClusterOptions {
  /**
   * Whether pods may have the capability `NET_ADMIN`, as sidecars of a mesh without its CNI plugin need it.
   *
   * @default false
   */
  readonly allowNetAdmin?: boolean;
}

/**
 * A GKE Autopilot cluster: Google runs the nodes and charges for what pods ask for. It is as closed as `GkeCluster`,
 * and nodes run as an account of their own, on disks encrypted with the cluster's own key. Dataplane V2, shielded nodes,
 * Workload Identity and vertical pod autoscaling are Autopilot's own choice, so they are not written down.
 */
export class GkeAutopilotCluster extends GkeClusterBase {
  constructor(scope: Construct, id: string, props: GkeAutopilotClusterProps) {
    super(scope, id, props, {
      mode: 'autopilot',
      location: props.network.region,
      refusals: autopilotRefusals(props),
      attributes: (node) => {
        const { serviceAccount, oauthScopes, bootDiskKmsKey } = node;
        return {
          ...autopilotAddOns(props),
          ...provisionedNodes(node),
          enableAutopilot: true,
          allowNetAdmin: props.allowNetAdmin ?? false,
          clusterAutoscaling: { autoProvisioningDefaults: { serviceAccount, oauthScopes, bootDiskKmsKey } },
        };
      },
    });
  }
}

/** Refuses what Autopilot cannot be without, and what it does not offer. */
function autopilotRefusals({ releaseChannel, managedPrometheus }: GkeAutopilotClusterProps): (Refusal | undefined)[] {
  return [
    releaseChannel === 'EXTENDED'
      ? {
          property: 'releaseChannel',
          rule: 'must be RAPID, REGULAR or STABLE on Autopilot',
          got: releaseChannel,
          remedy: 'choose STABLE, or use GkeCluster',
        }
      : undefined,
    managedPrometheus === false
      ? {
          property: 'managedPrometheus',
          rule: 'must be true on Autopilot, which always has it',
          got: managedPrometheus,
          remedy: 'leave it out, or use GkeCluster',
        }
      : undefined,
  ];
}
