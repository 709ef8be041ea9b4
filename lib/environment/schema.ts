import { z } from 'zod';
import { awsClusterSchema } from './aws-cluster-schema';
import { awsSchema } from './aws-schema';
import { PROFILES } from './environment';
import * as formats from './formats';
import { googleClusterSchema } from './google-cluster-schema';
import { googleSchema } from './google-schema';
import { closed, defaulted, filled } from './schema-parts';
import { serviceSchema } from './service-schema';
import { stateSchema } from './state-schema';

const waiver = closed({
  rule: formats.ruleId().describe('Id of the rule that is silenced.'),
  resource: formats.prose('must be the name of a resource').describe('Name of the resource it is silenced for.'),
  reason: formats.prose('must say why').describe('Why; it is printed at every run.'),
  expires: formats.day().describe('Last day on which the waiver holds, as 2027-03-01.'),
});

/** An environment file as a person writes it: `environments/<system>/<environment>.yaml`. */
export const environmentSchema = closed({
  system: formats.dnsLabel().describe('Name of the system, and of the folder that the file lies in.'),
  environment: formats.dnsLabel().describe('Name of the environment, and of the file.'),
  profile: z.enum(PROFILES).describe('Bundle of defaults; a value in this file always wins.'),
  domain: formats.domain().describe('Domain that the hosts of the system end in.'),
  state: stateSchema.describe('Where the Terraform states are kept, locked and encrypted.'),
  images: closed({
    registry: defaulted(
      'registry',
      "Registry that pods pull from: the one made for the environment ('cluster'), or the system's own ('external').",
      z.enum(['cluster', 'external']),
    ),
  })
    .describe('Where images come from.')
    .optional(),
  clusters: filled('cluster', z.discriminatedUnion('cloud', [awsClusterSchema, googleClusterSchema])).describe(
    'Clusters by name.',
  ),
  aws: awsSchema.describe('What the environment has on AWS beside its clusters.').optional(),
  google: googleSchema.describe('What the environment has on Google Cloud beside its clusters.').optional(),
  services: z
    .record(formats.dnsLabel(), serviceSchema.describe('What this environment changes about one service.'))
    .describe('Changes to the services of the system, by name.')
    .optional(),
  waivers: z
    .array(waiver)
    .describe('Rules that are silenced for a resource, for a reason, until a day. Default: none.')
    .optional(),
});

/** An environment file that the schema accepts, before its profile's defaults are put in. */
export type EnvironmentFile = z.infer<typeof environmentSchema>;
