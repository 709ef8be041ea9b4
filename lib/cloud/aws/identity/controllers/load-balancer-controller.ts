import { Token } from 'cdktf';
import type { Refusal } from '../../../../core/errors';
import type { PolicyConditions, PolicyStatement } from '../../iam/policy-document';
import type { ControllerCluster, ControllerPlacement } from './controller-placement';
import { addOnStatements, DESCRIBE } from './load-balancer-reads';

/** Tag that the controller puts on all that it makes; its value is the name of the cluster. */
const CLUSTER_TAG = 'elbv2.k8s.aws/cluster';
const VPC_ID = /^vpc-[0-9a-f]{8,17}$/;
const TARGET_GROUP_ARN = /^arn:aws:elasticloadbalancing:[a-z0-9-]+:\d{12}:targetgroup\/[\w-]+\/[0-9a-f]+$/;

/** The AWS Load Balancer Controller, which makes load balancers of ingresses, gateways and services. */
export interface LoadBalancerControllerGrant extends ControllerPlacement {
  readonly kind: 'load-balancer-controller';
  /**
   * The cluster's network, outside which the controller may then change no security group.
   *
   * @default - any network of the account and region
   */
  readonly vpcId?: string;
  /**
   * ARNs of target groups that something else made, and that a `TargetGroupBinding` fills.
   *
   * @default [] - those that the controller made itself
   */
  readonly targetGroupArns?: readonly string[];
}

/**
 * What AWS' published policy allows, split by what it is for. Where that one asks whether a tag of the controller is
 * there, this one asks for the name of the cluster in it: so a controller cannot touch the load balancers of another
 * cluster in the account.
 *
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/docs/install/iam_policy.json
 */
export function loadBalancerControllerStatements(
  cluster: ControllerCluster,
  grant: LoadBalancerControllerGrant,
): readonly PolicyStatement[] {
  return [
    ...securityGroupStatements(cluster, grant),
    ...loadBalancerStatements(cluster),
    ...targetStatements(cluster, grant),
    ...tagStatements(cluster),
    ...addOnStatements(cluster),
    {
      sid: 'Describe',
      actions: DESCRIBE,
      resources: ['*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': [cluster.region] } },
      wildcard: 'EC2 and load balancing know no resource for what lists and describes',
    },
  ];
}

/** Refuses what is no network or no target group. */
export function loadBalancerControllerRefusals(grant: LoadBalancerControllerGrant): (Refusal | undefined)[] {
  const { vpcId, targetGroupArns = [] } = grant;
  return [
    vpcId === undefined || Token.isUnresolved(vpcId) || VPC_ID.test(vpcId)
      ? undefined
      : {
          property: 'controller.vpcId',
          rule: 'must be the id of a network, such as vpc-0123456789abcdef0',
          got: vpcId,
        },
    ...targetGroupArns
      .filter((arn) => !Token.isUnresolved(arn) && !TARGET_GROUP_ARN.test(arn))
      .map((got) => ({ property: 'controller.targetGroupArns', rule: 'must be ARNs of target groups', got })),
  ];
}

/** Groups of the controller's own, and rules in the groups of the cluster's nodes, which let load balancers in. */
function securityGroupStatements(
  cluster: ControllerCluster,
  { vpcId }: LoadBalancerControllerGrant,
): readonly PolicyStatement[] {
  const { account, region, clusterName } = cluster;
  const ec2 = `arn:aws:ec2:${region}:${account}`;
  const resources = [`${ec2}:security-group/*`];
  const network: PolicyConditions = vpcId === undefined ? {} : { ArnEquals: { 'ec2:Vpc': [`${ec2}:vpc/${vpcId}`] } };
  const wildcard = 'EC2 makes up the ids; the tag of the cluster is what bounds them';
  return [
    {
      sid: 'CreateGroups',
      actions: ['ec2:CreateSecurityGroup'],
      ...{ resources, wildcard },
      conditions: requested(cluster),
    },
    {
      sid: 'CreateGroupsInNetwork',
      actions: ['ec2:CreateSecurityGroup'],
      resources: [`${ec2}:vpc/${vpcId ?? '*'}`],
      ...(vpcId === undefined ? { wildcard: 'no network is named' } : {}),
    },
    {
      sid: 'ChangeOwnGroups',
      actions: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:DeleteSecurityGroup', 'ec2:RevokeSecurityGroupIngress'],
      ...{ resources, wildcard },
      conditions: { ...owned(cluster), ...network },
    },
    {
      sid: 'OpenNodes',
      actions: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress'],
      ...{ resources, wildcard },
      // EKS tags the cluster's group so, and the controller looks for the tag where a node has several groups.
      conditions: {
        StringEquals: { [`aws:ResourceTag/kubernetes.io/cluster/${clusterName}`]: ['owned', 'shared'] },
        ...network,
      },
    },
    {
      sid: 'TagNewGroups',
      actions: ['ec2:CreateTags'],
      ...{ resources, wildcard },
      conditions: {
        StringEquals: {
          [`aws:RequestTag/${CLUSTER_TAG}`]: [clusterName],
          'ec2:CreateAction': ['CreateSecurityGroup'],
        },
      },
    },
    {
      sid: 'TagOwnGroups',
      actions: ['ec2:CreateTags', 'ec2:DeleteTags'],
      ...{ resources, wildcard },
      conditions: keepingOwner(cluster),
    },
  ];
}

