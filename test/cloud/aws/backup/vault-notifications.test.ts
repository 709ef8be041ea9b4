import { notificationRefusals, type VaultNotifications } from '../../../../lib/cloud/aws/backup/vault-notifications';

const topicArn = 'arn:aws:sns:us-east-1:111122223333:on-call';

describe('notifications of a vault', () => {
  test('are of jobs and of what was changed', () => {
    expect(notificationRefusals('notifications', { topicArn }).filter((found) => found !== undefined)).toEqual([]);
  });

  test('cannot be of events that AWS Backup no longer sends', () => {
    const events = JSON.parse('["BACKUP_JOB_FAILED"]') as VaultNotifications['events'];
    expect(notificationRefusals('notifications', { topicArn, events })).toContainEqual(
      expect.objectContaining({ property: 'notifications.events', got: 'BACKUP_JOB_FAILED' }),
    );
  });
});
