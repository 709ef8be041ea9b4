import { copyKeyStatements, copyStatements, denyDeletion } from '../../../../lib/cloud/aws/backup/vault-statements';

describe('the policy of a vault', () => {
  test('keeps people from deleting backups, and not AWS Backup itself', () => {
    expect(denyDeletion([])).toMatchObject({
      effect: 'Deny',
      actions: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
      conditions: { Bool: { 'aws:PrincipalIsAWSService': ['false'] } },
    });
    expect(denyDeletion([]).conditions).not.toHaveProperty('ArnNotEquals');
  });

  test('lets named roles delete', () => {
    expect(denyDeletion(['arn:aws:iam::111122223333:role/a']).conditions).toMatchObject({
      ArnNotEquals: { 'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/a'] },
    });
  });

  test('lets other accounts copy backups into it, and use the key for nothing but that', () => {
    expect(copyStatements(['444455556666'])).toEqual([
      {
        sid: 'CopyFrom444455556666',
        principal: { arn: 'arn:aws:iam::444455556666:root' },
        actions: ['backup:CopyIntoBackupVault'],
        resources: ['*'],
      },
    ]);
    const [use, grant] = copyKeyStatements(['444455556666']);
    expect(use?.actions.some((action) => action.includes('*'))).toBe(false);
    expect(grant?.conditions).toEqual({ Bool: { 'kms:GrantIsForAWSResource': ['true'] } });
    expect(copyKeyStatements([])).toEqual([]);
  });
});
