import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Queue } from '../../../../lib/cloud/aws/messaging/queue';
import type { QueueProps } from '../../../../lib/cloud/aws/messaging/queue-props';
import { type Block, build, key, type Output, PLACE, statements, synth } from '../harness';

const props: QueueProps = { ...PLACE, queueName: 'funlynk-production-mails' };
const output = synth((stack) => new Queue(stack, 'mails', props));
const queue = named(output, 'funlynk-production-mails');
const deadLetters = named(output, 'funlynk-production-mails-dead-letter');

/** The queue of a name. */
function named({ all }: Output, name: string): Block {
  return Object.values(all('aws_sqs_queue')).find((block) => block.name === name) ?? {};
}

/** A queue that keeps the order of messages. */
function ordered(fifo: QueueProps['fifo']) {
  return synth((stack) => new Queue(stack, 'mails', { ...props, fifo }));
}

describe('Queue', () => {
  test('is a queue that waits for messages, and keeps them for a week', () => {
    expect(queue).toMatchSnapshot();
  });

  test('gives up on a message after five attempts, and keeps it for two weeks', () => {
    expect(output.one('aws_sqs_queue_redrive_policy').redrive_policy).toMatch(
      /^\{"deadLetterTargetArn":"\$\{aws_sqs_queue\.mails_DeadLetters_\w+\.arn\}","maxReceiveCount":5\}$/,
    );
    expect(deadLetters).toMatchObject({
      name: 'funlynk-production-mails-dead-letter',
      message_retention_seconds: 1_209_600,
    });
  });

  test('takes dead letters from its own queue alone', () => {
    expect(output.one('aws_sqs_queue_redrive_allow_policy').redrive_allow_policy).toMatch(
      /^\{"redrivePermission":"byQueue","sourceQueueArns":\["\$\{aws_sqs_queue\.mails_[0-9A-F]+\.arn\}"\]\}$/,
    );
  });

  test('lets nobody in before there is a place for dead letters', () => {
    expect(output.one('aws_sqs_queue_policy', 'mails_Policy').depends_on).toEqual([
      expect.stringContaining('aws_sqs_queue_redrive_policy.mails_RedrivePolicy'),
    ]);
  });

  test('answers over TLS alone, and its dead letters do', () => {
    const policies = Object.values(output.all('aws_sqs_queue_policy')).flatMap(({ policy }) => statements(policy));
    expect(policies.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      ['DenyInsecureTransport', ['arn:aws:sqs:us-east-1:111122223333:funlynk-production-mails-dead-letter']],
      ['DenyInsecureTransport', ['arn:aws:sqs:us-east-1:111122223333:funlynk-production-mails']],
    ]);
  });

  test("is encrypted with SQS' own key, or with the one given", () => {
    expect([queue.sqs_managed_sse_enabled, deadLetters.sqs_managed_sse_enabled]).toEqual([true, true]);
    const own = synth((stack) => new Queue(stack, 'mails', { ...props, kmsKey: key(stack) }));
    for (const block of Object.values(own.all('aws_sqs_queue'))) {
      expect(block.kms_master_key_id).toMatch(/aws_kms_key/);
      expect(block.sqs_managed_sse_enabled).toBeUndefined();
    }
  });

  test('lets services send for what is named', () => {
    const senders = [{ service: 'events', sourceArns: ['arn:aws:events:us-east-1:111122223333:rule/a'] }] as const;
    const { one } = synth((stack) => new Queue(stack, 'mails', { ...props, senders }));
    expect(statements(one('aws_sqs_queue_policy', 'mails_Policy').policy)[1]).toMatchObject({
      Principal: { Service: 'events.amazonaws.com' },
      Action: ['sqs:SendMessage'],
    });
  });

  test('keeps the order of messages where told to, and so do its dead letters', () => {
    const fifo = Object.values(ordered({}).all('aws_sqs_queue'));
    expect(fifo.map(({ name }) => name)).toEqual([
      'funlynk-production-mails.fifo',
      'funlynk-production-mails-dead-letter.fifo',
    ]);
    for (const block of fifo) {
      expect(block).toMatchObject({
        fifo_queue: true,
        content_based_deduplication: false,
        deduplication_scope: 'messageGroup',
        fifo_throughput_limit: 'perMessageGroupId',
      });
    }
    expect(queue.fifo_queue).toBeUndefined();
  });

  test('tells messages apart by their content, and over all groups, where told to', () => {
    const { all } = ordered({ contentBasedDeduplication: true, highThroughput: false });
    for (const block of Object.values(all('aws_sqs_queue'))) {
      expect(block).toMatchObject({
        content_based_deduplication: true,
        deduplication_scope: 'queue',
        fifo_throughput_limit: 'perQueue',
      });
    }
  });

  test('is not destroyed with the messages in it, unless told so', () => {
    expect([queue.lifecycle, deadLetters.lifecycle]).toEqual([{ prevent_destroy: true }, { prevent_destroy: true }]);
    const { all } = synth((stack) => new Queue(stack, 'mails', { ...props, deletionProtection: false }));
    for (const block of Object.values(all('aws_sqs_queue'))) {
      expect(block.lifecycle).toEqual({ prevent_destroy: false });
    }
  });

  test('takes other numbers, and makes everything with the provider given', () => {
    const other = synth((stack) => {
      const provider = new AwsProvider(stack, 'other', { region: 'eu-west-1', alias: 'other' });
      const numbers = { visibilityTimeoutSeconds: 300, messageRetentionSeconds: 60, delaySeconds: 5 };
      new Queue(stack, 'mails', { ...props, ...numbers, provider, maxReceiveCount: 10, receiveWaitTimeSeconds: 0 });
    });
    expect(named(other, 'funlynk-production-mails')).toMatchObject({
      visibility_timeout_seconds: 300,
      message_retention_seconds: 60,
      delay_seconds: 5,
      receive_wait_time_seconds: 0,
    });
    expect(other.one('aws_sqs_queue_redrive_policy').redrive_policy).toContain('"maxReceiveCount":10');
    const types = ['', '_policy', '_redrive_policy', '_redrive_allow_policy'].map((type) => `aws_sqs_queue${type}`);
    for (const block of types.flatMap((type) => Object.values(other.all(type)))) {
      expect(block.provider).toBe('aws.other');
    }
  });

  test('refuses what SQS would, and says where', () => {
    expect(build((stack) => new Queue(stack, 'mails', { ...props, delaySeconds: 901 }))).toThrow(
      "stack/mails: 'delaySeconds' must be a whole number from 0 to 900, got 901",
    );
  });
});