function loadBalancerStatements(cluster: ControllerCluster): readonly PolicyStatement[] {
  const { account, region } = cluster;
  const elb = `arn:aws:elasticloadbalancing:${region}:${account}`;
  const loadBalancers = [`${elb}:loadbalancer/*`];
  const targetGroups = [`${elb}:targetgroup/*`];
  const wildcard = 'names end in an id that AWS makes up; the tag of the cluster is what bounds them';
  return [
    {
      sid: 'Create',
      actions: ['elasticloadbalancing:CreateLoadBalancer', 'elasticloadbalancing:CreateTargetGroup'],
      resources: [...loadBalancers, ...targetGroups],
      conditions: requested(cluster),
      wildcard,
    },
    {
      sid: 'ChangeOwn',
      actions: [
        'elasticloadbalancing:CreateListener',
        'elasticloadbalancing:DeleteLoadBalancer',
        'elasticloadbalancing:DeleteTargetGroup',
        'elasticloadbalancing:ModifyCapacityReservation',
        'elasticloadbalancing:ModifyIpPools',
        'elasticloadbalancing:ModifyLoadBalancerAttributes',
        'elasticloadbalancing:ModifyTargetGroup',
        'elasticloadbalancing:ModifyTargetGroupAttributes',
        'elasticloadbalancing:SetIpAddressType',
        'elasticloadbalancing:SetSecurityGroups',
        'elasticloadbalancing:SetSubnets',
        'elasticloadbalancing:SetWebAcl',
      ],
      resources: [...loadBalancers, ...targetGroups],
      conditions: owned(cluster),
      wildcard,
    },
    {
      sid: 'ChangeListeners',
      actions: [
        'elasticloadbalancing:AddListenerCertificates',
        'elasticloadbalancing:CreateRule',
        'elasticloadbalancing:DeleteListener',
        'elasticloadbalancing:DeleteRule',
        'elasticloadbalancing:ModifyListener',
        'elasticloadbalancing:ModifyListenerAttributes',
        'elasticloadbalancing:ModifyRule',
        'elasticloadbalancing:RemoveListenerCertificates',
        'elasticloadbalancing:SetRulePriorities',
      ],
      resources: [`${elb}:listener/*`, `${elb}:listener-rule/*`],
      wildcard: 'the controller does not tag every listener and rule, so no condition can name the cluster',
    },
  ];
}

function targetStatements(
  cluster: ControllerCluster,
  { targetGroupArns = [] }: LoadBalancerControllerGrant,
): readonly PolicyStatement[] {
  const { account, region } = cluster;
  const actions = ['elasticloadbalancing:DeregisterTargets', 'elasticloadbalancing:RegisterTargets'];
  const foreign = { sid: 'FillNamedGroups', actions, resources: [...new Set(targetGroupArns)].sort() };
  return [
    {
      sid: 'FillOwnGroups',
      actions,
      resources: [`arn:aws:elasticloadbalancing:${region}:${account}:targetgroup/*`],
      conditions: owned(cluster),
      wildcard: 'names end in an id that AWS makes up; the tag of the cluster is what bounds them',
    },
    ...(targetGroupArns.length === 0 ? [] : [foreign]),
  ];
}

function tagStatements(cluster: ControllerCluster): readonly PolicyStatement[] {
  const { account, region, clusterName } = cluster;
  const elb = `arn:aws:elasticloadbalancing:${region}:${account}`;
  const own = [`${elb}:loadbalancer/*`, `${elb}:targetgroup/*`];
  const parts = [`${elb}:listener/*`, `${elb}:listener-rule/*`];
  const tags = ['elasticloadbalancing:AddTags', 'elasticloadbalancing:RemoveTags'];
  return [
    {
      sid: 'TagNew',
      actions: ['elasticloadbalancing:AddTags'],
      resources: own,
      conditions: {
        StringEquals: {
          [`aws:RequestTag/${CLUSTER_TAG}`]: [clusterName],
          'elasticloadbalancing:CreateAction': ['CreateLoadBalancer', 'CreateTargetGroup'],
        },
      },
      wildcard: 'ids are made up by AWS; the tag of the cluster is what bounds them',
    },
    {
      sid: 'TagOwn',
      actions: tags,
      resources: own,
      conditions: keepingOwner(cluster),
      wildcard: 'ids are made up by AWS; the tag of the cluster is what bounds them',
    },
    {
      sid: 'TagListeners',
      actions: tags,
      resources: parts,
      wildcard: 'the controller does not tag every listener and rule, so no condition can name the cluster',
    },
  ];
}

/** What is made is tagged as this cluster's. */
function requested({ clusterName }: ControllerCluster): PolicyConditions {
  return { StringEquals: { [`aws:RequestTag/${CLUSTER_TAG}`]: [clusterName] } };
}

/** What is changed is tagged as this cluster's. */
function owned({ clusterName }: ControllerCluster): PolicyConditions {
  return { StringEquals: { [`aws:ResourceTag/${CLUSTER_TAG}`]: [clusterName] } };
}

/** What is tagged anew is this cluster's, and stays so. */
function keepingOwner(cluster: ControllerCluster): PolicyConditions {
  return { ...owned(cluster), Null: { [`aws:RequestTag/${CLUSTER_TAG}`]: ['true'] } };
}
