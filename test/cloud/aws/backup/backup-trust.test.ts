import { backupTrust } from '../../../../lib/cloud/aws/backup/backup-trust';

test('AWS Backup acts as a role for one account alone', () => {
  expect(backupTrust('111122223333')).toEqual({
    sid: 'AwsBackup',
    principal: { service: 'backup.amazonaws.com' },
    actions: ['sts:AssumeRole'],
    conditions: { StringEquals: { 'aws:SourceAccount': ['111122223333'] } },
  });
});
