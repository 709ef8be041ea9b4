import { GkeHubFleet } from '@cdktf/provider-google/lib/gke-hub-fleet';
import { Token, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { FleetAgent, memberProjectsRefusal } from './fleet-agent';

/** Properties for `Fleet`. */
export interface FleetProps {
  /** Project id of the fleet. */
  readonly project: string;
  /**
   * Name that people see, from 4 to 30 characters.
   *
   * @default - none
   */
  readonly displayName?: string;
  /**
   * How much GKE looks for weaknesses of workloads, on clusters that are new to the fleet and do not say themselves.
   *
   * @default - GKE's own default
   */
  readonly securityPosture?: 'DISABLED' | 'BASIC' | 'ENTERPRISE';
  /**
   * Other projects whose clusters join the fleet.
   *
   * @default - none
   */
  readonly memberProjects?: readonly string[];
  /**
   * Whether Terraform refuses to destroy the fleet.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * The fleet of a project, of which there is one: clusters that trust each other. GKE makes it along with the first
 * cluster that joins, so make it here before that, or import it.
 */
export class Fleet extends Construct {
  /** The fleet itself, for clusters that have to wait for it. */
  public readonly dependable: ITerraformDependable;

  constructor(scope: Construct, id: string, props: FleetProps) {
    super(scope, id);

    const { project, displayName, securityPosture, memberProjects = [] } = props;
    refuse(this.node.path, [displayNameRefusal(displayName), memberProjectsRefusal(project, memberProjects)]);

    this.dependable = new GkeHubFleet(this, 'Resource', {
      project,
      displayName,
      defaultClusterConfig:
        securityPosture === undefined
          ? undefined
          : // Images are scanned in the registry; GKE's own scanning of workloads is being retired.
            { securityPostureConfig: { mode: securityPosture, vulnerabilityMode: 'VULNERABILITY_DISABLED' } },
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    new FleetAgent(this, 'Agent', { fleetProject: project, agent: 'gke-hub', projects: memberProjects });
  }
}

function displayNameRefusal(displayName?: string): Refusal | undefined {
  if (displayName === undefined || Token.isUnresolved(displayName)) return undefined;
  if (/^[A-Za-z0-9\-'" !]{4,30}$/.test(displayName)) return undefined;
  return {
    property: 'displayName',
    rule: 'must be 4 to 30 letters, digits, spaces, dashes, quotes and exclamation marks',
    got: displayName,
  };
}
