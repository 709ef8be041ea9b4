import { BackupVaultNotifications } from '@cdktf/provider-aws/lib/backup-vault-notifications';
import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';

/** Events that AWS Backup still sends: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultNotifications.html */
const EVENTS = [
  'BACKUP_JOB_COMPLETED',
  'BACKUP_JOB_STARTED',
  'COPY_JOB_FAILED',
  'COPY_JOB_STARTED',
  'COPY_JOB_SUCCESSFUL',
  'RECOVERY_POINT_MODIFIED',
  'RESTORE_JOB_COMPLETED',
  'RESTORE_JOB_STARTED',
  'S3_BACKUP_OBJECT_FAILED',
  'S3_RESTORE_OBJECT_FAILED',
] as const;

/** Something that happens to the backups of a vault. A job that failed is completed, too. */
export type VaultEvent = (typeof EVENTS)[number];

const DEFAULT_EVENTS: readonly VaultEvent[] = [
  'BACKUP_JOB_COMPLETED',
  'COPY_JOB_FAILED',
  'RECOVERY_POINT_MODIFIED',
  'RESTORE_JOB_COMPLETED',
];

/** Whom a vault tells what happens to its backups. */
export interface VaultNotifications {
  /** Topic that AWS Backup may publish to: an `AlarmTopic` with `backup` among its publishers. A change replaces it. */
  readonly topicArn: string;
  /**
   * What is told. A subscription tells jobs that failed from others by the attribute `State` of the message.
   *
   * @default ['BACKUP_JOB_COMPLETED', 'COPY_JOB_FAILED', 'RECOVERY_POINT_MODIFIED', 'RESTORE_JOB_COMPLETED']
   */
  readonly events?: readonly VaultEvent[];
}

/** Tells the topic what happens in the vault. */
export function addVaultNotifications(
  scope: Construct,
  { provider }: AwsConstructProps,
  vaultName: string,
  { topicArn, events = DEFAULT_EVENTS }: VaultNotifications,
): void {
  new BackupVaultNotifications(scope, 'Notifications', {
    provider,
    backupVaultName: vaultName,
    snsTopicArn: topicArn,
    backupVaultEvents: [...new Set(events)].sort(),
  });
}

/** Refuses events that AWS Backup does not send, and none at all. */
export function notificationRefusals(
  property: string,
  { topicArn, events = DEFAULT_EVENTS }: VaultNotifications,
): (Refusal | undefined)[] {
  const known: readonly string[] = EVENTS;
  const unknown = events.find((event) => !known.includes(event));
  return [
    Token.isUnresolved(topicArn) || topicArn.startsWith('arn:aws:sns:')
      ? undefined
      : { property: `${property}.topicArn`, rule: 'must be the ARN of a topic', got: topicArn },
    events.length === 0
      ? { property: `${property}.events`, rule: 'must name one event at least', got: events }
      : undefined,
    unknown === undefined
      ? undefined
      : { property: `${property}.events`, rule: `must be of ${EVENTS.join(', ')}`, got: unknown },
  ];
}
