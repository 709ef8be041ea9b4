import { SecretManagerSecret as Secret } from '@cdktf/provider-google/lib/secret-manager-secret';
import { SecretManagerSecretIamMember } from '@cdktf/provider-google/lib/secret-manager-secret-iam-member';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { daysAsDuration } from '../durations';
import { memberRefusal } from '../iam-member';
import { PubSubTopic, type IPubSubTopic } from '../messaging/pubsub-topic';
import { rotationTopicName } from '../names';
import { labelRefusals } from '../resource-labels';
import { annotationRefusals } from './secret-annotations';
import {
  replicationGrants,
  replicationRefusals,
  secretReplication,
  type SecretReplication,
} from './secret-replication';
import { rotationRefusals, type SecretRotation } from './secret-rotation';

const DEFAULT_RECOVERY_DAYS = 30;
const MAX_RECOVERY_DAYS = 1000;
/** https://cloud.google.com/secret-manager/docs/event-notifications */
const MAX_TOPICS = 10;

/** Properties of a `SecretManagerSecret`, wherever its replicas are. */
export interface SecretManagerSecretOptions {
  /** Project id. */
  readonly project: string;
  /** Id of the secret within the project. */
  readonly secretId: string;
  /**
   * Days during which a destroyed version can be brought back, from 1 to 1000.
   *
   * @default 30
   */
  readonly recoveryDays?: number;
  /**
   * When the secret is due for a new value, which is told on a topic of its own.
   *
   * @default - never
   */
  readonly rotation?: SecretRotation;
  /**
   * Topics on which changes of the secret and its versions are told, ten at most with that of the rotation. They have
   * `secret-manager` among their `publishingAgents`.
   *
   * @default - none but that of the rotation
   */
  readonly topics?: readonly IPubSubTopic[];
  /**
   * IAM members that may read the values, such as `group:oncall@example.com`. Workloads get `secret:read` through a
   * `WorkloadIdentity` instead.
   *
   * @default - none
   */
  readonly accessors?: readonly string[];
  /**
   * Labels of the secret.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Notes that tools keep with the secret. Who may list secrets can read them.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Whether Terraform refuses to destroy the secret with its versions, and the topic of its rotation.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** Properties for `SecretManagerSecret`. There is no expiry: a secret that deletes itself takes its users down. */
export type SecretManagerSecretProps = SecretManagerSecretOptions & SecretReplication;

/**
 * A container for a secret. Its value is written by people or by a rotation job, never by Terraform: no property
 * can hold one, so none can reach a state file.
 */
export class SecretManagerSecret extends Construct {
  /** Id of the secret within the project. */
  public readonly secretId: string;
  /** Where Secret Manager says that the secret is due; read it with a `PubSubQueue`. Only with a rotation. */
  public readonly rotationTopic?: IPubSubTopic;

  constructor(scope: Construct, id: string, props: SecretManagerSecretProps) {
    super(scope, id);

    const { project, secretId, rotation, accessors = [], deletionProtection = true } = props;
    const recoveryDays = props.recoveryDays ?? DEFAULT_RECOVERY_DAYS;
    refuse(this.node.path, [
      secretIdRefusal(secretId, rotation),
      wholeNumberRefusal('recoveryDays', recoveryDays, { min: 1, max: MAX_RECOVERY_DAYS }),
      ...replicationRefusals(props),
      ...(rotation === undefined ? [] : rotationRefusals(rotation)),
      topicsRefusal(props),
      ...accessors.map((member) => memberRefusal('accessors', member)),
      ...labelRefusals('labels', props.labels),
      ...annotationRefusals('annotations', props.annotations),
    ]);

    this.secretId = secretId;
    this.rotationTopic = this.topicOfRotation(props);
    const topics = [...(this.rotationTopic === undefined ? [] : [this.rotationTopic]), ...(props.topics ?? [])];
    const secret = new Secret(this, 'Resource', {
      project,
      secretId,
      replication: secretReplication(props),
      versionDestroyTtl: daysAsDuration(recoveryDays),
      rotation:
        rotation === undefined
          ? undefined
          : { rotationPeriod: daysAsDuration(rotation.periodDays), nextRotationTime: rotation.nextRotationTime },
      topics: topics.length === 0 ? undefined : [...new Set(topics.map((topic) => topic.id))].sort().map(topicBlock),
      labels: props.labels,
      annotations: props.annotations,
      deletionProtection,
      dependsOn: [...replicationGrants(props), ...topics.flatMap(({ dependables }) => [...dependables])],
      // Google moves the time on after every rotation.
      ...(rotation === undefined ? {} : { lifecycle: { ignoreChanges: ['rotation[0].next_rotation_time'] } }),
    });
    for (const member of new Set(accessors)) {
      new SecretManagerSecretIamMember(this, `accessor-${member}`, {
        ...{ project, member },
        secretId: secret.secretId,
        role: 'roles/secretmanager.secretAccessor',
      });
    }
  }

  private topicOfRotation(props: SecretManagerSecretProps): PubSubTopic | undefined {
    const { project, secretId, rotation, labels, deletionProtection } = props;
    if (rotation === undefined) return undefined;
    return new PubSubTopic(this, 'Rotation', {
      ...{ project, labels, deletionProtection },
      name: rotationTopicName(secretId),
      kmsKey: rotation.kmsKey,
      publishingAgents: ['secret-manager'],
    });
  }
}

function topicBlock(name: string): { name: string } {
  return { name };
}

function secretIdRefusal(secretId: string, rotation: SecretRotation | undefined): Refusal | undefined {
  if (Token.isUnresolved(secretId)) return undefined;
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(secretId)) {
    return { property: 'secretId', rule: 'must be up to 255 letters, digits, dashes and underscores', got: secretId };
  }
  if (rotation === undefined || /^(?!goog)[A-Za-z]/i.test(secretId)) return undefined;
  return {
    property: 'secretId',
    rule: 'must begin with a letter, and not with goog, where there is a rotation: its topic is called after the secret',
    got: secretId,
  };
}

function topicsRefusal({ topics = [], rotation }: SecretManagerSecretOptions): Refusal | undefined {
  const max = rotation === undefined ? MAX_TOPICS : MAX_TOPICS - 1;
  if (topics.length <= max) return undefined;
  return { property: 'topics', rule: `must be at most ${max}`, got: topics.map(({ id }) => id) };
}
