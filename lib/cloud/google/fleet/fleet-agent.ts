import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { ServiceAgents } from '../service-agents';

/**
 * The service agents by which a fleet acts, and the role that each needs in projects with clusters.
 * https://cloud.google.com/iam/docs/service-agents
 */
const ROLES = {
  'gke-hub': 'roles/gkehub.serviceAgent',
  'multi-cluster-ingress': 'roles/container.admin',
  'multi-cluster-services': 'roles/multiclusterservicediscovery.serviceAgent',
  'service-mesh': 'roles/anthosservicemesh.serviceAgent',
} as const;

/** A part of a fleet that acts on clusters. */
export type FleetAgentName = keyof typeof ROLES;

/** Properties for `FleetAgent`. */
export interface FleetAgentProps {
  /** Project id of the fleet. */
  readonly fleetProject: string;
  readonly agent: FleetAgentName;
  /** Projects with clusters that the agent has to act on. */
  readonly projects: readonly string[];
  /**
   * What makes the agent, such as the feature that it serves.
   *
   * @default - the agent exists already
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** A service account of a fleet, and what it may do in projects with clusters. */
export class FleetAgent extends Construct {
  constructor(scope: Construct, id: string, props: FleetAgentProps) {
    super(scope, id);

    if (props.projects.length === 0) return;
    const agents = new ServiceAgents(this, 'Agents', { project: props.fleetProject });
    for (const project of new Set(props.projects)) {
      new ProjectIamMember(this, project, {
        project,
        role: ROLES[props.agent],
        member: agents.member(props.agent),
        dependsOn: [...(props.dependsOn ?? [])],
      });
    }
  }
}

/** Refuses the fleet's own project among the others: its agents may act there anyway. */
export function memberProjectsRefusal(fleetProject: string, memberProjects: readonly string[]): Refusal | undefined {
  if (!memberProjects.includes(fleetProject)) return undefined;
  return { property: 'memberProjects', rule: "must name other projects than the fleet's own", got: fleetProject };
}
