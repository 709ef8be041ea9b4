import type { PolicyStatement } from '../../iam/policy-document';
import type { ControllerCluster, ControllerPlacement } from './controller-placement';

/** The cluster autoscaler, which sets how many nodes the node groups of a cluster have. */
export interface ClusterAutoscalerGrant extends ControllerPlacement {
  readonly kind: 'cluster-autoscaler';
}

/**
 * Only the groups that bear the cluster's own tag, which EKS puts on those of its node groups.
 *
 * https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md
 */
export function clusterAutoscalerStatements(cluster: ControllerCluster): readonly PolicyStatement[] {
  const { account, region, clusterName } = cluster;
  return [
    {
      sid: 'ScaleGroups',
      actions: ['autoscaling:SetDesiredCapacity', 'autoscaling:TerminateInstanceInAutoScalingGroup'],
      resources: [`arn:aws:autoscaling:${region}:${account}:autoScalingGroup:*:autoScalingGroupName/*`],
      conditions: { StringEquals: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${clusterName}`]: ['owned'] } },
      wildcard: 'EKS makes up the names of the groups; the tag of the cluster is what bounds them',
    },
    {
      sid: 'ReadNodeGroups',
      actions: ['eks:DescribeNodegroup'],
      resources: [`arn:aws:eks:${region}:${account}:nodegroup/${clusterName}/*/*`],
      wildcard: 'the node groups of the one cluster, each of which has an id that EKS makes up',
    },
    {
      sid: 'ReadCapacity',
      actions: [
        'autoscaling:DescribeAutoScalingGroups',
        'autoscaling:DescribeAutoScalingInstances',
        'autoscaling:DescribeLaunchConfigurations',
        'autoscaling:DescribeScalingActivities',
        'autoscaling:DescribeTags',
        'ec2:DescribeImages',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeLaunchTemplateVersions',
        'ec2:GetInstanceTypesFromInstanceRequirements',
      ],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': [region] } },
      wildcard: 'EC2 and Auto Scaling know no resource for what lists and describes',
    },
  ];
}
