import { GkeHubFeature } from '@cdktf/provider-google/lib/gke-hub-feature';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { FleetAgent, memberProjectsRefusal } from './fleet-agent';
import type { IFleetMembership } from './fleet-membership';

/** Properties for `MultiClusterGateway`. */
export interface MultiClusterGatewayProps {
  /** Member whose Gateways, routes and MultiClusterIngresses count for the whole fleet; it brings the project along. */
  readonly configMembership: IFleetMembership;
  /**
   * Other projects with clusters of the fleet.
   *
   * @default - none
   */
  readonly memberProjects?: readonly string[];
  /**
   * Whether Terraform refuses to switch the feature off, and so to take its load balancers down.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * Lets one cluster of a fleet configure load balancers over all of them, by Gateways of the `-mc` classes. The
 * controller administers the clusters of each project, as Google asks.
 * https://cloud.google.com/kubernetes-engine/docs/how-to/enabling-multi-cluster-gateways
 */
export class MultiClusterGateway extends Construct {
  constructor(scope: Construct, id: string, props: MultiClusterGatewayProps) {
    super(scope, id);

    const { configMembership, memberProjects = [] } = props;
    const { project } = configMembership;
    refuse(this.node.path, [memberProjectsRefusal(project, memberProjects)]);

    const feature = new GkeHubFeature(this, 'Resource', {
      project,
      name: 'multiclusteringress',
      location: 'global',
      spec: { multiclusteringress: { configMembership: configMembership.id } },
      dependsOn: [...configMembership.dependables],
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    new FleetAgent(this, 'Agent', {
      fleetProject: project,
      agent: 'multi-cluster-ingress',
      projects: [project, ...memberProjects],
      dependsOn: [feature],
    });
  }
}
