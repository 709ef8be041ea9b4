import { GkeHubFeature } from '@cdktf/provider-google/lib/gke-hub-feature';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { workloadPool } from '../names';
import { FleetAgent, memberProjectsRefusal } from './fleet-agent';
import type { IFleetMembership } from './fleet-membership';

/** Kubernetes service account that finds the services of other clusters. */
const IMPORTER = 'gke-mcs/gke-mcs-importer';

/** Properties for `MultiClusterServices`. */
export interface MultiClusterServicesProps {
  /** Project id of the fleet. */
  readonly project: string;
  /**
   * Other projects with clusters of the fleet, or with the network that they share.
   *
   * @default - none
   */
  readonly memberProjects?: readonly string[];
  /**
   * Members to wait for. A project has no pool of identities before its first cluster, and nothing can be granted to
   * its pods before that.
   *
   * @default - none: each project has a cluster already
   */
  readonly memberships?: readonly IFleetMembership[];
  /**
   * Whether Terraform refuses to switch the feature off.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * Has the clusters of a fleet find each other's services: a `ServiceExport` in one is a `ServiceImport` in all. They
 * have to be in one network. https://cloud.google.com/kubernetes-engine/docs/how-to/multi-cluster-services
 */
export class MultiClusterServices extends Construct {
  constructor(scope: Construct, id: string, props: MultiClusterServicesProps) {
    super(scope, id);

    const { project, memberProjects = [], memberships = [] } = props;
    refuse(this.node.path, [memberProjectsRefusal(project, memberProjects)]);

    const feature = new GkeHubFeature(this, 'Resource', {
      project,
      name: 'multiclusterservicediscovery',
      location: 'global',
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    for (const member of new Set([project, ...memberProjects])) {
      new ProjectIamMember(this, `importer-${member}`, {
        project: member,
        role: 'roles/compute.networkViewer',
        member: `serviceAccount:${workloadPool(member)}[${IMPORTER}]`,
        dependsOn: memberships.flatMap(({ dependables }) => [...dependables]),
      });
    }
    new FleetAgent(this, 'Agent', {
      fleetProject: project,
      agent: 'multi-cluster-services',
      projects: memberProjects,
      dependsOn: [feature],
    });
  }
}
