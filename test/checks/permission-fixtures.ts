import type { ClusterOutput } from '../../lib/checks/output';
import type { Permission } from '../../lib/core/service-identity';

/** What services of the sample system call their resources by. */
type Names = NonNullable<ClusterOutput['resources']>;

/** On AWS, in us-east-1. */
export const AWS_NAMES: Names = {
  addresses: {
    bucket: (bucket) => `shop-${bucket}`,
    queue: (queue) => ({
      kind: 'sqs',
      url: `https://sqs.us-east-1.amazonaws.com/111122223333/shop-${queue}`,
      region: 'us-east-1',
    }),
    topic: (topic) => `arn:aws:sns:us-east-1:111122223333:shop-${topic}`,
  },
  secretStore: {
    kind: 'aws-secrets-manager',
    region: 'us-east-1',
    roleArn: (namespace) => `arn:aws:iam::111122223333:role/${namespace}`,
    key: (secret) => `shop/${secret}`,
  },
};

/** On Google Cloud, in the project `shop-project`. */
export const GOOGLE_NAMES: Names = {
  addresses: {
    bucket: (bucket) => `shop-${bucket}`,
    queue: (queue) => ({
      kind: 'pubsub',
      subscription: `shop-${queue}`,
      topic: `shop-${queue}-topic`,
      project: 'shop-project',
    }),
    topic: (topic) => `projects/shop-project/topics/shop-${topic}`,
  },
  secretStore: {
    kind: 'google-secret-manager',
    project: 'shop-project',
    location: 'europe-west1',
    clusterName: 'shop-main',
    key: (secret) => `shop-${secret}`,
  },
};

/** One permission of each kind. */
export const EVERY_PERMISSION: readonly Permission[] = [
  { action: 'secret:read', secrets: ['token'] },
  { action: 'secret:rotate', secrets: ['token'] },
  { action: 'bucket:read', buckets: ['files'] },
  { action: 'bucket:write', buckets: ['files'] },
  { action: 'queue:publish', queues: ['mails'] },
  { action: 'queue:consume', queues: ['mails'] },
  { action: 'topic:publish', topics: ['orders'] },
  { action: 'database:connect', databases: ['main'] },
  { action: 'logs:write' },
  { action: 'metrics:write' },
  { action: 'traces:write' },
];
