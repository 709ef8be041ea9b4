import { z } from 'zod';
import * as aws from './aws-formats';
import { awsNetworkSchema } from './aws-network-schema';
import { awsPoolSchema } from './aws-pool-schema';
import * as formats from './formats';
import { closed, defaulted, deletionProtection, filled } from './schema-parts';

const MAX_RETENTION_DAYS = 3653;
const MAX_SELECTORS = 5;
/** How long IAM lets a session of a role last. */
const SESSION_SECONDS = { min: 3600, max: 43_200 } as const;

const accessEntry = closed({
  principalArn: aws.principalArn().describe('ARN of the IAM role or user.'),
  policies: z
    .record(
      aws.accessPolicy(),
      z.union([z.literal('cluster'), z.array(formats.dnsLabel()).min(1)], {
        error: 'must be cluster, or a list of namespaces',
      }),
    )
    .describe(
      'What it may do: policies of EKS, each on the whole cluster or in the namespaces listed. Default: nothing.',
    )
    .optional(),
  kubernetesGroups: z
    .array(aws.kubernetesGroup())
    .describe('Groups that roles of the cluster are bound to. Default: none.')
    .optional(),
});

const breakGlass = closed({
  trustedArns: z
    .array(aws.principalArn())
    .min(1, { error: 'must list one role or user at least' })
    .describe('Who may act as the role, with a second factor.'),
  maxSessionDurationSeconds: formats
    .whole(SESSION_SECONDS.min, SESSION_SECONDS.max)
    .describe('Longest session, in seconds. Default: 3600.')
    .optional(),
});

const fargateProfile = closed({
  selectors: z
    .array(
      closed({
        namespace: z.string().describe('Namespace of the pods; * and ? stand for others.'),
        labels: z
          .record(formats.labelKey(), z.string())
          .describe('Labels that the pods have, too. Default: any.')
          .optional(),
      }),
    )
    .min(1, { error: 'must list one selector at least' })
    .max(MAX_SELECTORS, { error: `must list ${MAX_SELECTORS} selectors at most` })
    .describe('Pods that run on Fargate.'),
});

const identities = z.array(
  closed({
    id: aws.identityId().describe('ID of the user or group.'),
    type: z.enum(['SSO_USER', 'SSO_GROUP']).describe('Which of them it is.'),
  }),
);

const argoCd = closed({
  idcInstanceArn: aws.identityCenterArn().describe('Instance of IAM Identity Center that people sign in with.'),
  idcRegion: formats.awsRegion().describe("Region of that instance. Default: the cluster's.").optional(),
  namespace: formats.dnsLabel().describe('Namespace of the applications on the cluster. Default: argocd.').optional(),
  rbac: closed({
    admin: identities.describe('Who may do everything in Argo CD. Default: nobody.').optional(),
    editor: identities.describe('Who may sync and change applications. Default: nobody.').optional(),
    viewer: identities.describe('Who may look. Default: nobody.').optional(),
  }).describe('Users and groups of Identity Center by role.'),
});

const addons = closed({
  enabled: z
    .array(
      z.enum([
        'amazon-cloudwatch-observability',
        'aws-efs-csi-driver',
        'aws-mountpoint-s3-csi-driver',
        'eks-node-monitoring-agent',
        'metrics-server',
        'snapshot-controller',
      ]),
    )
    .describe(
      'Add-ons beside those that a cluster cannot do without. Default: snapshot-controller, metrics-server, eks-node-monitoring-agent.',
    )
    .optional(),
  versions: z
    .record(formats.dnsLabel(), aws.addonVersion())
    .describe('Versions of add-ons by name. Default: those that Gantry pins for the version of Kubernetes.')
    .optional(),
});

const backup = closed({
  enabled: defaulted('backups', 'Whether the cluster is backed up.', formats.flag()),
  engine: z
    .enum(['velero', 'aws-backup'])
    .describe('Whether Velero keeps objects and volumes in a bucket, or AWS Backup the volumes. Default: velero.')
    .optional(),
  retainDays: formats.whole(1, MAX_RETENTION_DAYS).describe('Days that a backup is kept. Default: 30.').optional(),
  lockDays: formats
    .whole(1, MAX_RETENTION_DAYS)
    .describe('Days during which nobody can delete a backup. Default: 30.')
    .optional(),
  replicaRegion: formats.awsRegion().describe('Region of a second copy. Default: none.').optional(),
});

/** An EKS cluster as a person writes it. */
export const awsClusterSchema = closed({
  cloud: z.literal('aws').describe('An EKS cluster.'),
  mode: z
    .enum(['standard', 'auto'])
    .describe('Whether you choose the nodes, or EKS Auto Mode runs them. Default: standard.')
    .optional(),
  account: formats.awsAccount().describe('Number of the AWS account, 12 digits in quotes.'),
  region: formats.awsRegion().describe('Region of the cluster.'),
  zones: defaulted('zones', 'Availability zones of the region, two at least.', z.array(formats.awsZone())),
  kubernetesVersion: defaulted(
    'kubernetesVersion',
    'Minor version of Kubernetes, in quotes.',
    formats.kubernetesVersion(),
  ),
  upgradePolicy: z
    .enum(['STANDARD', 'EXTENDED'])
    .describe('Whether EKS upgrades at the end of standard support, or bills extended support. Default: STANDARD.')
    .optional(),
  zonalShift: formats.flag().describe('Whether traffic may be moved away from a zone. Default: true.').optional(),
  logRetentionDays: formats
    .whole(1, MAX_RETENTION_DAYS)
    .describe("Days that the control plane's logs are kept, as CloudWatch knows them. Default: 90.")
    .optional(),
  network: awsNetworkSchema.describe('The VPC made for the cluster, or the one that it joins.'),
  publicAccessCidrs: defaulted(
    'publicAccessCidrs',
    'Ranges that may reach the API server over the internet; empty keeps it private.',
    z.array(formats.cidr()),
  ),
  administrators: z
    .array(formats.awsRoleArn())
    .min(1, { error: 'must list one role at least, or nobody could enter the cluster' })
    .describe('ARNs of the IAM roles that administer the cluster. Whoever creates it is not among them of itself.'),
  accessEntries: z
    .record(formats.dnsLabel(), accessEntry)
    .describe('Who else may enter the cluster, by name. Default: nobody.')
    .optional(),
  breakGlass: breakGlass.describe('A role for emergencies that administers the cluster. Default: none.').optional(),
  oidcProvider: formats
    .flag()
    .describe('Whether pods may get roles through OpenID Connect, too, as Fargate needs. Default: false.')
    .optional(),
  argoCd: argoCd.describe('Argo CD, run by AWS. Default: none.').optional(),
  addons: addons.describe('Add-ons that EKS keeps.').optional(),
  karpenter: formats
    .flag()
    .describe('Whether there are the identities and the queue that Karpenter needs. Default: false.')
    .optional(),
  fargateProfiles: z
    .record(formats.dnsLabel(), fargateProfile)
    .describe('Pods that run on Fargate, by name. Default: none.')
    .optional(),
  controllers: z
    .array(
      z.enum([
        'cert-manager',
        'cloudwatch-agent',
        'cluster-autoscaler',
        'external-dns',
        'fluent-bit',
        'load-balancer-controller',
      ]),
    )
    .describe('Controllers that get an identity. Default: none.')
    .optional(),
  backup: backup.describe('Backups of objects and volumes.').optional(),
  deletionProtection,
  nodePools: filled('node pool', awsPoolSchema).describe('Node groups by name; none in mode auto.').optional(),
});
