import { z } from 'zod';
import * as aws from './aws-formats';
import * as formats from './formats';
import { nodePoolFields } from './node-pool-schema';
import { closed } from './schema-parts';

const MAX_PODS_PER_NODE = 250;
const MAX_IOPS = 80_000;
const MAX_THROUGHPUT_MIBPS = 2_000;

/** A node group as a person writes it. */
export const awsPoolSchema = closed({
  machineTypes: z
    .array(formats.awsMachineType())
    .min(1, { error: 'must list one instance type at least' })
    .describe('Instance types in order of preference.'),
  ...nodePoolFields,
  image: z
    .enum(['BOTTLEROCKET', 'AL2023'])
    .describe('Operating system of the nodes; drivers of GPUs come with it. Default: BOTTLEROCKET.')
    .optional(),
  fips: formats.flag().describe('Whether the cryptography is validated by FIPS 140-3. Default: false.').optional(),
  diskIops: formats.whole(3000, MAX_IOPS).describe('Operations a second of the boot disk. Default: 3000.').optional(),
  diskThroughputMibps: formats
    .whole(125, MAX_THROUGHPUT_MIBPS)
    .describe('Throughput of the boot disk, in MiB/s. Default: 125.')
    .optional(),
  maxPodsPerNode: formats
    .whole(8, MAX_PODS_PER_NODE)
    .describe('Most pods that a node runs. Default: as many as EKS finds addresses for.')
    .optional(),
  maxUnavailablePercentage: formats
    .whole(1, 100)
    .describe('Share of the nodes that an update takes away at once. Default: 33.')
    .optional(),
  nodeRepair: formats.flag().describe('Whether EKS replaces nodes that are not well. Default: true.').optional(),
  clusterAutoscaler: formats
    .flag()
    .describe('Whether the group is tagged for the cluster autoscaler to find. Default: false.')
    .optional(),
  capacityReservation: aws
    .capacityReservation()
    .describe('Reserved machines that the nodes take. Default: none.')
    .optional(),
}).describe('A group of like nodes.');
