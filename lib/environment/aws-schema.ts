import { z } from 'zod';
import * as aws from './aws-formats';
import * as formats from './formats';
import { closed } from './schema-parts';

const MAX_RETENTION_DAYS = 3653;
const MAX_BUDGET = 100_000_000;
/** Bounds that WAF sets to a rate rule. */
const RATE = { min: 10, max: 2_000_000_000 } as const;

const dns = closed({
  hostedZoneId: aws
    .hostedZoneId()
    .describe("Zone of the environment's domain that is there already. Default: one is made.")
    .optional(),
});

const cache = closed({
  credentialSecretArns: z
    .array(aws.secretArn())
    .describe('Secrets with the account at that registry, one in each region; only their ARNs. Default: none.')
    .optional(),
});

const registry = closed({
  enhancedScanning: formats
    .flag()
    .describe(
      'Whether Inspector scans images for as long as they are kept. A setting of the whole registry. Default: false.',
    )
    .optional(),
  replicateFrom: formats
    .awsRegion()
    .describe('Region that images are pushed to, and copied from to the others. Default: pushed to each.')
    .optional(),
  readers: z.array(formats.awsAccount()).describe('Other accounts that may pull images. Default: none.').optional(),
  pullThroughCaches: z
    .partialRecord(
      z.enum(['docker-hub', 'ghcr.io', 'public.ecr.aws', 'quay.io', 'registry.gitlab.com', 'registry.k8s.io']),
      cache,
    )
    .describe('Public registries that are mirrored as they are pulled from. Default: none.')
    .optional(),
});

const secrets = closed({
  replicateFrom: formats
    .awsRegion()
    .describe('Region that values are put in, and copied from to the others. Default: put in each.')
    .optional(),
});

const edge = closed({
  rateLimit: closed({
    requests: formats.whole(RATE.min, RATE.max).describe('How many requests one address may send.'),
    evaluationWindowSeconds: z.literal([60, 120, 300, 600]).describe('In how many seconds. Default: 300.').optional(),
  })
    .describe('Limit of requests. Default: 2000 in five minutes.')
    .optional(),
  preview: formats
    .flag()
    .describe('Whether the rules against attacks only count what they would refuse. Default: false.')
    .optional(),
  blockedCountries: z.array(aws.country()).describe('Countries that are kept out. Default: none.').optional(),
  entrypoints: z
    .record(
      formats.awsRegion(),
      closed({
        dnsName: formats.domain().describe('DNS name of the load balancer.'),
        hostedZoneId: aws.hostedZoneId().describe('Zone that AWS keeps the load balancers of the region in.'),
      }),
    )
    .describe(
      'Load balancers of the gateways by region, once they are there; hosts then lead to the nearest that is well. Default: none.',
    )
    .optional(),
});

const operations = closed({
  emails: z.array(formats.email()).describe('Whom alarms are sent to. Default: nobody.').optional(),
  logRetentionDays: formats
    .whole(1, MAX_RETENTION_DAYS)
    .describe('Days that the logs of pods are kept, as CloudWatch knows them. Default: 90.')
    .optional(),
  budget: closed({ amount: formats.whole(1, MAX_BUDGET).describe('US dollars a month.') })
    .describe('Warns as the costs of a month rise. Default: nobody is warned.')
    .optional(),
});

/** What an environment has on AWS beside its clusters, as a person writes it. */
export const awsSchema = closed({
  dns: dns
    .describe("Zone of the environment's domain in Route 53, for external-dns and cert-manager. Default: none.")
    .optional(),
  registry: registry.describe('What repositories of images have beside the defaults.').optional(),
  secrets: secrets.describe('What secrets have beside the defaults.').optional(),
  guardDuty: formats
    .flag()
    .describe('Whether GuardDuty watches clusters, in each account and region; only one may. Default: false.')
    .optional(),
  edge: edge.describe('Firewall and certificates of the exposed services. Default: none.').optional(),
  operations: operations.describe('Alarms, dashboards, logs and costs. Default: none.').optional(),
});
