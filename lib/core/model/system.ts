import { ConstructError, refuse, type Refusal } from '../errors';
import { externalHostRefusal, parseExternalHost } from '../external-host';
import { isDnsLabel } from '../names';
import { suggest } from '../nearest';
import type { SecretRef } from '../secret-ref';
import type { Permission } from '../service-identity';
import type { BucketDefinition, CloudResources, QueueDefinition, TopicDefinition } from './cloud-resource';
import type { Acceptance, Connection, ExternalConnection, ServiceConnection } from './connection';
import type { Exposure } from './exposure';
import type { WorkloadSpec } from './workload-spec';

/** Where an image comes from. */
export type ImageSource =
  /** Built by the system's own pipeline; pushed to the system's registry or the cluster's, under this name. */
  | { readonly name: string }
  /** Somebody else's, at a version that the system was tested with. */
  | { readonly repository: string; readonly tag: string; readonly digest?: string };

interface ServiceFields {
  readonly image: ImageSource;
  /** @default [] - the service opens no connection */
  readonly connectsTo?: readonly Connection[];
  /** @default [] - no other namespace reaches it */
  readonly acceptsFrom?: readonly Acceptance[];
  /** @default [] - reached from inside the cluster only */
  readonly exposure?: readonly Exposure[];
}

/** A service of a system: what it is, whom it talks to, how it is reached. */
export type ServiceDefinition = WorkloadSpec<ImageSource> & ServiceFields;

/** Bounds on what a system's namespace may use altogether, keyed as in a ResourceQuota: `requests.cpu`. */
export type Quota = Readonly<Record<string, string>>;

/** A Grafana dashboard: rows of a Prometheus query each. */
export interface DashboardDefinition {
  readonly title: string;
  readonly panels: readonly {
    readonly title: string;
    /** Unit as Grafana names it, such as `reqps` or `s`. */
    readonly unit: string;
    readonly expr: string;
    readonly legend: string;
  }[];
}

/** What a system is, whatever environment it runs in. Data only. */
export interface SystemDefinition {
  readonly name: string;
  readonly services: Readonly<Record<string, ServiceDefinition>>;
  /** Registry that the system's own images are published to. */
  readonly registry: { readonly host: string; readonly pullSecret?: SecretRef };
  /** Certificate and key for the hosts of `exposure`, as a secret with the properties `tls.crt` and `tls.key`. */
  readonly tls?: SecretRef;
  readonly quota?: Quota;
  readonly dashboards: Readonly<Record<string, DashboardDefinition>>;
  /** What `permissions` of services may name. */
  readonly resources: CloudResources;
}

/** A service as other services refer to it while a system is being described. */
export interface ServiceHandle {
  readonly name: string;
  /** One of its ports, to connect to. Throws where it has none of that name. */
  readonly port: (name: string) => ServiceConnection;
}

/** What a system is described with. */
export interface SystemBuilder {
  /** Adds a service. Throws where the name is taken or no DNS label. */
  readonly service: (name: string, definition: ServiceDefinition) => ServiceHandle;
  /**
   * A host outside the cluster: `external('api.stripe.com:443')`; a name that begins with `*.` stands for names below it.
   * Throws where it is no host name, or has no port.
   */
  readonly external: (hostAndPort: string) => ExternalConnection;
  /** Adds a Grafana dashboard. */
  readonly dashboard: (name: string, definition: DashboardDefinition) => void;
  /** Adds a bucket, which `permissions` name. */
  readonly bucket: (name: string, definition?: BucketDefinition) => string;
  /** Adds a queue, which `permissions` and autoscaling name. */
  readonly queue: (name: string, definition?: QueueDefinition) => string;
  /** Adds a topic. Throws where it hands messages to a queue that the system has not. */
  readonly topic: (name: string, definition: TopicDefinition) => string;
}

/** What belongs to a system as a whole. */
export type SystemOptions = Pick<SystemDefinition, 'registry' | 'tls' | 'quota'>;

/**
 * Describes a system once, for every environment and cloud.
 *
 * Throws a `ConstructError` where a name is no DNS label or taken twice, or a connection leads nowhere.
 */
