import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksAccessPolicyAssociation } from '@cdktf/provider-aws/lib/eks-access-policy-association';
import type { EksClusterConfig } from '@cdktf/provider-aws/lib/eks-cluster';
import type { Construct } from 'constructs';
import { ebsCsiKeyStatements } from '../add-ons/ebs-csi-statements';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { IamRole } from '../iam/iam-role';
import type { PolicyStatement } from '../iam/policy-document';
import { autoNodeRoleName, roleArn } from '../names';
import { pullThroughStatements } from '../registry/pull-through-statements';
import { accessPolicyArn } from './access-policies';
import type { IEksCluster } from './eks-cluster-ref';

/** Pools that EKS keeps. https://docs.aws.amazon.com/eks/latest/userguide/set-builtin-node-pools.html */
export const AUTO_NODE_POOLS = ['general-purpose', 'system'] as const;
export type EksAutoNodePool = (typeof AUTO_NODE_POOLS)[number];

/** What Auto Mode does in the role of the control plane. https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html */
export const AUTO_MODE_POLICIES = [
  'AmazonEKSBlockStoragePolicy',
  'AmazonEKSComputePolicy',
  'AmazonEKSLoadBalancingPolicy',
  'AmazonEKSNetworkingPolicy',
] as const;

/** Joins the cluster and pulls images: the least that works. https://docs.aws.amazon.com/eks/latest/userguide/auto-create-node-role.html */
const NODE_POLICIES = ['AmazonEKSWorkerNodeMinimalPolicy', 'AmazonEC2ContainerRegistryPullOnly'] as const;

/** The part of an Auto Mode cluster's options that has to do with its nodes. */
export interface EksAutoModeOptions {
  /**
   * Pools that EKS keeps; none is for clusters whose pools are all their own objects `NodePool`.
   *
   * @default ['general-purpose', 'system']
   */
  readonly nodePools?: readonly EksAutoNodePool[];
}

/** What the machines' role depends on. */
interface EksAutoNodes extends AwsConstructProps, AwsPlace {
  readonly clusterName: string;
  readonly pullThroughCaches?: readonly string[];
}

/** Compute, load balancing and block storage, which EKS turns on together or not at all, as the provider writes it. */
export function autoMode(
  options: EksAutoModeOptions,
  nodeRoleArn: string,
): Pick<EksClusterConfig, 'computeConfig' | 'kubernetesNetworkConfig' | 'storageConfig'> {
  const nodePools = autoNodePools(options);
  return {
    // Without pools of its own, EKS takes no role for them.
    computeConfig: { enabled: true, nodePools, ...(nodePools.length === 0 ? {} : { nodeRoleArn }) },
    kubernetesNetworkConfig: { elasticLoadBalancing: { enabled: true } },
    storageConfig: { blockStorage: { enabled: true } },
  };
}

/** Role of the machines that Auto Mode starts. */
export function addAutoNodeRole(
  scope: Construct,
  { provider, account, region, clusterName, pullThroughCaches }: EksAutoNodes,
): IamRole {
  return new IamRole(scope, 'NodeRole', {
    provider,
    roleName: autoNodeRoleName(clusterName),
    description: `Machines that EKS starts for ${clusterName}`,
    trust: { sid: 'Nodes', principal: { service: 'ec2.amazonaws.com' }, actions: ['sts:AssumeRole'] },
    managedPolicies: [...NODE_POLICIES],
    statements: pullThroughStatements({ account, region }, pullThroughCaches),
  });
}

/** Lets the machines in where EKS does not do it itself, which is where it has no pools to start them for. */
export function addAutoNodeAccess(
  scope: Construct,
  props: EksAutoModeOptions & AwsConstructProps,
  cluster: IEksCluster,
): void {
  if (autoNodePools(props).length > 0) return;
  const { provider } = props;
  const entry = new EksAccessEntry(scope, 'NodeAccess', {
    provider,
    clusterName: cluster.clusterNameRef,
    principalArn: roleArn(cluster.account, autoNodeRoleName(cluster.clusterName)),
    type: 'EC2',
  });
  new EksAccessPolicyAssociation(scope, 'NodeAccessPolicy', {
    provider,
    clusterName: cluster.clusterNameRef,
    principalArn: entry.principalArn,
    policyArn: accessPolicyArn('AmazonEKSAutoNodePolicy'),
    accessScope: { type: 'cluster' },
  });
}

/**
 * What the control plane does for Auto Mode beyond AWS' policies: encrypt volumes with the cluster's key, and put
 * tags of its owner on what it makes, which those policies keep it from.
 */
export function autoModeStatements(
  place: AwsPlace,
  clusterName: string,
  volumesKeyArn: string,
  instanceTags: Readonly<Record<string, string>>,
): readonly PolicyStatement[] {
  return [
    ...ebsCsiKeyStatements(place, volumesKeyArn),
    ...(Object.keys(instanceTags).length === 0 ? [] : tagStatements(place, clusterName)),
  ];
}

/** https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html#tag-prop */
function tagStatements({ account, region }: AwsPlace, clusterName: string): readonly PolicyStatement[] {
  const ofCluster = { 'aws:RequestTag/eks:eks-cluster-name': [clusterName] };
  const anyResource = ['*'];
  const wildcard = 'what is made has no ARN yet; the tag of the cluster, which it must be given, stands for it';
  return [
    {
      sid: 'TagMachines',
      actions: ['ec2:CreateFleet', 'ec2:CreateLaunchTemplate', 'ec2:RunInstances'],
      resources: anyResource,
      conditions: {
        StringEquals: ofCluster,
        StringLike: {
          'aws:RequestTag/eks:kubernetes-node-class-name': ['*'],
          'aws:RequestTag/eks:kubernetes-node-pool-name': ['*'],
        },
      },
      wildcard,
    },
    {
      sid: 'TagVolumes',
      actions: ['ec2:CreateSnapshot', 'ec2:CreateVolume'],
      resources: [`arn:aws:ec2:${region}:${account}:volume/*`, `arn:aws:ec2:${region}::snapshot/*`],
      conditions: { StringEquals: ofCluster },
      wildcard,
    },
    {
      sid: 'TagInterfaces',
      actions: ['ec2:CreateNetworkInterface'],
      resources: anyResource,
      conditions: {
        StringEquals: ofCluster,
        StringLike: { 'aws:RequestTag/eks:kubernetes-cni-node-name': ['*'] },
      },
      wildcard,
    },
    {
      sid: 'TagLoadBalancers',
      actions: [
        'ec2:CreateSecurityGroup',
        'elasticloadbalancing:CreateListener',
        'elasticloadbalancing:CreateLoadBalancer',
        'elasticloadbalancing:CreateRule',
        'elasticloadbalancing:CreateTargetGroup',
      ],
      resources: anyResource,
      conditions: { StringEquals: ofCluster },
      wildcard,
    },
  ];
}

/** In an order of their own, whichever way they were named. */
function autoNodePools({ nodePools = AUTO_NODE_POOLS }: EksAutoModeOptions): EksAutoNodePool[] {
  return AUTO_NODE_POOLS.filter((pool) => nodePools.includes(pool));
}
