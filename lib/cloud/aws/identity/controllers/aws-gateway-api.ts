import type { PolicyStatement } from '../../iam/policy-document';
import type { ControllerCluster, ControllerPlacement } from './controller-placement';

const LATTICE = 'vpc-lattice.amazonaws.com';

/** The AWS Gateway API Controller, which makes services of VPC Lattice of gateways and routes. */
export interface AwsGatewayApiGrant extends ControllerPlacement {
  readonly kind: 'aws-gateway-api';
}

/**
 * The services, networks and target groups of VPC Lattice in one account and region. Access logs, which need rights on
 * every place that they may go to, are not among it.
 *
 * https://www.gateway-api-controller.eks.aws.dev/latest/guides/deploy/
 */
export function awsGatewayApiStatements({ account, region }: ControllerCluster): readonly PolicyStatement[] {
  return [
    {
      sid: 'ManageLattice',
      actions: ['Create', 'Delete', 'Get', 'List', 'Put', 'Tag', 'Untag', 'Update', 'Register', 'Deregister'].map(
        (verb) => `vpc-lattice:${verb}*`,
      ),
      resources: [`arn:aws:vpc-lattice:${region}:${account}:*`],
      wildcard: 'gateways and routes name what is made, and Lattice makes up the ids; other services are out of reach',
    },
    {
      sid: 'ListLattice',
      actions: [
        'vpc-lattice:ListServiceNetworks',
        'vpc-lattice:ListServiceNetworkServiceAssociations',
        'vpc-lattice:ListServiceNetworkVpcAssociations',
        'vpc-lattice:ListServices',
        'vpc-lattice:ListTargetGroups',
      ],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': [region] } },
      wildcard: 'Lattice knows no resource for what lists',
    },
    {
      sid: 'FindNetwork',
      actions: [
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeTags',
        'ec2:DescribeVpcs',
        'tag:GetResources',
        'tag:TagResources',
        'tag:UntagResources',
      ],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': [region] } },
      wildcard: 'EC2 and Tagging know no resource for these; to tag, the service itself has to allow it too',
    },
    {
      sid: 'FirstService',
      actions: ['iam:CreateServiceLinkedRole'],
      resources: [`arn:aws:iam::${account}:role/aws-service-role/${LATTICE}/AWSServiceRoleForVpcLattice`],
      conditions: { StringEquals: { 'iam:AWSServiceName': [LATTICE] } },
    },
  ];
}
