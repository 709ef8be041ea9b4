import type { AwsPlace } from '../aws-construct';
import type { PolicyStatement } from '../iam/policy-document';

/** What the EBS CSI driver needs, beside AWS' own policy, to make volumes that are encrypted with one key. */
export function ebsCsiKeyStatements({ region }: AwsPlace, keyArn: string): readonly PolicyStatement[] {
  const viaEc2 = { StringEquals: { 'kms:ViaService': [`ec2.${region}.amazonaws.com`] } };
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
      resources: [keyArn],
      conditions: viaEc2,
    },
    {
      sid: 'AttachVolumes',
      actions: ['kms:CreateGrant'],
      resources: [keyArn],
      conditions: { ...viaEc2, Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
    },
  ];
}
