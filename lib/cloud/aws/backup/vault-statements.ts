import type { PrincipalStatement } from '../iam/policy-document';
import type { ResourceStatement } from '../iam/resource-policy';

/**
 * Keeps everyone from deleting backups by hand, or from shortening their time. What AWS Backup deletes when the time
 * is over does not go this way: the services that keep the backups delete them.
 */
export function denyDeletion(deleters: readonly string[]): ResourceStatement {
  return {
    sid: 'DenyDeletion',
    effect: 'Deny',
    principal: { anyone: 'within conditions' },
    actions: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
    // ARNs of backups are those of the services that keep them: snapshots, for instance.
    resources: ['*'],
    conditions: {
      Bool: { 'aws:PrincipalIsAWSService': ['false'] },
      ...(deleters.length === 0 ? {} : { ArnNotEquals: { 'aws:PrincipalArn': deleters } }),
    },
  };
}

/** Lets other accounts copy their backups into the vault. */
export function copyStatements(accounts: readonly string[]): readonly ResourceStatement[] {
  return accounts.map((account) => ({
    sid: `CopyFrom${account}`,
    principal: { arn: rootArn(account) },
    actions: ['backup:CopyIntoBackupVault'],
    resources: ['*'],
  }));
}

/**
 * Lets other accounts encrypt what they copy into the vault.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
 */
export function copyKeyStatements(accounts: readonly string[]): readonly PrincipalStatement[] {
  return accounts.flatMap((account): readonly PrincipalStatement[] => [
    {
      sid: `Encrypt${account}`,
      principal: { arn: rootArn(account) },
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
    },
    {
      sid: `Grant${account}`,
      principal: { arn: rootArn(account) },
      actions: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
      conditions: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
    },
  ]);
}

function rootArn(account: string): string {
  return `arn:aws:iam::${account}:root`;
}
