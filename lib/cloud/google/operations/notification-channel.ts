import { MonitoringNotificationChannel } from '@cdktf/provider-google/lib/monitoring-notification-channel';
import { PubsubTopicIamMember } from '@cdktf/provider-google/lib/pubsub-topic-iam-member';
import { Token, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { ServiceAgents } from '../service-agents';
import { topicRefusal } from './topic';
import { userLabelRefusals, type UserLabels } from './user-labels';

const CHANNEL_ID = /^projects\/[^/]+\/notificationChannels\/[^/]+$/;
const KINDS: readonly string[] = ['email', 'pubsub'];
const MAX_DISPLAY_NAME = 512;
const MAX_DESCRIPTION = 1024;

/** Where notifications of alerts and budgets go, whoever made it. */
export interface INotificationChannel {
  /** `projects/…/notificationChannels/…` */
  readonly id: string;
  /** What has to exist before a notification arrives; depend on these. */
  readonly grants: readonly ITerraformDependable[];
}

/** What a channel sends to. Kinds that hold a token are missing on purpose: see `NotificationChannel.fromId`. */
export type NotificationTarget =
  | {
      readonly kind: 'email';
      /** One address, better of a group than of a person. */
      readonly emailAddress: string;
    }
  | {
      readonly kind: 'pubsub';
      /** `projects/…/topics/…`. Cloud Monitoring is let publish to it. */
      readonly topic: string;
    };

/** Properties for `NotificationChannel`. */
export interface NotificationChannelProps {
  /** Project id. */
  readonly project: string;
  /** Name that people see, up to 512 characters. */
  readonly displayName: string;
  /** What the channel sends to. */
  readonly target: NotificationTarget;
  /**
   * What the channel is for, up to 1024 characters.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Whether notifications are sent on.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Labels of the channel.
   *
   * @default - none
   */
  readonly userLabels?: UserLabels;
}

/** Sends notifications to an e-mail address or a Pub/Sub topic. */
export class NotificationChannel extends Construct implements INotificationChannel {
  /**
   * A channel made elsewhere. Those of Slack, PagerDuty and webhooks hold a token, which Terraform would keep in its
   * state: make them in the console or with `gcloud beta monitoring channels create`, and name them here.
   */
  public static fromId(id: string): INotificationChannel {
    refuse('NotificationChannel.fromId', [
      Token.isUnresolved(id) || CHANNEL_ID.test(id)
        ? undefined
        : { property: 'id', rule: 'must be of the form projects/…/notificationChannels/…', got: id },
    ]);
    return { id, grants: [] };
  }

  public readonly id: string;
  public readonly grants: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: NotificationChannelProps) {
    super(scope, id);

    const { target } = props;
    refuse(this.node.path, [
      targetRefusal(target),
      lengthRefusal('displayName', props.displayName, MAX_DISPLAY_NAME),
      lengthRefusal('description', props.description ?? '', MAX_DESCRIPTION),
      ...userLabelRefusals(props.userLabels),
    ]);

    const channel = new MonitoringNotificationChannel(this, 'Resource', {
      project: props.project,
      displayName: props.displayName,
      description: props.description,
      type: target.kind,
      labels: target.kind === 'email' ? { email_address: target.emailAddress } : { topic: target.topic },
      enabled: props.enabled ?? true,
      // A channel that a policy still uses stays: otherwise the policy would go on without anybody hearing of it.
      forceDelete: false,
      userLabels: props.userLabels,
    });
    this.id = channel.id;
    this.grants = target.kind === 'pubsub' ? [this.letPublish(props.project, target.topic, channel)] : [];
  }

  /** The agent that publishes comes into being with a project's first channel of this kind, so the grant waits. */
  private letPublish(project: string, topic: string, channel: MonitoringNotificationChannel): ITerraformDependable {
    return new PubsubTopicIamMember(this, 'Publisher', {
      topic,
      role: 'roles/pubsub.publisher',
      member: new ServiceAgents(this, 'Agents', { project }).member('monitoring-notification'),
      dependsOn: [channel],
    });
  }
}

/** Ids of channels, sorted: their order means nothing. */
export function channelIds(channels: readonly INotificationChannel[]): string[] {
  return [...new Set(channels.map((channel) => channel.id))].sort();
}

/** Everything that has to exist before the channels deliver. */
export function channelGrants(channels: readonly INotificationChannel[]): ITerraformDependable[] {
  return channels.flatMap((channel) => [...channel.grants]);
}

function targetRefusal(target: NotificationTarget): Refusal | undefined {
  const kind: string = target.kind;
  if (!KINDS.includes(kind)) {
    return {
      property: 'target.kind',
      rule: "must be 'email' or 'pubsub', since other kinds put a token into the state",
      got: kind,
      remedy: 'make the channel elsewhere and use NotificationChannel.fromId',
    };
  }
  if (target.kind === 'pubsub') return topicRefusal('target.topic', target.topic);
  if (Token.isUnresolved(target.emailAddress) || /^[^\s@]+@[^\s@]+$/.test(target.emailAddress)) return undefined;
  return { property: 'target.emailAddress', rule: 'must be one address', got: target.emailAddress };
}

function lengthRefusal(property: string, text: string, max: number): Refusal | undefined {
  if (Token.isUnresolved(text) || text.length <= max) return undefined;
  return { property, rule: `must be at most ${max} characters`, got: text };
}
