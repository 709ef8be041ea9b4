import { z } from 'zod';
import { STORAGE_CLASSES } from '../core/cluster';
import * as formats from './formats';
import * as google from './google-formats';
import { closed } from './schema-parts';

const MAX_REPLICAS = 1000;
const MAX_GPUS = 16;

const replicas = z
  .union(
    [
      formats.whole(1, MAX_REPLICAS),
      closed({
        min: formats.whole(0, MAX_REPLICAS).describe('Fewest pods that run; 0 where an event starts the first.'),
        max: formats.whole(1, MAX_REPLICAS).describe('Most pods that run.'),
      }),
    ],
    { error: 'must be a whole number, or a map of min and max' },
  )
  .describe('A fixed number of pods, or bounds for an autoscaler. Default: 1 in development, else the system says.');

const amounts = closed({
  cpu: formats.cpuQuantity().describe('CPU as Kubernetes writes it, such as "250m" or "2".').optional(),
  memory: formats.byteQuantity().describe('Memory as Kubernetes writes it, such as 512Mi.').optional(),
});

/** What an environment may change about a service. */
export const serviceSchema = closed({
  tag: formats.imageTag().describe('Tag of the image.').optional(),
  digest: formats.imageDigest().describe('Digest of the image; wins over the tag.').optional(),
  replicas: replicas.optional(),
  clusters: z
    .record(formats.dnsLabel(), closed({ replicas }))
    .describe('What differs on one cluster of the environment, by its name. Default: the same on all of them.')
    .optional(),
  resources: closed({
    requests: amounts.describe('What a container is promised.').optional(),
    limits: amounts.describe('What a container may use at most.').optional(),
    gpu: closed({
      count: formats.whole(0, MAX_GPUS).describe('How many GPUs; 0 takes away what the system asks for.'),
      type: google
        .acceleratorType()
        .describe('Type of the GPUs, such as nvidia-l4. Default: any that the pools have.')
        .optional(),
    })
      .describe('GPUs that the container has to itself.')
      .optional(),
  })
    .describe('Changes to what the system asks for.')
    .optional(),
  env: z
    .record(formats.variableName(), formats.variableValue())
    .describe('Environment variables added to those of the system. Never a secret.')
    .optional(),
  storage: z
    .record(
      formats.dnsLabel(),
      closed({
        size: formats.byteQuantity().describe('Size of each volume, such as 20Gi.').optional(),
        storageClass: z.enum(STORAGE_CLASSES).describe('Class of the disks.').optional(),
      }),
    )
    .describe('Changes to the disks of the service, by the names of their volumes.')
    .optional(),
  pools: z
    .array(formats.dnsLabel())
    .min(1, { error: 'must list one pool at least' })
    .describe('Node pools that the pods run on, the first preferred. Default: the system says.')
    .optional(),
  rollout: z
    .enum(['RollingUpdate', 'Recreate'])
    .describe('How new pods of a Deployment take the place of old ones. Default: the system says.')
    .optional(),
  suspend: formats.flag().describe('Whether runs of a CronJob are left out. Default: the system says.').optional(),
});
