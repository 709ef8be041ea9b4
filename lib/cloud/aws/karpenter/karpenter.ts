import { Ec2Tag } from '@cdktf/provider-aws/lib/ec2-tag';
import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import { ebsCsiKeyStatements } from '../add-ons/ebs-csi-statements';
import type { AwsConstructProps } from '../aws-construct';
import type { IEksCluster } from '../eks/eks-cluster-ref';
import { IamRole } from '../iam/iam-role';
import type { PolicyStatement } from '../iam/policy-document';
import { PodIdentity } from '../identity/pod-identity';
import { karpenterNodeRoleName, roleArn } from '../names';
import { pullThroughStatements } from '../registry/pull-through-statements';
import { discoveryStatements } from './discovery-statements';
import { instanceProfileStatements } from './instance-profile-statements';
import { InterruptionQueue, interruptionStatements } from './interruption-queue';
import { DISCOVERY_TAG } from './karpenter-tags';
import { machineStatements } from './machine-statements';

const DEFAULTS = { namespace: 'kube-system', serviceAccount: 'karpenter', interruptionQueue: true } as const;

/** Joins the cluster, pulls images, and lets people in through Session Manager instead of SSH. */
const NODE_POLICIES = [
  'AmazonEKSWorkerNodePolicy',
  'AmazonEC2ContainerRegistryPullOnly',
  'AmazonSSMManagedInstanceCore',
] as const;

/** The network add-on and the drivers have identities of their own; every pod of a machine would get these rights. */
const NEEDLESS_NODE_POLICIES = [
  'AmazonEBSCSIDriverPolicyV2',
  'AmazonEKS_CNI_Policy',
  'service-role/AmazonEBSCSIDriverPolicy',
];

/** Policies that a role may have, unless AWS raises the quota; the node role has three of its own. */
const MAX_POLICIES_PER_ROLE = 10;

/** Options shared by `Karpenter` and `EksCluster.addKarpenter`. */
export interface KarpenterOptions {
  /**
   * Namespace of Karpenter's controller.
   *
   * @default 'kube-system'
   */
  readonly namespace?: string;
  /**
   * Service account of Karpenter's controller.
   *
   * @default 'karpenter'
   */
  readonly serviceAccount?: string;
  /**
   * Whether Karpenter learns in time of the machines that AWS takes away, through a queue. Spot machines need it.
   *
   * @default true
   */
  readonly interruptionQueue?: boolean;
  /**
   * Policies that AWS keeps, by name, which the machines have besides what they need to join: `CloudWatchAgentServerPolicy`.
   *
   * @default []
   */
  readonly nodeManagedPolicies?: readonly string[];
  /**
   * Key that the messages of the queue are encrypted with; its policy has to hold `interruptionKeyStatement`.
   *
   * @default - a key of SQS' own
   */
  readonly kmsKeyArn?: string;
}

/** Properties for `Karpenter`. */
export interface KarpenterProps extends KarpenterOptions, AwsConstructProps {
  /** Cluster that gets the machines. */
  readonly cluster: IEksCluster;
  /** Key that the machines' volumes are encrypted with. */
  readonly volumesKeyArn: string;
  /**
   * Prefixes of the registry's caches, see `PullThroughCache`, that machines may bring new images into: by the first pull of
   * an image its repository is made.
   *
   * @default [] - images are pulled that are there already
   */
  readonly pullThroughCaches?: readonly string[];
  /**
   * What has to work before a machine can join: the network's way out, the network add-on.
   *
   * @default []
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * What Karpenter needs of AWS: an identity for its controller, a role for its machines, a queue that tells which of
 * them AWS takes away, and the tag by which it finds the cluster's security group. The controller itself, and the
 * objects `NodePool` and `EC2NodeClass`, are installed on the cluster.
 *
 * Throws a `ConstructError` on a cluster with Auto Mode, or where an option cannot work.
 */
export class Karpenter extends Construct {
  public readonly controllerRoleArn: string;
  /** Name of the machines' role, for an `EC2NodeClass`; known at synthesis. */
  public readonly nodeRoleName: string;
  /** Name of the queue, for Karpenter's setting `interruptionQueue`; known at synthesis, undefined without queue. */
  public readonly queueName: string | undefined;
  /** What has to exist before the controller can work. */
  public readonly grants: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: KarpenterProps) {
    super(scope, id);
    refuse(this.node.path, refusals(props));
    const { provider, cluster, kmsKeyArn } = props;
    const { account, region, clusterName } = cluster;

    const nodeRole = addNodeRole(this, props);
    const accessEntry = new EksAccessEntry(this, 'AccessEntry', {
      provider,
      clusterName: cluster.clusterNameRef,
      principalArn: nodeRole.arn,
      type: 'EC2_LINUX',
      dependsOn: [...nodeRole.grants, ...(props.dependsOn ?? [])],
    });
    const queue = hasQueue(props)
      ? new InterruptionQueue(this, 'InterruptionQueue', { provider, account, region, clusterName, kmsKeyArn })
      : undefined;
    const controller = new PodIdentity(this, 'Controller', {
      ...{ provider, cluster, name: 'karpenter' },
      namespace: props.namespace ?? DEFAULTS.namespace,
      serviceAccount: props.serviceAccount ?? DEFAULTS.serviceAccount,
      statements: karpenterStatements(props),
    });
    const discovery = new Ec2Tag(this, 'DiscoveryTag', {
      provider,
      resourceId: cluster.clusterSecurityGroupId,
      key: DISCOVERY_TAG,
      value: clusterName,
    });

    this.controllerRoleArn = controller.roleArn;
    this.nodeRoleName = nodeRole.roleName;
    this.queueName = queue?.queueName;
    this.grants = [...controller.grants, accessEntry, discovery];
  }
}

