import type { AwsPlace } from '../aws-construct';
import type { PrincipalStatement } from '../iam/policy-document';
import type { ResourceStatement } from '../iam/resource-policy';
import { topicArn } from '../names';

interface Publisher {
  readonly service: string;
  /** Pattern of the ARNs that the service speaks for, where it tells them. */
  readonly source?: (place: AwsPlace) => string;
}

/**
 * Services that raise alarms. AWS Backup does not say on whose behalf it publishes, so that a condition would keep all
 * of its messages out: https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
const PUBLISHERS = {
  backup: { service: 'backup.amazonaws.com' },
  budgets: { service: 'budgets.amazonaws.com', source: ({ account }) => `arn:aws:budgets::${account}:*` },
  cloudwatch: {
    service: 'cloudwatch.amazonaws.com',
    source: ({ account, region }) => `arn:aws:cloudwatch:${region}:${account}:alarm:*`,
  },
  'cost-anomalies': {
    service: 'costalerts.amazonaws.com',
    source: ({ account }) => `arn:aws:ce::${account}:anomalysubscription/*`,
  },
  events: {
    service: 'events.amazonaws.com',
    source: ({ account, region }) => `arn:aws:events:${region}:${account}:rule/*`,
  },
} as const satisfies Readonly<Record<string, Publisher>>;

/** A service that may publish to a topic of alarms. */
export type AlarmPublisher = keyof typeof PUBLISHERS;

/** Names of all services that may publish, sorted. */
export const ALARM_PUBLISHERS: readonly string[] = Object.keys(PUBLISHERS).sort();

/** Lets services publish to the topic, on behalf of the topic's own account only. */
export function publishStatements(
  place: AwsPlace,
  topic: string,
  publishers: readonly AlarmPublisher[],
): readonly ResourceStatement[] {
  return named(publishers).map(([name, { service, source }]) => ({
    sid: `Publish${sid(name)}`,
    principal: { service },
    actions: ['sns:Publish'],
    resources: [topicArn(place, topic)],
    conditions: source === undefined ? undefined : { ArnLike: { 'aws:SourceArn': [source(place)] } },
  }));
}

/**
 * Lets the same services encrypt messages of this topic, and of no other. The topic is in the encryption context; not
 * every service tells KMS the account that it acts for, EventBridge among them.
 *
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export function publisherKeyStatements(
  place: AwsPlace,
  topic: string,
  publishers: readonly AlarmPublisher[],
): readonly PrincipalStatement[] {
  return named(publishers).map(([name, { service }]) => ({
    sid: `Encrypt${sid(name)}`,
    principal: { service },
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    conditions: { StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': [topicArn(place, topic)] } },
  }));
}

function named(publishers: readonly AlarmPublisher[]): readonly (readonly [string, Publisher])[] {
  return [...new Set(publishers)].sort().map((name) => [name, PUBLISHERS[name]] as const);
}

/** Ids of statements are letters and digits. */
function sid(name: string): string {
  return name
    .split('-')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
}
