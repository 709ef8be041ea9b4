import { z } from 'zod';
import * as formats from './formats';
import * as google from './google-formats';
import { closed, defaulted } from './schema-parts';

const MAX_RETENTION_DAYS = 3650;
const MAX_REQUESTS = 1_000_000;
const MAX_BUDGET = 100_000_000;

const binaryAuthorization = closed({
  signers: z
    .array(google.member())
    .describe('IAM members that may attest images, the pipeline above all. Default: nobody.')
    .optional(),
  exemptImages: z
    .array(google.imagePattern())
    .describe('Images that need no attestation, such as docker.io/istio/*. Default: none.')
    .optional(),
});

const secretRotation = closed({
  periodDays: formats.whole(1, MAX_RETENTION_DAYS).describe('Days between two rotations.'),
  nextRotationTime: google
    .instant()
    .describe('First time that the secrets are due, in the future; Google moves it on by itself.'),
});

const edge = closed({
  project: google.project().describe('Project of the load balancer and of the DNS zone.'),
  rateLimit: closed({
    requests: formats.whole(1, MAX_REQUESTS).describe('How many requests one address may send.'),
    intervalSeconds: z
      .literal([10, 30, 60, 120, 180, 240, 270, 300, 600, 900, 1200, 1800, 2700, 3600])
      .describe('In how many seconds.'),
  })
    .describe('Limit of requests. Default: 600 a minute.')
    .optional(),
  preview: formats
    .flag()
    .describe('Whether the rules against attacks only log what they would refuse. Default: false.')
    .optional(),
  maxRatePerEndpoint: formats
    .whole(1, MAX_REQUESTS)
    .describe('Requests a second that one gateway pod takes before others are asked. Default: 1000.')
    .optional(),
});

const operations = closed({
  project: google.project().describe('Project that is watched from and written to.'),
  emails: z.array(formats.email()).describe('Whom alerts are sent to. Default: nobody.').optional(),
  logRetentionDays: formats.whole(1, MAX_RETENTION_DAYS).describe('Days that logs are kept. Default: 400.').optional(),
  budget: closed({
    billingAccount: google.billingAccount().describe('Billing account, such as 012345-6789AB-CDEF01.'),
    amount: formats.whole(1, MAX_BUDGET).describe('Amount of a month.'),
    currency: google.currency().describe('Currency of the billing account, such as EUR.'),
  })
    .describe('Warns as the costs of a month rise. Default: nobody is warned.')
    .optional(),
});

/** What an environment has on Google Cloud beside its clusters, as a person writes it. */
export const googleSchema = closed({
  binaryAuthorization: binaryAuthorization.describe('Who attests images, and which need no attestation.').optional(),
  secretRotation: secretRotation
    .describe('When secrets are due for a new value, which is told on a topic for each. Default: never.')
    .optional(),
  remoteRepositories: z
    .array(z.enum(['docker-hub', 'ghcr.io', 'mcr.microsoft.com', 'public.ecr.aws', 'quay.io', 'registry.k8s.io']))
    .describe('Public registries that are mirrored as they are pulled from. Default: none.')
    .optional(),
  auditLogs: defaulted('auditLogs', 'Whether reads of secrets, keys, images and clusters are logged.', formats.flag()),
  edge: edge.describe('Global entry to the exposed services of all GKE clusters. Default: none.').optional(),
  operations: operations.describe('Alerts, dashboards, logs and costs. Default: none.').optional(),
});
