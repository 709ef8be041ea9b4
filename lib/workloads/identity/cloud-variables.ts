import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Cluster, QueueAddress } from '../../core/cluster';
import { permittedActions } from '../../core/service-identity';
import type { WorkloadContext } from '../workload-props';

/**
 * Environment variables that tell a workload where what its permissions name is found: `BUCKET_<NAME>`,
 * `QUEUE_<NAME>`, `TOPIC_<NAME>`, and the region or project as the cloud's libraries look for it. Empty without
 * permissions.
 *
 * - https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html
 * - https://cloud.google.com/docs/authentication/application-default-credentials
 */
export function cloudVariables({ cluster, permissions = [] }: WorkloadContext): readonly k8s.EnvVar[] {
  if (cluster === undefined || permissions.length === 0) return [];
  const found = new Map(place(cluster));
  for (const { action, resources } of permittedActions(permissions)) {
    for (const resource of resources) {
      const address = addressOf(cluster, action, resource);
      if (address !== undefined) found.set(address.name, address.value);
    }
  }
  return [...found].map(([name, value]) => ({ name, value }));
}

function place({ secretStore, location }: Cluster): readonly (readonly [name: string, value: string])[] {
  return secretStore.kind === 'aws-secrets-manager'
    ? [['AWS_REGION', location]]
    : [['GOOGLE_CLOUD_PROJECT', secretStore.project]];
}

function addressOf(
  { addresses }: Cluster,
  action: ReturnType<typeof permittedActions>[number]['action'],
  resource: string,
): { readonly name: string; readonly value: string } | undefined {
  const name = (prefix: string): string => `${prefix}_${resource.toUpperCase().replaceAll('-', '_')}`;
  switch (action) {
    case 'bucket:read':
    case 'bucket:write':
      return { name: name('BUCKET'), value: addresses.bucket(resource) };
    case 'queue:consume':
      return { name: name('QUEUE'), value: consumed(addresses.queue(resource)) };
    case 'queue:publish':
      return published(addresses.queue(resource), name);
    case 'topic:publish':
      return { name: name('TOPIC'), value: addresses.topic(resource) };
    default:
      return undefined;
  }
}

function consumed(address: QueueAddress): string {
  return address.kind === 'sqs' ? address.url : `projects/${address.project}/subscriptions/${address.subscription}`;
}

/** On Google Cloud a queue is a topic to those who publish, and a subscription to those who consume. */
function published(
  address: QueueAddress,
  name: (prefix: string) => string,
): { readonly name: string; readonly value: string } {
  if (address.kind === 'sqs') return { name: name('QUEUE'), value: address.url };
  return { name: name('QUEUE_TOPIC'), value: `projects/${address.project}/topics/${address.topic}` };
}
