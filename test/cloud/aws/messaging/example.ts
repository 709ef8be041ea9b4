import type { TerraformStack } from 'cdktf';
import {
  KmsKey,
  messagingKeyAlias,
  messagingKeyStatements,
  Queue,
  queueName,
  Topic,
  topicName,
} from '../../../../lib/cloud/aws';

/** The example of lib/cloud/aws/messaging/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const place = { account: '111122223333', region: 'us-east-1' };
  const kmsKey = new KmsKey(stack, 'messaging-key', {
    ...place,
    alias: messagingKeyAlias('funlynk', 'production'),
    description: 'Queues and topics of funlynk production',
    statements: messagingKeyStatements(place, ['sns']),
  });

  // A queue that workloads send to.
  new Queue(stack, 'mails', { ...place, kmsKey, queueName: queueName('funlynk', 'production', 'mails') });

  // Two queues that each get every message of one topic.
  const orders = new Topic(stack, 'orders', {
    ...place,
    kmsKey,
    topicName: topicName('funlynk', 'production', 'orders'),
  });
  for (const name of ['invoices', 'shipments']) {
    const queue = new Queue(stack, name, { ...place, kmsKey, queueName: queueName('funlynk', 'production', name) });
    orders.addSubscription(name, queue);
  }
  // README ends
}
