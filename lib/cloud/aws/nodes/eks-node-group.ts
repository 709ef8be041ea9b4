import { EksNodeGroup as EksNodeGroupResource } from '@cdktf/provider-aws/lib/eks-node-group';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import { boundedName, isDnsLabel } from '../../../core/names';
import type { AwsConstructProps } from '../aws-construct';
import type { IEksCluster } from '../eks/eks-cluster-ref';
import { IamRole } from '../iam/iam-role';
import { nodeRoleName } from '../names';
import { type Architecture, parseInstanceType } from './instance-types';
import { amiType, type NodeImage } from './node-image';
import { NodeLaunchTemplate } from './node-launch-template';

const DEFAULTS = { spot: false, diskSizeGib: 50, image: 'BOTTLEROCKET' } as const;

/** What the provider's own suffix leaves of the 63 characters of a node group's name, less the dash. */
const MAX_NAME_PREFIX = 36;

/** Room for the images of the system pods; EKS' own default. */
const MIN_DISK_SIZE_GIB = 20;

/** Share of the nodes that an update takes away at once. */
const MAX_UNAVAILABLE_PERCENT = 33;

/** Keeps pods away that do not tolerate it. */
export interface NodeTaint {
  readonly key: string;
  readonly value: string;
  readonly effect: 'NO_SCHEDULE' | 'PREFER_NO_SCHEDULE' | 'NO_EXECUTE';
}

/** Options shared by `EksNodeGroup` and `EksCluster.addNodeGroup`. */
export interface EksNodeGroupOptions {
  /** Instance types in order of preference, all of one architecture. */
  readonly instanceTypes: readonly string[];
  /** Fewest nodes over all zones, and the number to start with. */
  readonly minNodes: number;
  /** Most nodes over all zones. */
  readonly maxNodes: number;
  /**
   * Cheaper machines that AWS may take away at two minutes' notice.
   *
   * @default false
   */
  readonly spot?: boolean;
  /**
   * Size of the volume for images, logs and `emptyDir`s.
   *
   * @default 50
   */
  readonly diskSizeGib?: number;
  /**
   * Operating system of the nodes.
   *
   * @default 'BOTTLEROCKET'
   */
  readonly image?: NodeImage;
  /** @default {} */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default [] */
  readonly taints?: readonly NodeTaint[];
}

/** Properties for `EksNodeGroup`. */
export interface EksNodeGroupProps extends EksNodeGroupOptions, AwsConstructProps {
  readonly cluster: IEksCluster;
  /** Name of the group, unique within the cluster. */
  readonly name: string;
  /** Private subnets, one in each zone. */
  readonly subnetIds: readonly string[];
  /** Key that the nodes' volumes are encrypted with; its policy lets Auto Scaling use it. */
  readonly volumesKeyArn: string;
  /**
   * Tags of the instances, their volumes and network interfaces, which the provider's default tags do not reach.
   *
   * @default {}
   */
  readonly instanceTags?: Readonly<Record<string, string>>;
  /**
   * What has to work before a node can join: the network's way out, the network add-on.
   *
   * @default []
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Machines of one kind that EKS starts, repairs and updates, with a role of their own.
 *
 * The number of nodes belongs to the autoscaler once the group exists. A change that EKS cannot make in place
 * starts the new group first, so that pods have somewhere to go; that is why AWS' name of the group ends in a suffix.
 *
 * Throws a `ConstructError` where the bounds, the instance types, the disk or the taints cannot work.
 */
export class EksNodeGroup extends Construct {
  /** What waits for the nodes depends on it. */
  public readonly resource: ITerraformDependable;
  public readonly roleArn: string;

