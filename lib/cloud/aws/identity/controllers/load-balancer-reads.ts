import type { PolicyStatement } from '../../iam/policy-document';
import type { ControllerCluster } from './controller-placement';

const LOAD_BALANCING = 'elasticloadbalancing.amazonaws.com';

/** What the load balancer controller looks at before it changes anything. */
export const DESCRIBE: readonly string[] = [
  'ec2:DescribeAccountAttributes',
  'ec2:DescribeAddresses',
  'ec2:DescribeAvailabilityZones',
  'ec2:DescribeCoipPools',
  'ec2:DescribeInstances',
  'ec2:DescribeInternetGateways',
  'ec2:DescribeIpamPools',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeRouteTables',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeTags',
  'ec2:DescribeVpcPeeringConnections',
  'ec2:DescribeVpcs',
  'ec2:GetCoipPoolUsage',
  'ec2:GetSecurityGroupsForVpc',
  'elasticloadbalancing:DescribeCapacityReservation',
  'elasticloadbalancing:DescribeListenerAttributes',
  'elasticloadbalancing:DescribeListenerCertificates',
  'elasticloadbalancing:DescribeListeners',
  'elasticloadbalancing:DescribeLoadBalancerAttributes',
  'elasticloadbalancing:DescribeLoadBalancers',
  'elasticloadbalancing:DescribeRules',
  'elasticloadbalancing:DescribeSSLPolicies',
  'elasticloadbalancing:DescribeTags',
  'elasticloadbalancing:DescribeTargetGroupAttributes',
  'elasticloadbalancing:DescribeTargetGroups',
  'elasticloadbalancing:DescribeTargetHealth',
  'elasticloadbalancing:DescribeTrustStores',
];

/** Certificates, logins, firewalls and Shield: what annotations tie a load balancer to. */
export function addOnStatements({ account, region }: ControllerCluster): readonly PolicyStatement[] {
  const role = `role/aws-service-role/${LOAD_BALANCING}/AWSServiceRoleForElasticLoadBalancing`;
  const chosen = 'an ingress names which one';
  return [
    {
      sid: 'FirstLoadBalancer',
      actions: ['iam:CreateServiceLinkedRole'],
      resources: [`arn:aws:iam::${account}:${role}`],
      conditions: { StringEquals: { 'iam:AWSServiceName': [LOAD_BALANCING] } },
    },
    {
      sid: 'ReadNamed',
      actions: ['acm:DescribeCertificate', 'cognito-idp:DescribeUserPoolClient', 'iam:GetServerCertificate'],
      resources: [
        `arn:aws:acm:${region}:${account}:certificate/*`,
        `arn:aws:cognito-idp:${region}:${account}:userpool/*`,
        `arn:aws:iam::${account}:server-certificate/*`,
      ],
      wildcard: chosen,
    },
    {
      sid: 'Protect',
      actions: ['wafv2:AssociateWebACL', 'wafv2:DisassociateWebACL', 'wafv2:GetWebACL', 'wafv2:GetWebACLForResource'],
      resources: [
        `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/app/*`,
        `arn:aws:wafv2:${region}:${account}:regional/webacl/*`,
      ],
      wildcard: chosen,
    },
    {
      sid: 'Shield',
      actions: ['shield:CreateProtection', 'shield:DeleteProtection', 'shield:DescribeProtection'],
      resources: [
        `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/*`,
        `arn:aws:shield::${account}:protection/*`,
      ],
      wildcard: chosen,
    },
    {
      sid: 'List',
      actions: [
        'acm:ListCertificates',
        'iam:ListServerCertificates',
        'shield:GetSubscriptionState',
        // The controller asks after the firewalls of old for each load balancer, wherever they still are.
        'waf-regional:GetWebACLForResource',
      ],
      resources: ['*'],
      wildcard: 'these services know no resource for what lists',
    },
  ];
}
