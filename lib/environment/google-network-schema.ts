import { z } from 'zod';
import * as formats from './formats';
import * as google from './google-formats';
import { closed } from './schema-parts';

const MAX_ADDRESSES = 16;

const shared = closed({
  project: google.project().describe('Host project of the network.'),
  network: google.resourceName().describe('Name of the network.'),
  subnet: google.resourceName().describe("Name of the subnet, in the cluster's region."),
  podsRange: google.resourceName().describe('Name of the range for pods.'),
  servicesRange: google.resourceName().describe('Name of the range for services.'),
  nodes: formats.cidr().describe('Addresses of the subnet.'),
  pods: formats.cidr().describe('Addresses of pods.'),
  services: formats.cidr().describe('Addresses of services.'),
  controlPlane: formats.cidr().describe('Private addresses of the control plane, a /28 that nobody else uses.'),
});

const allowed = closed({
  ranges: z.array(formats.cidr()).min(1, { error: 'must list one range at least' }).describe('IPv4 ranges.'),
  ports: z.array(formats.whole(1, 65_535)).min(1, { error: 'must list one port at least' }).describe('TCP ports.'),
});

const subnet = closed({
  cidr: formats.cidr().describe('Range of the subnet, apart from all others.'),
  purpose: z
    .enum(['PRIVATE', 'REGIONAL_MANAGED_PROXY', 'PRIVATE_SERVICE_CONNECT'])
    .describe('For machines, for the proxies of Gateways, or for endpoints of services. Default: PRIVATE.')
    .optional(),
});

/** The network of a GKE cluster as a person writes it. */
export const googleNetworkSchema = closed({
  cidr: formats
    .cidr()
    .describe('Range of the nodes, /12 to /20; no two clusters of an environment share addresses.')
    .optional(),
  shared: shared.describe('A subnet of a shared VPC. Default: the cluster has a network of its own.').optional(),
  egress: z
    .enum(['open', 'google-apis'])
    .describe("Whether nodes reach the internet, or Google's APIs alone. Default: open.")
    .optional(),
  egressAllowed: z
    .record(google.resourceName(), allowed)
    .describe('What nodes reach beside, by name, where egress is google-apis. Default: nothing.')
    .optional(),
  privateGoogleApis: z
    .enum(['restricted', 'private'])
    .describe("Addresses of Google's APIs. Default: the public ones, or restricted with egress google-apis.")
    .optional(),
  subnets: z
    .record(google.resourceName(), subnet)
    .describe('Subnets beside that of the cluster, by name. Default: none.')
    .optional(),
  additionalPodRanges: z
    .record(google.resourceName(), formats.cidr())
    .describe('More ranges for pods, by name, for more nodes than cidr has room for. Default: none.')
    .optional(),
  natAddresses: formats
    .whole(1, MAX_ADDRESSES)
    .describe('How many fixed addresses the nodes are seen under. Default: as many as Google likes, not fixed.')
    .optional(),
  natLogging: z
    .enum(['ERRORS_ONLY', 'TRANSLATIONS_ONLY', 'ALL'])
    .describe('What the NAT gateway logs. Default: ERRORS_ONLY.')
    .optional(),
});
