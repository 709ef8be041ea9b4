import type { AwsPlace } from '../aws-construct';
import type { PolicyStatement } from '../iam/policy-document';
import { eksClusterArn } from '../names';

/** What Karpenter reads to choose a machine: what there is, what it costs, and which image is the newest. */
export function discoveryStatements(place: AwsPlace, clusterName: string): readonly PolicyStatement[] {
  const { region } = place;
  const cluster = eksClusterArn(place, clusterName);
  const images = ['bottlerocket', 'eks'].map((kind) => `arn:aws:ssm:${region}::parameter/aws/service/${kind}/*`);
  return [
    {
      sid: 'ReadRegion',
      actions: [
        'ec2:DescribeCapacityReservations',
        'ec2:DescribeImages',
        'ec2:DescribeInstanceStatus',
        'ec2:DescribeInstanceTypeOfferings',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeInstances',
        'ec2:DescribeLaunchTemplates',
        'ec2:DescribePlacementGroups',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSpotPriceHistory',
        'ec2:DescribeSubnets',
      ],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': [region] } },
      wildcard: 'EC2 lets nobody read by name',
    },
    { sid: 'ReadImages', actions: ['ssm:GetParameter'], resources: images, wildcard: "AWS' own, public parameters" },
    { sid: 'ReadPrices', actions: ['pricing:GetProducts'], resources: ['*'], wildcard: 'prices are no resource' },
    { sid: 'ReadCluster', actions: ['eks:DescribeCluster'], resources: [cluster] },
    {
      sid: 'ReadZonalShift',
      actions: ['arc-zonal-shift:GetManagedResource'],
      resources: ['*'],
      conditions: { StringEquals: { 'arc-zonal-shift:ResourceIdentifier': [cluster] } },
      wildcard: 'the action knows load balancers by ARN, and a cluster in this condition only',
    },
  ];
}