export function defineSystem(
  name: string,
  options: SystemOptions,
  describe: (builder: SystemBuilder) => void,
): SystemDefinition {
  const services = new Map<string, ServiceDefinition>();
  const dashboards = new Map<string, DashboardDefinition>();
  const buckets = new Map<string, BucketDefinition>();
  const queues = new Map<string, QueueDefinition>();
  const topics = new Map<string, TopicDefinition>();
  const add = <Definition>(entries: Map<string, Definition>, entry: string, definition: Definition): string => {
    requireName(`${name}/${entry}`, entry, entries);
    entries.set(entry, definition);
    return entry;
  };
  requireName(name, name, new Map());
  describe({
    service: (service, definition) => {
      add(services, service, definition);
      return { name: service, port: (port) => connection(name, service, definition, port) };
    },
    external: (hostAndPort) => external(name, hostAndPort),
    dashboard: (dashboard, definition) => {
      add(dashboards, dashboard, definition);
    },
    bucket: (bucket, definition = {}) => add(buckets, bucket, definition),
    queue: (queue, definition = {}) => add(queues, queue, definition),
    topic: (topic, definition) => {
      requireQueues(`${name}/${topic}`, definition, queues);
      return add(topics, topic, definition);
    },
  });
  const resources = {
    buckets: Object.fromEntries(buckets),
    queues: Object.fromEntries(queues),
    topics: Object.fromEntries(topics),
  };
  requireResources(name, services, resources);
  return {
    name,
    ...options,
    services: Object.fromEntries(services),
    dashboards: Object.fromEntries(dashboards),
    resources,
  };
}

function requireName(path: string, name: string, taken: ReadonlyMap<string, unknown>): void {
  if (!isDnsLabel(name)) {
    const rule = 'must be lower-case letters, digits and dashes, 63 at most';
    throw new ConstructError(path, [{ property: 'name', rule, got: name }]);
  }
  if (taken.has(name)) throw new ConstructError(path, [{ property: 'name', rule: 'must be unique', got: name }]);
}

function requireQueues(path: string, topic: TopicDefinition, queues: ReadonlyMap<string, unknown>): void {
  refuse(
    path,
    topic.queues.map((queue) => unknownName('queues', 'must be queues of the system', queue, [...queues.keys()])),
  );
}

/** What services may do in the cloud, and what they are scaled by, has to be there. */
function requireResources(
  system: string,
  services: ReadonlyMap<string, ServiceDefinition>,
  resources: CloudResources,
): void {
  for (const [service, definition] of services) {
    refuse(`${system}/${service}`, [
      ...(definition.permissions ?? []).flatMap((permission) => permissionRefusals(permission, resources)),
      ...scalingQueues(definition).map((queue) =>
        unknownName('autoscaling.metrics', 'must name a queue of the system', queue, Object.keys(resources.queues)),
      ),
    ]);
  }
}

function permissionRefusals(
  permission: Permission,
  { buckets, queues, topics }: CloudResources,
): (Refusal | undefined)[] {
  const rule = `must name what the system has for ${permission.action}`;
  const check = (names: readonly string[], known: Readonly<Record<string, unknown>>): (Refusal | undefined)[] =>
    names.map((name) => unknownName('permissions', rule, name, Object.keys(known)));
  switch (permission.action) {
    case 'bucket:read':
    case 'bucket:write':
      return check(permission.buckets, buckets);
    case 'queue:publish':
    case 'queue:consume':
      return check(permission.queues, queues);
    case 'topic:publish':
      return check(permission.topics, topics);
    default:
      return [];
  }
}

function scalingQueues(definition: ServiceDefinition): readonly string[] {
  const metrics = 'autoscaling' in definition ? definition.autoscaling?.metrics : undefined;
  return Object.values(metrics ?? {}).flatMap((metric) => (metric.type === 'queue' ? [metric.queue] : []));
}

function unknownName(property: string, rule: string, name: string, known: readonly string[]): Refusal | undefined {
  return known.includes(name) ? undefined : { property, rule, got: name, remedy: suggest(name, known) };
}

function connection(system: string, service: string, definition: ServiceDefinition, port: string): ServiceConnection {
  const ports = definition.ports ?? {};
  if (!Object.hasOwn(ports, port)) {
    const remedy = suggest(port, Object.keys(ports));
    throw new ConstructError(`${system}/${service}`, [
      { property: 'port', rule: 'must be a port of the service', got: port, remedy },
    ]);
  }
  return { service, port };
}

function external(system: string, hostAndPort: string): ExternalConnection {
  const { host, port } = parseExternalHost(hostAndPort);
  refuse(system, [externalHostRefusal({ host, port })]);
  return { external: host, portNumber: port };
}
