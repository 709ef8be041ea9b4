import { ComputeSharedVpcHostProject } from '@cdktf/provider-google/lib/compute-shared-vpc-host-project';
import { ComputeSharedVpcServiceProject } from '@cdktf/provider-google/lib/compute-shared-vpc-service-project';
import { ComputeSubnetworkIamMember } from '@cdktf/provider-google/lib/compute-subnetwork-iam-member';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { ServiceAgents, type ServiceAgent } from '../service-agents';

/** Who makes machines and load balancers of a cluster, and so has to use the subnet. */
const SUBNET_USERS: readonly ServiceAgent[] = ['container-engine', 'google-apis'];

/** A project whose clusters join the shared network. */
export interface SharedVpcServiceProject {
  /** Name of the subnet that its clusters join. */
  readonly subnet: string;
  /** Region of the subnet. */
  readonly region: string;
  /**
   * Whether GKE may make firewall rules in the host project, for load balancers and Gateways. It may then change every
   * rule there. Without it, whoever owns the network makes them.
   *
   * @default false
   */
  readonly firewallAdministration?: boolean;
}

/** Properties for `SharedVpcHost`. */
export interface SharedVpcHostProps {
  /** Project id of the network. */
  readonly project: string;
  /** Projects whose clusters join it, by their id. */
  readonly serviceProjects: Readonly<Record<string, SharedVpcServiceProject>>;
  /**
   * Whether Terraform refuses to stop sharing, which cuts clusters off.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * Shares the network of a project with clusters of other projects: each gets the one subnet that is named for it, and
 * GKE there what it needs of the host.
 * https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-shared-vpc
 */
export class SharedVpcHost extends Construct {
  private readonly project: string;
  private readonly preventDestroy: boolean;

  constructor(scope: Construct, id: string, props: SharedVpcHostProps) {
    super(scope, id);

    const projects = Object.keys(props.serviceProjects);
    refuse(this.node.path, [serviceProjectsRefusal(props.project, projects)]);

    this.project = props.project;
    this.preventDestroy = props.deletionProtection ?? true;
    const host = new ComputeSharedVpcHostProject(this, 'Resource', {
      project: props.project,
      lifecycle: { preventDestroy: this.preventDestroy },
    });
    for (const [project, service] of Object.entries(props.serviceProjects)) this.attach(host, project, service);
  }

  private attach(host: ComputeSharedVpcHostProject, project: string, service: SharedVpcServiceProject): void {
    const scope = new Construct(this, project);
    const agents = new ServiceAgents(scope, 'Agents', { project });
    const attached = new ComputeSharedVpcServiceProject(scope, 'Resource', {
      hostProject: host.project,
      serviceProject: project,
      lifecycle: { preventDestroy: this.preventDestroy },
    });
    for (const user of SUBNET_USERS) {
      new ComputeSubnetworkIamMember(scope, `user-${user}`, {
        project: this.project,
        region: service.region,
        subnetwork: service.subnet,
        role: 'roles/compute.networkUser',
        member: agents.member(user),
        dependsOn: [attached],
      });
    }
    const roles = [
      'roles/container.hostServiceAgentUser',
      ...(service.firewallAdministration === true ? ['roles/compute.securityAdmin'] : []),
    ];
    for (const role of roles) {
      new ProjectIamMember(scope, role, {
        ...{ project: this.project, role },
        member: agents.member('container-engine'),
        dependsOn: [attached],
      });
    }
  }
}

function serviceProjectsRefusal(host: string, projects: readonly string[]): Refusal | undefined {
  const property = 'serviceProjects';
  if (projects.length === 0) return { property, rule: 'must name one project at least', got: projects };
  if (!projects.includes(host)) return undefined;
  return { property, rule: 'must not name the host project itself, which has the network anyway', got: host };
}
