import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { TerraformStack } from 'cdktf';
import { Queue } from '../../../../lib/cloud/aws/messaging/queue';
import { Topic, type TopicProps } from '../../../../lib/cloud/aws/messaging/topic';
import { build, key, PLACE, statements, synth } from '../harness';

const props: TopicProps = { ...PLACE, topicName: 'funlynk-production-orders' };
const output = synth((stack) => {
  const orders = new Topic(stack, 'orders', props);
  const news = new Topic(stack, 'news', { ...PLACE, topicName: 'news' });
  const invoices = queue(stack);
  orders.addSubscription('invoices', invoices);
  news.addSubscription('invoices', invoices, { rawMessageDelivery: false, filterPolicy: { kind: ['invoice'] } });
});

function queue(stack: TerraformStack, fifo?: object): Queue {
  return new Queue(stack, 'invoices', { ...PLACE, fifo, queueName: 'funlynk-production-invoices' });
}

describe('Topic', () => {
  test('is a topic that is not destroyed', () => {
    expect(output.one('aws_sns_topic', 'orders')).toMatchInlineSnapshot(`
      {
        "lifecycle": {
          "prevent_destroy": true,
        },
        "name": "funlynk-production-orders",
        "signature_version": 2,
      }
    `);
  });

  test('takes messages over TLS alone', () => {
    expect(statements(output.one('aws_sns_topic_policy', 'orders').policy)).toEqual([
      {
        Sid: 'DenyInsecureTransport',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: ['sns:Publish'],
        Resource: ['arn:aws:sns:us-east-1:111122223333:funlynk-production-orders'],
        Condition: { Bool: { 'aws:SecureTransport': ['false'] } },
      },
    ]);
  });

  test('hands messages to a queue as they are, once the queue takes them', () => {
    const subscription = output.one('aws_sns_topic_subscription', 'orders');
    expect(subscription).toMatchObject({ protocol: 'sqs', raw_message_delivery: true });
    expect(subscription.filter_policy).toBeUndefined();
    expect(subscription.depends_on).toContainEqual(expect.stringContaining('aws_sqs_queue_policy.invoices_Policy'));
  });

  test('hands on what a filter lets through, and wraps it where told to', () => {
    expect(output.one('aws_sns_topic_subscription', 'news')).toMatchObject({
      filter_policy: '{"kind":["invoice"]}',
      raw_message_delivery: false,
    });
  });

  test('may send to the queues that are subscribed to it', () => {
    expect(statements(output.one('aws_sqs_queue_policy', 'invoices_Policy').policy)[1]).toMatchObject({
      Principal: { Service: 'sns.amazonaws.com' },
      Action: ['sqs:SendMessage'],
      Condition: {
        ArnEquals: {
          'aws:SourceArn': [
            'arn:aws:sns:us-east-1:111122223333:funlynk-production-orders',
            'arn:aws:sns:us-east-1:111122223333:news',
          ],
        },
        StringEquals: { 'aws:SourceAccount': ['111122223333'] },
      },
    });
  });

  test('keeps the order of messages where told to, for queues that do as well', () => {
    const { one } = synth((stack) => {
      const topic = new Topic(stack, 'orders', { ...props, fifo: { contentBasedDeduplication: true } });
      topic.addSubscription('invoices', queue(stack, {}));
    });
    expect(one('aws_sns_topic')).toMatchObject({
      name: 'funlynk-production-orders.fifo',
      fifo_topic: true,
      content_based_deduplication: true,
    });
    expect(one('aws_sqs_queue_policy', 'invoices_Policy').policy).toContain('funlynk-production-orders.fifo');
    const plain = synth((stack) => new Topic(stack, 'orders', { ...props, fifo: {} }));
    expect(plain.one('aws_sns_topic').content_based_deduplication).toBe(false);
  });

  test('is encrypted with the key given, takes what services send, and is made with the provider given', () => {
    const sourceArns = ['arn:aws:cloudwatch:us-east-1:111122223333:alarm:a'];
    const other = synth((stack) => {
      const provider = new AwsProvider(stack, 'other', { region: 'eu-west-1', alias: 'other' });
      const senders = [{ service: 'cloudwatch', sourceArns }] as const;
      const topic = new Topic(stack, 'orders', {
        ...{ ...props, provider, senders, kmsKey: key(stack), deletionProtection: false },
      });
      topic.addSubscription('invoices', queue(stack));
    });
    const topic = other.one('aws_sns_topic');
    expect(topic.kms_master_key_id).toMatch(/aws_kms_key/);
    expect(topic.lifecycle).toEqual({ prevent_destroy: false });
    expect(statements(other.one('aws_sns_topic_policy').policy)[1]).toMatchObject({
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: ['sns:Publish'],
    });
    for (const type of ['aws_sns_topic', 'aws_sns_topic_policy', 'aws_sns_topic_subscription']) {
      expect(other.one(type).provider).toBe('aws.other');
    }
  });

  test('cannot have two subscriptions of a name, or a queue whose order it does not keep', () => {
    const twice = build((stack) => {
      const topic = new Topic(stack, 'orders', props);
      const invoices = queue(stack);
      topic.addSubscription('invoices', invoices);
      topic.addSubscription('invoices', invoices);
    });
    expect(twice).toThrow("stack/orders: 'name' must be that of no other subscription of the topic, got 'invoices'");
    expect(build((stack) => new Topic(stack, 'orders', props).addSubscription('invoices', queue(stack, {})))).toThrow(
      "stack/orders: 'queue' must not keep an order that its topic does not keep, got 'funlynk-production-invoices.fifo'; give the topic fifo as well",
    );
  });

  test('refuses a name that SNS would', () => {
    expect(build((stack) => new Topic(stack, 'orders', { ...props, topicName: 'all orders' }))).toThrow(
      "stack/orders: 'topicName' must be up to 256 letters, digits, dashes and underscores, got 'all orders'",
    );
  });
});
