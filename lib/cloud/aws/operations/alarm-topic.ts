import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { denyInsecureTransport, resourcePolicy } from '../iam/resource-policy';
import { KmsKey } from '../keys/kms-key';
import { alarmTopicKeyAlias, topicArn } from '../names';
import { ALARM_PUBLISHERS, type AlarmPublisher, publisherKeyStatements, publishStatements } from './alarm-publishers';
import { emailRefusals } from './email';

const DEFAULT_PUBLISHERS: readonly AlarmPublisher[] = ['budgets', 'cloudwatch', 'cost-anomalies', 'events'];

/** Properties for `AlarmTopic`. */
export interface AlarmTopicProps extends AwsConstructProps, AwsPlace {
  /** Name of the topic, unique in account and region. A change replaces the topic. */
  readonly topicName: string;
  /**
   * Addresses that alarms are sent to. Each gets a mail first, with a link that confirms the subscription; until then
   * it hears nothing.
   *
   * @default [] - nobody: other subscriptions may follow
   */
  readonly emails?: readonly string[];
  /**
   * Services of AWS that may publish alarms, on behalf of this account.
   *
   * @default ['budgets', 'cloudwatch', 'cost-anomalies', 'events']
   */
  readonly publishers?: readonly AlarmPublisher[];
}

/**
 * Where alarms go: a topic with a key of its own, which only services of AWS may publish to, and those in the account
 * whom IAM allows it.
 *
 * Throws a `ConstructError` where SNS would refuse the name, or a mail would not arrive.
 */
export class AlarmTopic extends Construct {
  /** ARN of the topic; whoever uses it waits for the topic and its policy. */
  public readonly topicArn: string;
  /** Name of the topic, known at synthesis. */
  public readonly topicName: string;
  /** Key that messages are encrypted with. */
  public readonly kmsKeyArn: string;

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const { provider, account, region, topicName, emails = [], publishers = DEFAULT_PUBLISHERS } = props;
    refuse(this.node.path, [
      topicNameRefusal(topicName),
      ...emailRefusals('emails', emails),
      ...publisherRefusals(publishers),
    ]);

    const place = { account, region };
    const key = new KmsKey(this, 'Key', {
      ...{ provider, account, region },
      alias: alarmTopicKeyAlias(topicName),
      description: `Alarms sent to ${topicName}`,
      statements: publisherKeyStatements(place, topicName, publishers),
    });
    const topic = new SnsTopic(this, 'Resource', { provider, name: topicName, kmsMasterKeyId: key.arn });
    const policy = new SnsTopicPolicy(this, 'Policy', {
      provider,
      arn: topic.arn,
      policy: resourcePolicy(this.node.path, [
        ...publishStatements(place, topicName, publishers),
        // SNS accepts no wildcard in the policy of a topic.
        denyInsecureTransport([topicArn(place, topicName)], ['sns:Publish']),
      ]),
    });
    for (const email of emails) {
      new SnsTopicSubscription(this, `email-${email}`, {
        provider,
        topicArn: topic.arn,
        protocol: 'email',
        endpoint: email,
      });
    }

    // By way of the policy, since Budgets refuses a topic that it may not publish to yet.
    this.topicArn = policy.arn;
    this.topicName = topicName;
    this.kmsKeyArn = key.arn;
  }
}

/** https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html, without the FIFO topics, which no alarm goes to. */
function topicNameRefusal(topicName: string): Refusal | undefined {
  if (Token.isUnresolved(topicName) || /^[A-Za-z0-9_-]{1,256}$/.test(topicName)) return undefined;
  return {
    property: 'topicName',
    rule: 'must be up to 256 letters, digits, dashes and underscores',
    got: topicName,
  };
}

function publisherRefusals(publishers: readonly AlarmPublisher[]): (Refusal | undefined)[] {
  const unknown = publishers.find((publisher) => !ALARM_PUBLISHERS.includes(publisher));
  return [
    publishers.length === 0
      ? { property: 'publishers', rule: 'must name one service at least', got: publishers }
      : undefined,
    unknown === undefined
      ? undefined
      : { property: 'publishers', rule: `must be of ${ALARM_PUBLISHERS.join(', ')}`, got: unknown },
  ];
}
