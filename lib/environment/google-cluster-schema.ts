import { z } from 'zod';
import * as formats from './formats';
import * as google from './google-formats';
import { googleNetworkSchema } from './google-network-schema';
import { googlePoolSchema } from './google-pool-schema';
import { closed, defaulted, deletionProtection, filled } from './schema-parts';

const MAX_RETENTION_DAYS = 3650;
/** Backup for GKE keeps nothing for longer than a year. */
const MAX_BACKUP_DAYS = 365;
const MAX_LOCK_DAYS = 90;
const MAX_LIMIT = 100_000;

const amount = closed({
  min: formats.whole(0, MAX_LIMIT).describe('Least that is kept. Default: 0.').optional(),
  max: formats.whole(1, MAX_LIMIT).describe('Most that may be made.'),
});

const maintenance = closed({
  window: closed({
    startTime: google.instant().describe('Start of the first window, such as 2025-01-04T02:00:00Z.'),
    endTime: google.instant().describe('End of the first window.'),
    recurrence: google.recurrence().describe('How it recurs, such as FREQ=WEEKLY;BYDAY=SA,SU.'),
  })
    .describe('When GKE may upgrade by itself. Default: Saturdays and Sundays, 02:00 to 08:00 UTC.')
    .optional(),
  exclusions: z
    .record(
      formats.dnsLabel(),
      closed({
        startTime: google.instant().describe('From when on nothing is upgraded.'),
        endTime: google.instant().describe('Until when.'),
        scope: z
          .enum(['NO_UPGRADES', 'NO_MINOR_UPGRADES', 'NO_MINOR_OR_NODE_UPGRADES'])
          .describe('What is not upgraded.'),
      }),
    )
    .describe('Times in which GKE upgrades nothing, by name. Default: none.')
    .optional(),
});

const nodeAutoProvisioning = closed({
  cpu: amount.describe('Processors of all nodes together.'),
  memoryGib: amount.describe('Memory of all nodes together, in GiB.'),
  gpus: z
    .record(google.acceleratorType(), amount)
    .describe('GPUs of all nodes together, by type. Default: none.')
    .optional(),
});

const backup = closed({
  enabled: defaulted('backups', 'Whether the cluster is backed up.', formats.flag()),
  schedule: google.cron().describe('When, as cron in UTC. Default: "0 2 * * *".').optional(),
  retainDays: formats.whole(1, MAX_BACKUP_DAYS).describe('Days that a backup is kept. Default: 30.').optional(),
  deleteLockDays: formats
    .whole(0, MAX_LOCK_DAYS)
    .describe('Days during which nobody can delete a backup. Default: 7.')
    .optional(),
  location: google.region().describe("Region of the backups. Default: the cluster's.").optional(),
});

const fleet = closed({
  project: google.project().describe("Project of the fleet. Default: the cluster's.").optional(),
  managedMesh: formats.flag().describe('Whether Google runs the control plane of the mesh. Default: false.').optional(),
});

const usageExport = closed({
  networkEgress: formats
    .flag()
    .describe('Whether traffic is metered, by a privileged agent on each node. Default: false.')
    .optional(),
  expirationDays: formats
    .whole(1, MAX_RETENTION_DAYS)
    .describe('Days that records are kept. Default: for ever.')
    .optional(),
});

/** A GKE cluster as a person writes it. */
export const googleClusterSchema = closed({
  cloud: z.literal('google').describe('A GKE cluster.'),
  mode: z
    .enum(['standard', 'autopilot'])
    .describe('Whether you size the node pools, or GKE runs the nodes. Default: standard.')
    .optional(),
  project: google.project().describe('ID of the Google project.'),
  region: google.region().describe('Region of the cluster.'),
  zone: google
    .zone()
    .describe('Zone of a zonal cluster, cheaper and less available. Default: the cluster spans the region.')
    .optional(),
  zones: z
    .array(google.zone())
    .min(1, { error: 'must list one zone at least' })
    .describe('Zones of the nodes. Default: three of the region, which GKE chooses.')
    .optional(),
  releaseChannel: defaulted(
    'releaseChannel',
    'How early GKE upgrades the cluster.',
    z.enum(['RAPID', 'REGULAR', 'STABLE', 'EXTENDED']),
  ),
  maintenance: maintenance.describe('When GKE may upgrade, and when not.').optional(),
  network: googleNetworkSchema.describe('The VPC network made for the cluster, or the shared one that it joins.'),
  dnsEndpoint: formats
    .flag()
    .describe('Whether the control plane has a DNS endpoint, which IAM guards. Default: true.')
    .optional(),
  ipEndpoint: z
    .enum(['off', 'private', 'public'])
    .describe('Whether the control plane has IP endpoints. Default: off, or public with authorizedNetworks.')
    .optional(),
  authorizedNetworks: defaulted(
    'authorizedNetworks',
    "Ranges that may reach the control plane's IP endpoint; empty leaves the DNS endpoint, which IAM guards.",
    z.array(formats.cidr()),
  ),
  administrators: defaulted(
    'administrators',
    'IAM members that administer the cluster, such as group:platform@example.com.',
    z.array(google.member()),
  ),
  securityGroup: google
    .securityGroup()
    .describe('Group whose member groups RBAC may name: gke-security-groups@ and your domain. Default: none.')
    .optional(),
  binaryAuthorization: z
    .enum(['enforce', 'audit', 'off'])
    .describe('Whether images without an attestation are refused, only logged, or nobody looks. Default: off.')
    .optional(),
  securityPosture: z
    .enum(['DISABLED', 'BASIC', 'ENTERPRISE'])
    .describe('How much GKE looks for weaknesses of workloads. Default: BASIC.')
    .optional(),
  nodeAutoProvisioning: nodeAutoProvisioning
    .describe(
      'Has GKE make node pools by itself. The limits count all nodes, those of your pools too. Default: only your pools.',
    )
    .optional(),
  autoscalingProfile: z
    .enum(['BALANCED', 'OPTIMIZE_UTILIZATION'])
    .describe('How soon idle nodes are taken away. Default: BALANCED.')
    .optional(),
  csiDrivers: z
    .array(z.enum(['persistent-disk', 'filestore', 'gcs-fuse']))
    .describe('Storage that pods may mount. Default: persistent-disk.')
    .optional(),
  usageExport: usageExport.describe('Export of what each namespace used to BigQuery. Default: none.').optional(),
  backup: backup.describe('Backups of objects and volumes by Backup for GKE.').optional(),
  fleet: fleet.describe('The fleet that the cluster joins. Default: none.').optional(),
  deletionProtection,
  nodePools: filled('node pool', googlePoolSchema)
    .describe('Node pools by name; one at least, but none in mode autopilot.')
    .optional(),
});
