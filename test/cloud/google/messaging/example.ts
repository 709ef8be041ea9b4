import type { TerraformStack } from 'cdktf';
import { KmsKeyRing, PubSubQueue, PubSubTopic, queueName, topicName } from '../../../../lib/cloud/google';

/** The example of lib/cloud/google/messaging/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const project = 'funlynk-prod';
  const keys = new KmsKeyRing(stack, 'keys', { project, location: 'europe-west1', name: 'funlynk-production' });
  const kmsKey = keys.addKey('messaging', { users: ['pubsub'] });

  // One queue with a topic of its own.
  new PubSubQueue(stack, 'mails', { project, kmsKey, name: queueName('funlynk', 'production', 'mails') });

  // Two queues that each get every message of one topic.
  const topic = new PubSubTopic(stack, 'orders', {
    project,
    kmsKey,
    name: topicName('funlynk', 'production', 'orders'),
  });
  for (const queue of ['invoices', 'shipments']) {
    new PubSubQueue(stack, queue, { project, kmsKey, topic, name: queueName('funlynk', 'production', queue) });
  }
  // README ends
}
