import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import type { AwsPlace } from '../aws-construct';
import type { PolicyStatement } from '../iam/policy-document';

/** Marks the access points that the driver made, which it may remove again. */
const DRIVER_TAG = 'efs.csi.aws.com/cluster';

const FILE_SYSTEM_ARN = /^arn:aws:elasticfilesystem:[a-z0-9-]+:\d{12}:file-system\/fs-[0-9a-f]{8,40}$/;

/**
 * What the EFS CSI driver needs to make directories, as access points, in the file systems named and in no others.
 * It is AWS' own policy, narrowed:
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEFSCSIDriverPolicy.html
 */
export function efsCsiStatements(
  { account, region }: AwsPlace,
  fileSystemArns: readonly string[],
): readonly PolicyStatement[] {
  const accessPoints = `arn:aws:elasticfilesystem:${region}:${account}:access-point/*`;
  const marked = { Null: { [`aws:RequestTag/${DRIVER_TAG}`]: ['false'] } };
  const markedOnly = { 'ForAllValues:StringEquals': { 'aws:TagKeys': [DRIVER_TAG] } };
  const wildcard = 'access points that the driver makes';
  return [
    {
      sid: 'ReadFileSystems',
      actions: [
        'elasticfilesystem:DescribeAccessPoints',
        'elasticfilesystem:DescribeFileSystems',
        'elasticfilesystem:DescribeMountTargets',
      ],
      resources: [...fileSystemArns, accessPoints],
      wildcard,
    },
    {
      sid: 'ReadZones',
      actions: ['ec2:DescribeAvailabilityZones'],
      resources: ['*'],
      wildcard: 'EC2 lets nobody read zones by name',
    },
    {
      sid: 'MakeDirectories',
      actions: ['elasticfilesystem:CreateAccessPoint'],
      resources: fileSystemArns,
      conditions: { ...marked, ...markedOnly },
    },
    {
      sid: 'TagDirectories',
      actions: ['elasticfilesystem:TagResource'],
      resources: [accessPoints],
      conditions: {
        ...marked,
        ...markedOnly,
        StringEquals: { 'elasticfilesystem:CreateAction': ['CreateAccessPoint'] },
      },
      wildcard,
    },
    {
      sid: 'RemoveDirectories',
      actions: ['elasticfilesystem:DeleteAccessPoint'],
      resources: [accessPoints],
      conditions: { Null: { [`aws:ResourceTag/${DRIVER_TAG}`]: ['false'] } },
      wildcard,
    },
  ];
}

/** Refuses what is no file system, a list without one, and file systems without the driver. */
export function efsFileSystemRefusals(
  enabled: readonly string[],
  fileSystemArns: readonly string[] | undefined,
): readonly (Refusal | undefined)[] {
  if (fileSystemArns === undefined) return [];
  const property = 'efsFileSystemArns';
  const example = 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0123456789abcdef0';
  return [
    enabled.includes('aws-efs-csi-driver')
      ? undefined
      : {
          property,
          rule: 'must not be there without the driver',
          got: fileSystemArns,
          remedy: 'add aws-efs-csi-driver to enabled',
        },
    fileSystemArns.length > 0
      ? undefined
      : { property, rule: 'must name one file system at least', got: fileSystemArns, remedy: 'or leave it out' },
    ...fileSystemArns
      .filter((arn) => !Token.isUnresolved(arn) && !FILE_SYSTEM_ARN.test(arn))
      .map((got) => ({ property, rule: `must be ARNs of file systems such as ${example}`, got })),
  ];
}
