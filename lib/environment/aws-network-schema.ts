import { z } from 'zod';
import * as aws from './aws-formats';
import * as formats from './formats';
import { closed, defaulted } from './schema-parts';

const existing = closed({
  vpcId: aws.vpcId().describe('ID of the VPC.'),
  privateSubnetIds: z
    .array(aws.subnetId())
    .min(2, { error: 'must list two subnets at least, in different zones' })
    .describe('Subnets of the nodes, one in each zone.'),
  intraSubnetIds: z
    .array(aws.subnetId())
    .min(2, { error: 'must list two subnets at least, in different zones' })
    .describe("Subnets of the control plane's interfaces. Default: those of the nodes.")
    .optional(),
  publicSubnetIds: z
    .array(aws.subnetId())
    .describe('Subnets of load balancers that face the internet. Default: none.')
    .optional(),
  ipFamily: z.enum(['ipv4', 'ipv6']).describe('Addresses of pods and services. Default: ipv4.').optional(),
});

/** The network of an EKS cluster as a person writes it. */
export const awsNetworkSchema = closed({
  cidr: formats
    .cidr()
    .describe('Range of the VPC, /16 to /20; no two clusters of an environment share addresses.')
    .optional(),
  existing: existing.describe('A VPC that is there already. Default: the cluster has a VPC of its own.').optional(),
  natGateways: defaulted(
    'natGateways',
    'NAT gateways of the network; with none, nodes reach AWS through endpoints and the internet not at all.',
    z.enum(['single', 'per-zone', 'none']),
  ),
  ipFamily: z
    .enum(['ipv4', 'dual-stack'])
    .describe('Whether the subnets have IPv6 addresses too; pods then have those alone. Default: ipv4.')
    .optional(),
  endpoints: z
    .array(aws.endpointService())
    .describe(
      'Services of AWS reached without leaving the network. Default: none, or what a cluster needs without NAT.',
    )
    .optional(),
  gatewayEndpoints: z
    .array(z.enum(['s3', 'dynamodb']))
    .describe('Services of AWS that routes lead to, at no cost. Default: s3.')
    .optional(),
  publicSubnets: formats
    .flag()
    .describe('Whether there are subnets for load balancers that face the internet. Default: true.')
    .optional(),
  flowLogs: z.enum(['all', 'reject', 'off']).describe('Which connections are logged. Default: all.').optional(),
});
