import { ComputeSharedVpcHostProject } from '@cdktf/provider-google/lib/compute-shared-vpc-host-project';
import { ComputeSharedVpcServiceProject } from '@cdktf/provider-google/lib/compute-shared-vpc-service-project';
import { ComputeSubnetworkIamMember } from '@cdktf/provider-google/lib/compute-subnetwork-iam-member';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';
import { ServiceAgents, type ServiceAgent } from '../service-agents';

const MAX_SUBNET_NAME = 63;

/** Who makes machines and load balancers of a cluster, and so has to use the subnet. */
const SUBNET_USERS: readonly ServiceAgent[] = ['container-engine', 'google-apis'];

/** A subnet of the shared network. */
export interface SharedSubnet {
  /** Name of the subnet. */
  readonly name: string;
  /** Region of the subnet. */
  readonly region: string;
}

/** A project whose clusters join the shared network. */
export interface SharedVpcServiceProject {
  /** Subnets that its clusters join: one in each of their regions. It may use no others. */
  readonly subnets: readonly SharedSubnet[];
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
 * Shares the network of a project with clusters of other projects: each gets the subnets that are named for it, and
 * GKE there what it needs of the host.
 * https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-shared-vpc
 */
export class SharedVpcHost extends Construct {
  private readonly project: string;
  private readonly preventDestroy: boolean;

  constructor(scope: Construct, id: string, props: SharedVpcHostProps) {
    super(scope, id);

    refuse(this.node.path, [hostRefusal(props), ...Object.entries(props.serviceProjects).flatMap(subnetRefusals)]);

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
    const subnets = new Map(service.subnets.map((subnet) => [`${subnet.region}-${subnet.name}`, subnet]));
    for (const [key, subnet] of subnets) this.share(new Construct(scope, key), subnet, agents, attached);
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

  private share(scope: Construct, subnet: SharedSubnet, agents: ServiceAgents, attached: ITerraformDependable): void {
    for (const user of SUBNET_USERS) {
      new ComputeSubnetworkIamMember(scope, user, {
        project: this.project,
        region: subnet.region,
        subnetwork: subnet.name,
        role: 'roles/compute.networkUser',
        member: agents.member(user),
        dependsOn: [attached],
      });
    }
  }
}

function hostRefusal({ project, serviceProjects }: SharedVpcHostProps): Refusal | undefined {
  const property = 'serviceProjects';
  const projects = Object.keys(serviceProjects);
  if (projects.length === 0) return { property, rule: 'must name one project at least', got: projects };
  if (!projects.includes(project)) return undefined;
  return { property, rule: 'must not name the host project itself, which has the network anyway', got: project };
}

function subnetRefusals([project, { subnets }]: [string, SharedVpcServiceProject]): (Refusal | undefined)[] {
  const property = `serviceProjects.${project}.subnets`;
  if (subnets.length === 0) return [{ property, rule: 'must name one at least', got: subnets }];
  return subnets.map(({ name }) => resourceNameRefusal(property, name, MAX_SUBNET_NAME));
}