  constructor(scope: Construct, id: string, props: EksNodeGroupProps) {
    super(scope, id);
    const { provider, cluster, name, instanceTypes, minNodes, maxNodes } = props;
    const { spot, diskSizeGib, image } = withDefaults(props);
    refuse(this.node.path, [...sizeRefusals(props, diskSizeGib), ...instanceTypeRefusals(instanceTypes)]);

    const role = this.addRole(props);
    const template = new NodeLaunchTemplate(this, 'LaunchTemplate', {
      provider,
      templateName: boundedName([cluster.clusterName, name], 128),
      image,
      diskSizeGib,
      kmsKeyArn: props.volumesKeyArn,
      tags: { ...props.instanceTags, Name: `${cluster.clusterName}-${name}` },
    });
    const group = new EksNodeGroupResource(this, 'Resource', {
      provider,
      clusterName: cluster.clusterNameRef,
      nodeGroupNamePrefix: `${boundedName([name], MAX_NAME_PREFIX)}-`,
      nodeRoleArn: role.arn,
      subnetIds: [...props.subnetIds],
      amiType: amiType(image, architectures(instanceTypes)[0] ?? 'x86_64'),
      capacityType: spot ? 'SPOT' : 'ON_DEMAND',
      instanceTypes: [...instanceTypes],
      launchTemplate: { id: template.templateId, version: template.version },
      scalingConfig: { minSize: minNodes, maxSize: maxNodes, desiredSize: minNodes },
      updateConfig: { maxUnavailablePercentage: MAX_UNAVAILABLE_PERCENT },
      nodeRepairConfig: { enabled: true },
      labels: { ...props.labels },
      taint: (props.taints ?? []).map(({ key, value, effect }) => ({ key, value, effect })),
      dependsOn: [...role.grants, ...(props.dependsOn ?? [])],
      lifecycle: { createBeforeDestroy: true, ignoreChanges: ['scaling_config[0].desired_size'] },
    });

    this.resource = group;
    this.roleArn = role.arn;
  }

  /** Joins the cluster and pulls images. The network add-on has an identity of its own, so its rights are not here. */
  private addRole({ provider, cluster, name }: EksNodeGroupProps): IamRole {
    return new IamRole(this, 'Role', {
      provider,
      roleName: nodeRoleName(cluster.clusterName, name),
      description: `Nodes of ${name} on ${cluster.clusterName}`,
      trust: { sid: 'Nodes', principal: { service: 'ec2.amazonaws.com' }, actions: ['sts:AssumeRole'] },
      managedPolicies: ['AmazonEKSWorkerNodePolicy', 'AmazonEC2ContainerRegistryPullOnly'],
    });
  }
}

function withDefaults(props: EksNodeGroupOptions): Required<Pick<EksNodeGroupOptions, keyof typeof DEFAULTS>> {
  return {
    spot: props.spot ?? DEFAULTS.spot,
    diskSizeGib: props.diskSizeGib ?? DEFAULTS.diskSizeGib,
    image: props.image ?? DEFAULTS.image,
  };
}

/** Architectures of the instance types, each once. */
function architectures(instanceTypes: readonly string[]): readonly Architecture[] {
  return [...new Set(instanceTypes.flatMap((type) => parseInstanceType(type)?.architecture ?? []))];
}

function sizeRefusals(props: EksNodeGroupProps, diskSizeGib: number): readonly (Refusal | undefined)[] {
  const { name, minNodes, maxNodes } = props;
  return [
    isDnsLabel(name)
      ? undefined
      : { property: 'name', rule: 'must be lower-case letters, digits and dashes, 63 at most', got: name },
    Number.isInteger(minNodes) && minNodes >= 0
      ? undefined
      : { property: 'minNodes', rule: 'must be a whole number, 0 or more', got: minNodes },
    Number.isInteger(maxNodes) && maxNodes >= 1
      ? undefined
      : { property: 'maxNodes', rule: 'must be a whole number, 1 or more', got: maxNodes },
    minNodes > maxNodes
      ? { property: 'minNodes', rule: `must be at most maxNodes (${maxNodes})`, got: minNodes }
      : undefined,
    Number.isInteger(diskSizeGib) && diskSizeGib >= MIN_DISK_SIZE_GIB
      ? undefined
      : { property: 'diskSizeGib', rule: `must be a whole number, ${MIN_DISK_SIZE_GIB} or more`, got: diskSizeGib },
  ];
}

function instanceTypeRefusals(instanceTypes: readonly string[]): readonly (Refusal | undefined)[] {
  const property = 'instanceTypes';
  const parsed = instanceTypes.map((name) => ({ name, type: parseInstanceType(name) }));
  return [
    instanceTypes.length === 0 ? { property, rule: 'must name one type at least', got: instanceTypes } : undefined,
    ...parsed.map(({ name, type }) => {
      if (type === undefined) return { property, rule: 'must be EC2 instance types such as m7g.large', got: name };
      if (!type.accelerated) return undefined;
      const remedy = 'choose a type without a GPU';
      return { property, rule: 'must have no accelerator, whose drivers the images lack', got: name, remedy };
    }),
    architectures(instanceTypes).length > 1
      ? {
          property,
          rule: 'must all be of one architecture',
          got: instanceTypes,
          remedy: 'make one node group for ARM (m7g, c7g) and one for x86 (m7i, c7i)',
        }
      : undefined,
  ];
}