/** All that the controller may do, for a policy within the role: the statements name one cluster and one node role. */
export function karpenterStatements(
  props: Pick<KarpenterProps, 'cluster' | 'volumesKeyArn' | 'kmsKeyArn' | 'interruptionQueue'>,
): readonly PolicyStatement[] {
  const { cluster, volumesKeyArn, kmsKeyArn } = props;
  const { clusterName } = cluster;
  return [
    ...machineStatements(cluster, clusterName),
    ...ebsCsiKeyStatements(cluster, volumesKeyArn),
    ...instanceProfileStatements(cluster, clusterName, roleArn(cluster.account, karpenterNodeRoleName(clusterName))),
    ...discoveryStatements(cluster, clusterName),
    ...(hasQueue(props) ? interruptionStatements(cluster, clusterName, kmsKeyArn) : []),
  ];
}

function addNodeRole(
  scope: Construct,
  { provider, cluster, nodeManagedPolicies = [], pullThroughCaches }: KarpenterProps,
): IamRole {
  return new IamRole(scope, 'NodeRole', {
    provider,
    roleName: karpenterNodeRoleName(cluster.clusterName),
    description: `Machines that Karpenter starts for ${cluster.clusterName}`,
    trust: { sid: 'Nodes', principal: { service: 'ec2.amazonaws.com' }, actions: ['sts:AssumeRole'] },
    managedPolicies: [...NODE_POLICIES, ...nodeManagedPolicies],
    statements: pullThroughStatements(cluster, pullThroughCaches),
  });
}

function hasQueue({ interruptionQueue }: Pick<KarpenterOptions, 'interruptionQueue'>): boolean {
  return interruptionQueue ?? DEFAULTS.interruptionQueue;
}

function refusals(props: KarpenterProps): readonly (Refusal | undefined)[] {
  const { cluster, kmsKeyArn, nodeManagedPolicies = [] } = props;
  return [
    cluster.mode === 'auto'
      ? {
          property: 'cluster',
          rule: 'must not be one with EKS Auto Mode, where AWS runs Karpenter',
          got: cluster.clusterName,
          remedy: 'leave Karpenter out, or choose a standard cluster',
        }
      : undefined,
    kmsKeyArn !== undefined && !hasQueue(props)
      ? {
          property: 'kmsKeyArn',
          rule: 'must not be there without a queue to encrypt',
          got: kmsKeyArn,
          remedy: 'leave it out, or switch interruptionQueue on',
        }
      : undefined,
    ...nodeManagedPolicies.map(nodePolicyRefusal),
    ...repeatedPolicies([...NODE_POLICIES, ...nodeManagedPolicies]),
    nodeManagedPolicies.length + NODE_POLICIES.length > MAX_POLICIES_PER_ROLE
      ? {
          property: 'nodeManagedPolicies',
          rule: `must be at most ${MAX_POLICIES_PER_ROLE - NODE_POLICIES.length}, which is what a role has room for`,
          got: nodeManagedPolicies,
        }
      : undefined,
  ];
}

function nodePolicyRefusal(got: string): Refusal | undefined {
  if (!NEEDLESS_NODE_POLICIES.includes(got)) return undefined;
  const rule = 'must not give every pod of a machine the rights of an add-on';
  return { property: 'nodeManagedPolicies', rule, got, remedy: 'leave it out: the add-on has an identity of its own' };
}

function repeatedPolicies(policies: readonly string[]): readonly Refusal[] {
  return policies
    .filter((policy, index) => policies.indexOf(policy) !== index)
    .map((got) => ({
      property: 'nodeManagedPolicies',
      rule: 'must name each policy once, and none that is there',
      got,
    }));
}
