import { z } from 'zod';
import * as formats from './formats';
import * as google from './google-formats';
import { nodePoolFields } from './node-pool-schema';
import { closed } from './schema-parts';

const MAX_GPUS = 16;
const MAX_SHARES_PER_GPU = 48;
const MAX_PODS_PER_NODE = 256;
const SECONDS_PER_WEEK = 604_800;

const gpu = closed({
  type: google.acceleratorType().describe('Type of the GPU, such as nvidia-l4.'),
  count: formats.whole(1, MAX_GPUS).describe('How many of them each node has.'),
  driver: z
    .enum(['DEFAULT', 'LATEST', 'DISABLED'])
    .describe('Which driver GKE installs. Default: DEFAULT, the one that the version of GKE was tested with.')
    .optional(),
  sharing: closed({
    strategy: z.enum(['TIME_SHARING', 'MPS']).describe('Pods take turns (TIME_SHARING), or run at once (MPS).'),
    maxClientsPerGpu: formats.whole(2, MAX_SHARES_PER_GPU).describe('How many pods share one GPU.'),
  })
    .describe('Has several pods share a GPU. Default: a pod has a whole one.')
    .optional(),
  partitionSize: google
    .gpuPartition()
    .describe('Size of the instances that a GPU is parted in, such as 1g.5gb.')
    .optional(),
});

const upgrade = z.discriminatedUnion('strategy', [
  closed({
    strategy: z.literal('SURGE').describe('New nodes are added beside the old ones, some at a time.'),
    maxSurge: formats.whole(0, 20).describe('How many nodes may be added. Default: 1.').optional(),
    maxUnavailable: formats.whole(0, 20).describe('How many nodes may be missing. Default: 0.').optional(),
  }),
  closed({
    strategy: z.literal('BLUE_GREEN').describe('A whole new set of nodes is made, and the old one kept for a while.'),
    batchNodeCount: formats.whole(1, 1000).describe('How many old nodes are drained at a time. Default: 1.').optional(),
    batchSoakSeconds: formats
      .whole(0, SECONDS_PER_WEEK)
      .describe('Seconds of waiting after each batch. Default: 0.')
      .optional(),
    poolSoakSeconds: formats
      .whole(0, SECONDS_PER_WEEK)
      .describe('Seconds that the drained nodes are kept, to go back to. Default: 3600.')
      .optional(),
  }),
]);

/** A GKE node pool as a person writes it. */
export const googlePoolSchema = closed({
  machineType: google.machineType().describe('Machine type of the nodes.'),
  ...nodePoolFields,
  autoscaling: z
    .enum(['total', 'per-zone'])
    .describe('Whether the bounds count the whole pool, or each zone for itself. Default: total.')
    .optional(),
  locationPolicy: z
    .enum(['BALANCED', 'ANY'])
    .describe('Whether zones are kept even. Default: ANY for spot machines, BALANCED for others.')
    .optional(),
  zones: z.array(google.zone()).describe("Zones of the nodes. Default: the cluster's.").optional(),
  diskType: z
    .enum(['pd-standard', 'pd-balanced', 'pd-ssd', 'hyperdisk-balanced'])
    .describe('Type of the boot disk. Default: pd-balanced.')
    .optional(),
  imageType: z
    .enum(['COS_CONTAINERD', 'UBUNTU_CONTAINERD'])
    .describe('Operating system of the nodes. Default: COS_CONTAINERD.')
    .optional(),
  gpu: gpu.describe('GPUs of each node. Default: none.').optional(),
  gvisor: formats.flag().describe('Whether pods run in gVisor, apart from the kernel. Default: false.').optional(),
  confidentialNodes: formats
    .flag()
    .describe('Whether the memory of the nodes is encrypted by the processor. Default: false.')
    .optional(),
  placement: z.enum(['COMPACT']).describe('Puts the nodes close to each other. Default: anywhere.').optional(),
  reservation: z
    .union([z.enum(['any', 'none']), closed({ name: google.resourceName().describe('Name of the reservation.') })], {
      error: 'must be any, none, or a map with the name of a reservation',
    })
    .describe('Reserved machines that the nodes take. Default: any that fit, and others where there are none.')
    .optional(),
  secureBoot: formats
    .flag()
    .describe('Whether nodes start signed software only; some GPU drivers need it off. Default: true.')
    .optional(),
  imageStreaming: formats
    .flag()
    .describe('Whether containers start before their image is there as a whole. Default: false.')
    .optional(),
  tags: z
    .array(google.resourceName())
    .describe("Network tags of the nodes, beside the network's own. Default: none.")
    .optional(),
  maxPodsPerNode: formats
    .whole(8, MAX_PODS_PER_NODE)
    .describe("Most pods that a node runs. Default: the cluster's, 64.")
    .optional(),
  ownIdentity: formats
    .flag()
    .describe("Whether the nodes have a service account of their own. Default: false, they share the cluster's.")
    .optional(),
  upgrade: upgrade.describe('How nodes are upgraded. Default: SURGE by one node.').optional(),
}).describe('A group of like nodes.');
