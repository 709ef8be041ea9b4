import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import { PubsubTopicIamMember } from '@cdktf/provider-google/lib/pubsub-topic-iam-member';
import { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import { memberRefusal } from '../iam-member';
import type { IKmsKey } from '../keys/kms-key';
import { PubSubTopic, type IPubSubTopic } from '../messaging/pubsub-topic';
import { topicId } from '../names';

/** What GKE tells. https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-notifications */
export const UPGRADE_EVENTS = [
  'UPGRADE_AVAILABLE_EVENT',
  'UPGRADE_EVENT',
  'UPGRADE_INFO_EVENT',
  'SECURITY_BULLETIN_EVENT',
] as const;
export type GkeUpgradeEvent = (typeof UPGRADE_EVENTS)[number];

/** The part of a cluster's options that has to do with being told of upgrades. */
export interface GkeUpgradeNotificationOptions {
  /**
   * Whether GKE tells of upgrades and of security bulletins on a topic of the cluster's own, `<cluster>-upgrades`.
   *
   * @default true
   */
  readonly upgradeNotifications?: boolean;
  /**
   * What GKE tells.
   *
   * @default - all of `UPGRADE_EVENTS`
   */
  readonly upgradeEvents?: readonly GkeUpgradeEvent[];
  /**
   * IAM members that may subscribe to the topic, such as `serviceAccount:bot@example.iam.gserviceaccount.com`.
   *
   * @default - nobody beyond those whom the project's own policy names
   */
  readonly upgradeSubscribers?: readonly string[];
}

/** Name of the topic on which a cluster's upgrades are told: `main-upgrades`. */
export function upgradeTopicName(clusterName: string): string {
  return `${clusterName}-upgrades`;
}

/** What GKE tells, as the provider writes it. */
export function upgradeNotifications(
  topic: IPubSubTopic | undefined,
  { upgradeEvents = UPGRADE_EVENTS }: GkeUpgradeNotificationOptions,
): Partial<ContainerClusterConfig> {
  if (topic === undefined) return { notificationConfig: { pubsub: { enabled: false } } };
  const eventType = UPGRADE_EVENTS.filter((event) => upgradeEvents.includes(event));
  return { notificationConfig: { pubsub: { enabled: true, topic: topic.id, filter: { eventType } } } };
}

/** Refuses to tell nothing, and to tell it nowhere. */
export function upgradeNotificationRefusals(options: GkeUpgradeNotificationOptions): (Refusal | undefined)[] {
  const { upgradeEvents, upgradeSubscribers = [] } = options;
  const off = options.upgradeNotifications === false;
  return [
    off && upgradeEvents !== undefined ? offRefusal('upgradeEvents', upgradeEvents) : undefined,
    off && upgradeSubscribers.length > 0 ? offRefusal('upgradeSubscribers', upgradeSubscribers) : undefined,
    upgradeEvents?.length === 0
      ? {
          property: 'upgradeEvents',
          rule: 'must name one event at least',
          got: upgradeEvents,
          remedy: 'set upgradeNotifications to false',
        }
      : undefined,
    ...upgradeSubscribers.map((member) => memberRefusal('upgradeSubscribers', member)),
  ];
}

/** Properties for `GkeUpgradeTopic`. */
export interface GkeUpgradeTopicProps {
  /** Project id of the cluster; GKE takes no topic of another one. */
  readonly project: string;
  /** Region in which messages are stored: that of the key. */
  readonly region: string;
  readonly clusterName: string;
  /** Key that messages are encrypted with, which `pubsub` may use. */
  readonly kmsKey: IKmsKey;
  /** IAM members that may subscribe. */
  readonly subscribers: readonly string[];
  /** Whether Terraform refuses to destroy the topic. */
  readonly deletionProtection: boolean;
}

/** The topic on which GKE tells of a cluster's upgrades. */
export class GkeUpgradeTopic extends Construct {
  public readonly topic: IPubSubTopic;

  constructor(scope: Construct, id: string, props: GkeUpgradeTopicProps) {
    super(scope, id);

    const { project, kmsKey, deletionProtection } = props;
    const name = upgradeTopicName(props.clusterName);
    this.topic = new PubSubTopic(this, 'Topic', {
      ...{ project, name, kmsKey, deletionProtection },
      allowedPersistenceRegions: [props.region],
      publishingAgents: ['container-engine'],
    });
    for (const member of new Set(props.subscribers)) {
      new PubsubTopicIamMember(this, `subscriber-${member}`, {
        ...{ project, member },
        topic: topicId(project, name),
        role: 'roles/pubsub.subscriber',
        dependsOn: [...this.topic.dependables],
      });
    }
  }
}

function offRefusal(property: string, got: unknown): Refusal {
  return { property, rule: 'must not be there while upgradeNotifications is false', got };
}
