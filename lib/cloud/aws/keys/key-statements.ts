import type { AwsPlace } from '../aws-construct';
import type { PrincipalStatement } from '../iam/policy-document';

/** What encrypts and decrypts with a key directly needs, and no more. */
const USE_KEY = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:DescribeKey',
] as const;

/** Lets CloudWatch encrypt one log group with the key. */
export function logGroupKeyStatement({ account, region }: AwsPlace, logGroupName: string): PrincipalStatement {
  return {
    sid: 'CloudWatchLogs',
    principal: { service: `logs.${region}.amazonaws.com` },
    actions: USE_KEY,
    conditions: {
      ArnEquals: {
        'kms:EncryptionContext:aws:logs:arn': [`arn:aws:logs:${region}:${account}:log-group:${logGroupName}`],
      },
    },
  };
}

/**
 * Lets Auto Scaling start nodes whose volumes are encrypted with the key.
 *
 * The role is named in a condition, not as the principal: AWS makes it with the account's first Auto Scaling
 * group, and KMS refuses a policy whose principal does not exist yet.
 */
export function autoScalingKeyStatements(account: string): readonly PrincipalStatement[] {
  const role = 'role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling';
  const principal = { anyone: 'within conditions' } as const;
  const caller = {
    StringEquals: { 'kms:CallerAccount': [account] },
    ArnEquals: { 'aws:PrincipalArn': [`arn:aws:iam::${account}:${role}`] },
  };
  return [
    { sid: 'AutoScalingUsesKey', principal, actions: USE_KEY, conditions: caller },
    {
      sid: 'AutoScalingAttachesVolumes',
      principal,
      actions: ['kms:CreateGrant'],
      conditions: { ...caller, Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
    },
  ];
}
