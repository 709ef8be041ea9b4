import type { Refusal } from './errors';
import { isDnsLabel } from './names';

/** Use of named secrets of the environment's secret store. */
export interface SecretPermission {
  /** `secret:read` reads the current value. `secret:rotate` writes a new one, and does not let anybody read. */
  readonly action: 'secret:read' | 'secret:rotate';
  readonly secrets: readonly string[];
}

/** Use of named buckets of objects. */
export interface BucketPermission {
  /** `bucket:read` lists and reads objects. `bucket:write` creates, replaces and deletes them as well. */
  readonly action: 'bucket:read' | 'bucket:write';
  readonly buckets: readonly string[];
}

/** Use of named queues, each of which has one group of consumers. */
export interface QueuePermission {
  readonly action: 'queue:publish' | 'queue:consume';
  readonly queues: readonly string[];
}

/** Use of named topics, each of which hands a message to any number of queues. */
export interface TopicPermission {
  readonly action: 'topic:publish';
  readonly topics: readonly string[];
}

/** Logging in to named database servers of the cloud; what happens there is granted by the database itself. */
export interface DatabasePermission {
  readonly action: 'database:connect';
  readonly databases: readonly string[];
}

/** Sending telemetry. It names no resource, since clouds keep one store for a whole project or account. */
export interface TelemetryPermission {
  readonly action: 'logs:write' | 'metrics:write' | 'traces:write';
}

/**
 * What a cloud identity may do. Each action names the resources it is granted on, as the environment calls them;
 * there are no wildcards. A cloud that cannot grant an action refuses it by name.
 */
export type Permission =
  SecretPermission | BucketPermission | QueuePermission | TopicPermission | DatabasePermission | TelemetryPermission;

/** A Kubernetes service account that acts as an identity of the cloud. */
export interface ServiceIdentity {
  /** Name by which the cluster's stack keys it; unique within a cluster. */
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly permissions: readonly Permission[];
}

/** Names of the resources that a permission is granted on; none for telemetry. */
export function permittedResources(permission: Permission): readonly string[] {
  switch (permission.action) {
    case 'secret:read':
    case 'secret:rotate':
      return permission.secrets;
    case 'bucket:read':
    case 'bucket:write':
      return permission.buckets;
    case 'queue:publish':
    case 'queue:consume':
      return permission.queues;
    case 'topic:publish':
      return permission.topics;
    case 'database:connect':
      return permission.databases;
    case 'logs:write':
    case 'metrics:write':
    case 'traces:write':
      return [];
  }
}

/** One action on all the resources that it is permitted on. */
export interface PermittedAction {
  readonly action: Permission['action'];
  /** Names of the resources, sorted, each once; none for telemetry. */
  readonly resources: readonly string[];
}

/** Permissions by action, sorted, each action and each resource once: two permissions of a kind are one grant. */
export function permittedActions(permissions: readonly Permission[]): readonly PermittedAction[] {
  const actions = [...new Set(permissions.map(({ action }) => action))].sort();
  return actions.map((action) => ({
    action,
    resources: [
      ...new Set(permissions.filter((permission) => permission.action === action).flatMap(permittedResources)),
    ].sort(),
  }));
}

/** Refuses permissions that name nothing, or something else than a resource: a pattern, or a full name of the cloud. */
export function permissionRefusals(property: string, permissions: readonly Permission[]): (Refusal | undefined)[] {
  return permissions.flatMap((permission) => {
    const { action } = permission;
    const names = permittedResources(permission);
    const telemetry = action === 'logs:write' || action === 'metrics:write' || action === 'traces:write';
    return [
      !telemetry && names.length === 0
        ? { property, rule: `must name one resource at least for ${action}`, got: names, remedy: 'or leave it out' }
        : undefined,
      ...names
        .filter((name) => !isDnsLabel(name))
        .map((got) => ({
          property,
          rule: `must name the resources of ${action} in up to 63 lower-case letters, digits and dashes`,
          got,
        })),
    ];
  });
}
