import { EksNodeGroup as EksNodeGroupResource } from '@cdktf/provider-aws/lib/eks-node-group';
import { type ITerraformDependable, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import { boundedName, isDnsLabel } from '../../../core/names';
import type { AwsConstructProps } from '../aws-construct';
import type { IEksCluster } from '../eks/eks-cluster-ref';
import { IamRole } from '../iam/iam-role';
import { nodeRoleName } from '../names';
import { pullThroughStatements } from '../registry/pull-through-statements';
import { autoscalerRefusals, ClusterAutoscalerTags } from './cluster-autoscaler-tags';
import { capacityRefusals, capacityType, type EksNodeCapacityOptions } from './node-capacity';
import { diskRefusals, diskSize, type EksNodeDiskOptions } from './node-disks';
import { DEFAULT_IMAGE, type EksNodeImageOptions, imageRefusals, nodeAmiType } from './node-image';
import { NodeLaunchTemplate } from './node-launch-template';
import { type EksNodePlacementOptions, makePlacementGroup, placementRefusals } from './node-placement';
import { type EksNodeSchedulingOptions, schedulingRefusals, sortedTaints } from './node-scheduling';
import { type EksNodeSizeOptions, scalingConfig, sizeRefusals } from './node-size';
import { type EksNodeUpdateOptions, updateConfig, updateRefusals } from './node-update';
import { type EksNodeSystemOptions, userDataRefusals } from './node-user-data';

const DEFAULTS = { sessionManager: true, nodeRepair: true, clusterAutoscaler: false, exactName: false } as const;

/** What the provider's own suffix leaves of the 63 characters of a node group's name, less the dash. */
const MAX_NAME_PREFIX = 36;

/** First release of the provider that knows `update_strategy`; the bound one, 6.25, does not. */
const UPDATE_STRATEGY_PROVIDER = '~> 6.26';

/** Options shared by `EksNodeGroup` and `EksCluster.addNodeGroup`. */
export interface EksNodeGroupOptions
  extends
    EksNodeImageOptions,
    EksNodeSizeOptions,
    EksNodeCapacityOptions,
    EksNodePlacementOptions,
    EksNodeDiskOptions,
    EksNodeSchedulingOptions,
    EksNodeSystemOptions,
    EksNodeUpdateOptions {
  /**
   * Whether people may get a shell on the nodes through Systems Manager, as IAM lets them. There is no SSH.
   *
   * @default true
   */
  readonly sessionManager?: boolean;
  /**
   * Whether CloudWatch gets metrics of the machines every minute, which costs something, and not every five.
   *
   * @default true
   */
  readonly monitoring?: boolean;
  /**
   * Security groups of the nodes, beside the one that EKS makes for the cluster.
   *
   * @default []
   */
  readonly additionalSecurityGroupIds?: readonly string[];
  /**
   * Whether the group is tagged for the cluster autoscaler: to find it, and to know its nodes while there is none.
   *
   * @default false
   */
  readonly clusterAutoscaler?: boolean;
  /**
   * Whether the group is called `name`, and nothing else: for a group that is there already and is to be imported.
   * What cannot be changed in place then takes the old nodes away before there are new ones.
   *
   * @default false
   */
  readonly exactName?: boolean;
}

/** Properties for `EksNodeGroup`. */
export interface EksNodeGroupProps extends EksNodeGroupOptions, AwsConstructProps {
  /** Cluster that the nodes join. */
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
   * Prefixes of the registry's caches, see `PullThroughCache`, that nodes may bring new images into: by the first pull of
   * an image its repository is made.
   *
   * @default [] - images are pulled that are there already
   */
  readonly pullThroughCaches?: readonly string[];
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
 * Throws a `ConstructError` where the options cannot work, each by itself or together.
 */
export class EksNodeGroup extends Construct {
  /** What waits for the nodes depends on it. */
  public readonly resource: ITerraformDependable;
  /** Role that the nodes act as. */
  public readonly roleArn: string;
  /** AWS' name of the group, known once created: pods had better choose nodes by labels. */
  public readonly nodeGroupName: string;
  /** Name of the Auto Scaling group that EKS makes, known once created. */
  public readonly autoScalingGroupName: string;

  constructor(scope: Construct, id: string, props: EksNodeGroupProps) {
    super(scope, id);
    refuse(this.node.path, refusals(props));
    const { provider, cluster, name, exactName = DEFAULTS.exactName } = props;

    const role = this.addRole(props);
    const template = this.addLaunchTemplate(props);
    const group = new EksNodeGroupResource(this, 'Resource', {
      provider,
      clusterName: cluster.clusterNameRef,
      ...(exactName ? { nodeGroupName: name } : { nodeGroupNamePrefix: `${boundedName([name], MAX_NAME_PREFIX)}-` }),
      nodeRoleArn: role.arn,
      subnetIds: [...props.subnetIds],
      amiType: nodeAmiType(props),
      capacityType: capacityType(props),
      // Of a Capacity Block, the launch template has the type.
      ...(props.capacityBlock === true ? {} : { instanceTypes: [...props.instanceTypes] }),
      launchTemplate: { id: template.templateId, version: template.version },
      scalingConfig: scalingConfig(props),
      updateConfig: updateConfig(props),
      forceUpdateVersion: props.forceUpdateVersion,
      version: props.kubernetesVersion,
      releaseVersion: props.releaseVersion,
      nodeRepairConfig: { enabled: props.nodeRepair ?? DEFAULTS.nodeRepair },
      labels: { ...props.labels },
      taint: sortedTaints(props.taints),
      dependsOn: [...role.grants, ...(props.dependsOn ?? [])],
      lifecycle: {
        ...(exactName ? {} : { createBeforeDestroy: true }),
        ignoreChanges: ['scaling_config[0].desired_size'],
      },
    });
    if (props.updateStrategy !== undefined) this.setUpdateStrategy(group, props.updateStrategy);

    this.resource = group;
    this.roleArn = role.arn;
    this.nodeGroupName = group.nodeGroupName;
    this.autoScalingGroupName = group.resources.get(0).autoscalingGroups.get(0).name;
    this.tagForAutoscaler(props);
  }

  /** Joins the cluster and pulls images. The network add-on has an identity of its own, so its rights are not here. */
  private addRole(props: EksNodeGroupProps): IamRole {
    const { provider, cluster, name, sessionManager = DEFAULTS.sessionManager } = props;
    return new IamRole(this, 'Role', {
      provider,
      roleName: nodeRoleName(cluster.clusterName, name),
      description: `Nodes of ${name} on ${cluster.clusterName}`,
      trust: { sid: 'Nodes', principal: { service: 'ec2.amazonaws.com' }, actions: ['sts:AssumeRole'] },
      managedPolicies: [
        'AmazonEKSWorkerNodePolicy',
        'AmazonEC2ContainerRegistryPullOnly',
        ...(sessionManager ? ['AmazonSSMManagedInstanceCore'] : []),
      ],
      statements: pullThroughStatements(cluster, props.pullThroughCaches),
    });
  }

  private addLaunchTemplate(props: EksNodeGroupProps): NodeLaunchTemplate {
    const { provider, cluster, name, additionalSecurityGroupIds = [], placementGroup } = props;
    const { clusterName } = cluster;
    return new NodeLaunchTemplate(this, 'LaunchTemplate', {
      ...props,
      templateName: boundedName([clusterName, name], 128),
      image: props.image ?? DEFAULT_IMAGE,
      kmsKeyArn: props.volumesKeyArn,
      tags: { ...props.instanceTags, Name: `${clusterName}-${name}` },
      placementGroupName: makePlacementGroup(this, { provider, clusterName, name, placementGroup }),
      // Where the template has security groups, EKS no longer adds the cluster's.
      ...(additionalSecurityGroupIds.length === 0
        ? {}
        : { securityGroupIds: [cluster.clusterSecurityGroupId, ...additionalSecurityGroupIds] }),
    });
  }

  private setUpdateStrategy(group: EksNodeGroupResource, strategy: string): void {
    group.addOverride('update_config.update_strategy', strategy);
    TerraformStack.of(this).addOverride('terraform.required_providers.aws.version', UPDATE_STRATEGY_PROVIDER);
  }

  private tagForAutoscaler(props: EksNodeGroupProps): void {
    if (!(props.clusterAutoscaler ?? DEFAULTS.clusterAutoscaler)) return;
    const { provider, cluster, labels, taints } = props;
    new ClusterAutoscalerTags(this, 'AutoscalerTags', {
      ...{ provider, labels, taints },
      clusterName: cluster.clusterName,
      diskSizeGib: diskSize(props),
      autoScalingGroupName: this.autoScalingGroupName,
    });
  }
}

function refusals(props: EksNodeGroupProps): readonly (Refusal | undefined)[] {
  const { name, cluster, subnetIds, clusterAutoscaler = DEFAULTS.clusterAutoscaler } = props;
  return [
    isDnsLabel(name)
      ? undefined
      : { property: 'name', rule: 'must be lower-case letters, digits and dashes, 63 at most', got: name },
    cluster.mode === 'auto'
      ? {
          property: 'cluster',
          rule: 'must be a standard one, since EKS Auto Mode has no network add-on for these nodes',
          got: cluster.clusterName,
          remedy: 'leave the group out, or use EksCluster',
        }
      : undefined,
    subnetIds.length === 0 ? { property: 'subnetIds', rule: 'must name one at least', got: subnetIds } : undefined,
    ...imageRefusals(props),
    ...sizeRefusals(props),
    ...capacityRefusals(props),
    ...placementRefusals(props),
    ...diskRefusals(props),
    ...schedulingRefusals(props),
    ...userDataRefusals(props),
    ...updateRefusals(props),
    ...(clusterAutoscaler
      ? autoscalerRefusals({ ...props, clusterName: cluster.clusterName, diskSizeGib: diskSize(props) })
      : []),
  ];
}
