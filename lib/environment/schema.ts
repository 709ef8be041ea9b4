import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { STORAGE_CLASSES } from '../core/cluster';
import { suggest } from '../core/nearest';
import { PROFILES } from './environment';
import * as formats from './formats';
import { PROFILE_DEFAULTS, type ProfileDefaults } from './profiles';

const MAX_NODES = 1000;
const MAX_REPLICAS = 1000;

/** A map with these keys and no others. Each unknown key is answered by a line of its own. */
function closed<Shape extends z.core.$ZodShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const keys = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => `no such key; ${suggest(key, keys)}`).join('\n')
        : undefined,
  });
}

/** A map by name that holds one entry at least. */
function filled<Value extends z.ZodType>(what: string, value: Value): z.ZodRecord<z.ZodString, Value> {
  return z
    .record(formats.dnsLabel(), value)
    .refine((entries) => Object.keys(entries).length > 0, { error: `must hold one ${what} at least` })
    .meta({ minProperties: 1 });
}

/** Describes a value that may be left out, with the default that the profile gives it. */
function defaulted<Value extends z.ZodType>(
  setting: keyof ProfileDefaults,
  description: string,
  value: Value,
): z.ZodOptional<Value> {
  const { development, production } = PROFILE_DEFAULTS;
  const same = isDeepStrictEqual(development[setting], production[setting]);
  const text = `Default: ${plain(development[setting])} in development, ${plain(production[setting])} in production.`;
  return value
    .meta({
      ...value.meta(),
      description: same ? description : `${description} ${text}`,
      ...(same ? { default: production[setting] } : {}),
    })
    .optional();
}

function plain(value: ProfileDefaults[keyof ProfileDefaults]): string {
  return typeof value === 'object' ? Object.values(value).join(', ') : String(value);
}

const state = z.discriminatedUnion('backend', [
  closed({
    backend: z.literal('s3').describe('An S3 bucket, with its own lock file.'),
    bucket: formats.s3Bucket().describe('Bucket that the states are kept in.'),
    region: formats.awsRegion().describe('Region of the bucket.'),
    kmsKeyId: formats
      .kmsKey()
      .describe('ARN or alias of the KMS key that encrypts the states. Default: the encryption of the bucket.')
      .optional(),
  }),
  closed({
    backend: z.literal('gcs').describe('A Cloud Storage bucket.'),
    bucket: formats.gcsBucket().describe('Bucket that the states are kept in.'),
  }),
  closed({
    backend: z.literal('local').describe('A folder on this machine; refused in production.'),
    path: formats.prose('must be the path of a folder').describe('Folder that the states are kept in.'),
  }),
]);

const nodes = closed({
  min: formats.whole(0, MAX_NODES).describe('Fewest nodes of the whole pool, over all zones.'),
  max: formats.whole(1, MAX_NODES).describe('Most nodes of the whole pool, over all zones.'),
}).describe('Bounds within which the number of nodes follows the load.');

const taint = closed({
  key: formats.labelKey().describe('Key of the taint.'),
  value: formats.labelValue().describe('Value of the taint.'),
  effect: z
    .enum(['NO_SCHEDULE', 'PREFER_NO_SCHEDULE', 'NO_EXECUTE'])
    .describe('What becomes of a pod that does not tolerate the taint.'),
});

const poolFields = {
  nodes,
  spot: defaulted('spot', 'Cheaper machines that the cloud may take away.', formats.flag()),
  diskSizeGib: defaulted('diskSizeGib', 'Size of the boot disk of a node, in GiB.', formats.whole(20, 16384)),
  labels: defaulted(
    'labels',
    'Labels of the nodes, for pods to choose them by.',
    z.record(formats.labelKey(), formats.labelValue()),
  ),
  taints: defaulted('taints', 'Keep pods away that do not ask for the nodes.', z.array(taint)),
};

const awsPool = closed({
  machineTypes: z
    .array(formats.awsMachineType())
    .min(1, { error: 'must list one instance type at least' })
    .describe('Instance types in order of preference.'),
  ...poolFields,
}).describe('A group of like nodes.');

const googlePool = closed({
  machineType: formats.googleMachineType().describe('Machine type of the nodes.'),
  ...poolFields,
}).describe('A group of like nodes.');

const deletionProtection = defaulted(
  'deletionProtection',
  'Whether the cluster refuses to be deleted.',
  formats.flag(),
);

const awsCluster = closed({
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

const googleCluster = closed({
  cloud: z.literal('google').describe('A GKE cluster.'),
  project: formats.googleProject().describe('ID of the Google project.'),
  region: formats.googleRegion().describe('Region of the cluster.'),
  zone: formats
    .googleZone()
    .describe('Zone of a zonal cluster, cheaper and less available. Default: the cluster spans the region.')
    .optional(),
  releaseChannel: defaulted(
    'releaseChannel',
    'How early GKE upgrades the cluster.',
    z.enum(['RAPID', 'REGULAR', 'STABLE', 'EXTENDED']),
  ),
  network: closed({
    cidr: formats.cidr().describe('Range of the nodes, /12 to /20; no two clusters of an environment share addresses.'),
  }).describe('The VPC network made for the cluster.'),
  authorizedNetworks: defaulted(
    'authorizedNetworks',
    "Ranges that may reach the control plane's IP endpoint; empty leaves the DNS endpoint, which IAM guards.",
    z.array(formats.cidr()),
  ),
  administrators: defaulted(
    'administrators',
    'IAM members that administer the cluster, such as group:platform@example.com.',
    z.array(formats.googleMember()),
  ),
  deletionProtection,
  nodePools: filled('node pool', googlePool).describe('Node pools by name.'),
});

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

const service = closed({
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
  state: state.describe('Where the Terraform states are kept, locked and encrypted.'),
  images: closed({
    registry: defaulted(
      'registry',
      "Registry that pods pull from: the one made for the environment ('cluster'), or the system's own ('external').",
      z.enum(['cluster', 'external']),
    ),
  })
    .describe('Where images come from.')
    .optional(),
  clusters: filled('cluster', z.discriminatedUnion('cloud', [awsCluster, googleCluster])).describe('Clusters by name.'),
  services: z
    .record(formats.dnsLabel(), service.describe('What this environment changes about one service.'))
    .describe('Changes to the services of the system, by name.')
    .optional(),
  waivers: z
    .array(waiver)
    .describe('Rules that are silenced for a resource, for a reason, until a day. Default: none.')
    .optional(),
});

/** An environment file that the schema accepts, before its profile's defaults are put in. */
export type EnvironmentFile = z.infer<typeof environmentSchema>;
