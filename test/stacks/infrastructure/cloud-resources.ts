import type { CloudResources } from '../../../lib/core/model/cloud-resource';
import type { Permission } from '../../../lib/core/service-identity';
import type { ResolvedEnvironment } from '../../../stacks/resolve';
import { environmentOf, type Edit } from '../environments';

/** One of our own environments, whose system keeps other things in the cloud. */
export function keeping(
  name: string,
  resources: Partial<CloudResources>,
  ...edits: readonly Edit[]
): ResolvedEnvironment {
  const resolved = environmentOf(name, ...edits);
  const kept = { buckets: {}, queues: {}, topics: {}, ...resources };
  return { ...resolved, model: { ...resolved.model, resources: kept } };
}

/** The same environment, one of whose services may do more in the cloud. */
export function permitting(
  resolved: ResolvedEnvironment,
  service: string,
  permissions: readonly Permission[],
): ResolvedEnvironment {
  const { services } = resolved.model;
  const definition = services[service];
  if (definition === undefined) throw new Error(`no service ${service}: ${Object.keys(services).join()}`);
  const changed = { ...services, [service]: { ...definition, permissions } };
  return { ...resolved, model: { ...resolved.model, services: changed } };
}
