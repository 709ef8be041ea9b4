import type { PrincipalStatement } from '../iam/policy-document';

/** Lets AWS Backup act as a role, on behalf of the account alone. */
export function backupTrust(account: string): PrincipalStatement {
  return {
    sid: 'AwsBackup',
    principal: { service: 'backup.amazonaws.com' },
    actions: ['sts:AssumeRole'],
    conditions: { StringEquals: { 'aws:SourceAccount': [account] } },
  };
}
