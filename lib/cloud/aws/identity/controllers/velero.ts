import { Token } from 'cdktf';
import type { Refusal } from '../../../../core/errors';
import type { PolicyStatement } from '../../iam/policy-document';
import { volumesKeyAlias } from '../../names';
import type { ControllerCluster, ControllerPlacement } from './controller-placement';

const BUCKET_ARN = /^arn:aws:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const KEY_ARN = /^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/;
/** Tag that Velero's plugin puts on each snapshot as it makes it. */
const BACKUP_TAG = 'velero.io/backup';

/** Velero, which backs up the objects and the volumes of a cluster. */
export interface VeleroGrant extends ControllerPlacement {
  readonly kind: 'velero';
  /** ARN of the bucket that backups lie in. */
  readonly bucketArn: string;
  /**
   * ARN of the key that the bucket is encrypted with.
   *
   * @default - the bucket is encrypted with a key of S3's own, which needs no permission
   */
  readonly kmsKeyArn?: string;
  /**
   * Whether Velero itself makes snapshots of volumes, and volumes of them. Not needed where snapshots go through the
   * CSI driver, which has an identity of its own.
   *
   * @default true
   */
  readonly volumeSnapshots?: boolean;
}

/**
 * The objects of one bucket, and snapshots that Velero made itself.
 *
 * https://github.com/vmware-tanzu/velero-plugin-for-aws#set-permissions-for-velero
 */
export function veleroStatements(cluster: ControllerCluster, grant: VeleroGrant): readonly PolicyStatement[] {
  return [
    ...bucketStatements(cluster, grant),
    ...((grant.volumeSnapshots ?? true) ? [...snapshotStatements(cluster), ...volumeKeyStatements(cluster)] : []),
  ];
}

/** Refuses what is no bucket or no key; an alias is none to IAM. */
export function veleroRefusals({ bucketArn, kmsKeyArn }: VeleroGrant): (Refusal | undefined)[] {
  return [
    arnRefusal('controller.bucketArn', 'must be the ARN of a bucket, without objects', BUCKET_ARN, bucketArn),
    kmsKeyArn === undefined
      ? undefined
      : arnRefusal('controller.kmsKeyArn', 'must be the ARN of a key, and not of its alias', KEY_ARN, kmsKeyArn),
  ];
}

function bucketStatements(
  { region }: ControllerCluster,
  { bucketArn, kmsKeyArn }: VeleroGrant,
): readonly PolicyStatement[] {
  const useKey = (key: string): PolicyStatement => ({
    sid: 'EncryptBackups',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [key],
    conditions: { StringEquals: { 'kms:ViaService': [`s3.${region}.amazonaws.com`] } },
  });
  return [
    {
      sid: 'ListBackups',
      actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
      resources: [bucketArn],
    },
    {
      sid: 'KeepBackups',
      actions: [
        's3:AbortMultipartUpload',
        's3:DeleteObject',
        's3:GetObject',
        's3:ListMultipartUploadParts',
        's3:PutObject',
        's3:PutObjectTagging',
      ],
      resources: [`${bucketArn}/*`],
      wildcard: 'all objects of the one bucket, which is for backups alone',
    },
    ...(kmsKeyArn === undefined ? [] : [useKey(kmsKeyArn)]),
  ];
}

/** Velero tags what it makes as it makes it, so nothing else has to be tagged, snapshotted or deleted. */
function snapshotStatements({ account, region }: ControllerCluster): readonly PolicyStatement[] {
  const snapshots = `arn:aws:ec2:${region}::snapshot/*`;
  const volumes = `arn:aws:ec2:${region}:${account}:volume/*`;
  const tagged = { Null: { [`aws:RequestTag/${BACKUP_TAG}`]: ['false'] } };
  const wildcard = 'EC2 makes up the ids; the tags of the CSI driver and of Velero are what bounds them';
  return [
    {
      sid: 'SnapshotVolumes',
      actions: ['ec2:CreateSnapshot'],
      resources: [volumes],
      conditions: { StringEquals: { 'aws:ResourceTag/ebs.csi.aws.com/cluster': ['true'] } },
      wildcard,
    },
    { sid: 'MakeSnapshots', actions: ['ec2:CreateSnapshot'], resources: [snapshots], conditions: tagged, wildcard },
    {
      sid: 'UseSnapshots',
      actions: ['ec2:CreateVolume', 'ec2:DeleteSnapshot'],
      resources: [snapshots],
      conditions: { Null: { [`aws:ResourceTag/${BACKUP_TAG}`]: ['false'] } },
      wildcard,
    },
    { sid: 'RestoreVolumes', actions: ['ec2:CreateVolume'], resources: [volumes], conditions: tagged, wildcard },
    {
      sid: 'TagAsMade',
      actions: ['ec2:CreateTags'],
      resources: [snapshots, volumes],
      conditions: { StringEquals: { 'ec2:CreateAction': ['CreateSnapshot', 'CreateVolume'] } },
      wildcard,
    },
    {
      sid: 'FindVolumes',
      actions: ['ec2:DescribeSnapshots', 'ec2:DescribeVolumes'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': [region] } },
      wildcard: 'EC2 knows no resource for what lists and describes',
    },
  ];
}

/** Volumes are encrypted with the cluster's own key, and whoever makes one of a snapshot has to be allowed to use it. */
function volumeKeyStatements({ account, region, clusterName }: ControllerCluster): readonly PolicyStatement[] {
  const resources = [`arn:aws:kms:${region}:${account}:key/*`];
  const wildcard = 'IAM knows no alias as a resource; the condition names it, and the key may live in another stack';
  const conditions = {
    'ForAnyValue:StringEquals': { 'kms:ResourceAliases': [volumesKeyAlias(clusterName)] },
    StringEquals: { 'kms:ViaService': [`ec2.${region}.amazonaws.com`] },
  };
  return [
    {
      sid: 'EncryptVolumes',
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      ...{ resources, conditions, wildcard },
    },
    {
      sid: 'AttachVolumes',
      actions: ['kms:CreateGrant'],
      ...{ resources, wildcard },
      conditions: { ...conditions, Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
    },
  ];
}

function arnRefusal(property: string, rule: string, form: RegExp, got: string): Refusal | undefined {
  return Token.isUnresolved(got) || form.test(got) ? undefined : { property, rule, got };
}
