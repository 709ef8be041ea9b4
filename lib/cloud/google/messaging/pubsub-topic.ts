import { PubsubTopic } from '@cdktf/provider-google/lib/pubsub-topic';
import { PubsubTopicIamMember } from '@cdktf/provider-google/lib/pubsub-topic-iam-member';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { daysAsDuration } from '../durations';
import { memberRefusal } from '../iam-member';
import type { IKmsKey } from '../keys/kms-key';
import { topicId } from '../names';
import { labelRefusals } from '../resource-labels';
import { ServiceAgents, type ServiceAgent } from '../service-agents';
import { pubsubNameRefusal } from './pubsub-name';

/** Pub/Sub keeps messages from 10 minutes to 31 days; a day is the least that helps anybody who slept. */
export const RETENTION_DAYS = { min: 1, max: 31 };

/** A topic that something else publishes to or reads from. */
export interface IPubSubTopic {
  /** `projects/…/topics/…` */
  readonly id: string;
  /** What has to exist before the topic can be used: itself, and its grants; depend on these. */
  readonly dependables: readonly ITerraformDependable[];
}

/** Options that `PubSubQueue` hands to the topics that it makes. */
export interface PubSubTopicOptions {
  /** Project id. */
  readonly project: string;
  /**
   * Key that messages are encrypted with, which `pubsub` may use.
   *
   * @default - Google's own key
   */
  readonly kmsKey?: IKmsKey;
  /**
   * Regions that messages may be stored in.
   *
   * @default - any region, the publisher's own first
   */
  readonly allowedPersistenceRegions?: readonly string[];
  /**
   * Labels of the topic.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Whether Terraform refuses to destroy the topic.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** Properties for `PubSubTopic`. */
export interface PubSubTopicProps extends PubSubTopicOptions {
  /** Name of the topic within the project: see `topicName`. */
  readonly name: string;
  /**
   * Whether messages may not even pass through other regions than `allowedPersistenceRegions`: publishing and reading
   * elsewhere then fails.
   *
   * @default false
   */
  readonly enforceInTransit?: boolean;
  /**
   * Days for which a message stays readable after it was published, acknowledged or not, from 1 to 31.
   *
   * @default - each subscription keeps its own
   */
  readonly messageRetentionDays?: number;
  /**
   * IAM members that may publish, such as `serviceAccount:api@example.iam.gserviceaccount.com`.
   *
   * @default - none
   */
  readonly publishers?: readonly string[];
  /**
   * Google services that publish, such as `secret-manager`.
   *
   * @default - none
   */
  readonly publishingAgents?: readonly ServiceAgent[];
}

/** A topic of Pub/Sub: who publishes need not know who reads. What no subscription reads is lost. */
export class PubSubTopic extends Construct implements IPubSubTopic {
  /** A topic that another stack made, by its full id. */
  public static fromId(id: string): IPubSubTopic {
    return { id, dependables: [] };
  }

  public readonly id: string;
  public readonly dependables: readonly ITerraformDependable[];
  /** Name of the topic within the project. */
  public readonly topicName: string;

  constructor(scope: Construct, id: string, props: PubSubTopicProps) {
    super(scope, id);

    const { project, name, publishers = [], publishingAgents = [] } = props;
    refuse(this.node.path, [
      pubsubNameRefusal('name', name),
      props.messageRetentionDays === undefined
        ? undefined
        : wholeNumberRefusal('messageRetentionDays', props.messageRetentionDays, RETENTION_DAYS),
      ...regionRefusals(props),
      ...publishers.map((member) => memberRefusal('publishers', member)),
      ...labelRefusals('labels', props.labels),
    ]);

    const topic = new PubsubTopic(this, 'Resource', {
      project,
      name,
      kmsKeyName: props.kmsKey?.id,
      messageRetentionDuration:
        props.messageRetentionDays === undefined ? undefined : daysAsDuration(props.messageRetentionDays),
      messageStoragePolicy: storagePolicy(props),
      labels: props.labels,
      dependsOn: [...(props.kmsKey?.grants ?? [])],
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    const grant = (key: string, member: string): ITerraformDependable =>
      new PubsubTopicIamMember(this, key, { project, topic: topic.name, role: 'roles/pubsub.publisher', member });
    const agents = publishingAgents.length === 0 ? undefined : new ServiceAgents(this, 'Agents', { project });
    this.id = topicId(project, name);
    this.topicName = name;
    this.dependables = [
      topic,
      ...[...new Set(publishers)].map((member) => grant(`publisher-${member}`, member)),
      ...[...new Set(publishingAgents)].flatMap((agent) =>
        agents === undefined ? [] : [grant(`publisher-${agent}`, agents.member(agent))],
      ),
    ];
  }
}

function storagePolicy({
  allowedPersistenceRegions,
  enforceInTransit,
}: PubSubTopicProps): { allowedPersistenceRegions: string[]; enforceInTransit: boolean } | undefined {
  if (allowedPersistenceRegions === undefined) return undefined;
  return {
    allowedPersistenceRegions: [...new Set(allowedPersistenceRegions)].sort(),
    enforceInTransit: enforceInTransit ?? false,
  };
}

function regionRefusals({ allowedPersistenceRegions, enforceInTransit }: PubSubTopicProps): (Refusal | undefined)[] {
  return [
    allowedPersistenceRegions?.length === 0
      ? { property: 'allowedPersistenceRegions', rule: 'must name one region at least', got: allowedPersistenceRegions }
      : undefined,
    enforceInTransit === true && allowedPersistenceRegions === undefined
      ? {
          property: 'enforceInTransit',
          rule: 'must not be true without allowedPersistenceRegions',
          got: enforceInTransit,
          remedy: 'name the regions',
        }
      : undefined,
  ];
}
