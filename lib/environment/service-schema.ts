import { z } from 'zod';
import { STORAGE_CLASSES } from '../core/cluster';
import * as formats from './formats';
import { closed } from './schema-parts';

const MAX_REPLICAS = 1000;

const replicas = z
  .union(
    [
      formats.whole(1, MAX_REPLICAS),
      closed({
        min: formats.whole(1, MAX_REPLICAS).describe('Fewest pods that run.'),
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
  resources: closed({
    requests: amounts.describe('What a container is promised.').optional(),
    limits: amounts.describe('What a container may use at most.').optional(),
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
    .describe('Changes to the volumes of a StatefulSet, by name.')
    .optional(),
});
