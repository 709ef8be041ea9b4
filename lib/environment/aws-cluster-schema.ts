import { z } from 'zod';
import * as formats from './formats';
import { nodePoolFields } from './node-pool-schema';
import { closed, defaulted, deletionProtection, filled } from './schema-parts';

const awsPool = closed({
  machineTypes: z
    .array(formats.awsMachineType())
    .min(1, { error: 'must list one instance type at least' })
    .describe('Instance types in order of preference.'),
  ...nodePoolFields,
}).describe('A group of like nodes.');

/** An EKS cluster as a person writes it. */
export const awsClusterSchema = closed({
  cloud: z.literal('aws').describe('An EKS cluster.'),
  account: formats.awsAccount().describe('Number of the AWS account, 12 digits in quotes.'),
  region: formats.awsRegion().describe('Region of the cluster.'),
  zones: defaulted('zones', 'Availability zones of the region, two at least.', z.array(formats.awsZone())),
  kubernetesVersion: defaulted(
    'kubernetesVersion',
    'Minor version of Kubernetes, in quotes.',
    formats.kubernetesVersion(),
  ),
  network: closed({
    cidr: formats.cidr().describe('Range of the VPC, /16 to /20; no two clusters of an environment share addresses.'),
    natGateways: defaulted('natGateways', 'NAT gateways of the network.', z.enum(['single', 'per-zone'])),
  }).describe('The VPC made for the cluster.'),
  publicAccessCidrs: defaulted(
    'publicAccessCidrs',
    'Ranges that may reach the API server over the internet; empty keeps it private.',
    z.array(formats.cidr()),
  ),
  administrators: z
    .array(formats.awsRoleArn())
    .min(1, { error: 'must list one role at least, or nobody could enter the cluster' })
    .describe('ARNs of the IAM roles that administer the cluster. Whoever creates it is not among them of itself.'),
  deletionProtection,
  nodePools: filled('node pool', awsPool).describe('Node pools by name.'),
});
