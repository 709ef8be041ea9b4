import { ConstructError } from '../errors';
import { isDnsLabel } from '../names';
import { suggest } from '../nearest';
import type { SecretRef } from '../secret-ref';
import type { Exposure } from './exposure';
import type { DeploymentSpec, StatefulSetSpec } from './workload-spec';

/** Where an image comes from. */
export type ImageSource =
  /** Built by the system's own pipeline; pushed to the system's registry or the cluster's, under this name. */
  | { readonly name: string }
  /** Somebody else's, at a version that the system was tested with. */
  | { readonly repository: string; readonly tag: string; readonly digest?: string };

/** One port of another service of the system. */
export interface ServiceConnection {
  readonly service: string;
  readonly port: string;
}

/** One port of a host outside the cluster. */
export interface ExternalConnection {
  readonly external: string;
  readonly portNumber: number;
}

/** Something a service may open a connection to. What is not listed is denied. */
export type Connection = ServiceConnection | ExternalConnection;

interface ServiceFields {
  readonly image: ImageSource;
  /** @default [] - the service opens no connection */
  readonly connectsTo?: readonly Connection[];
  /** @default [] - reached from inside the cluster only */
  readonly exposure?: readonly Exposure[];
}

/** A service of a system: what it is, whom it talks to, how it is reached. */
export type ServiceDefinition = (DeploymentSpec & ServiceFields) | (StatefulSetSpec & ServiceFields);

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
  /** A host outside the cluster: `external('api.stripe.com:443')`. Throws where the port is missing. */
  readonly external: (hostAndPort: string) => ExternalConnection;
  /** Adds a Grafana dashboard. */
  readonly dashboard: (name: string, definition: DashboardDefinition) => void;
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
  requireName(name, name, new Map());
  describe({
    service: (service, definition) => {
      requireName(`${name}/${service}`, service, services);
      services.set(service, definition);
      return { name: service, port: (port) => connection(name, service, definition, port) };
    },
    external: (hostAndPort) => external(name, hostAndPort),
    dashboard: (dashboard, definition) => {
      requireName(`${name}/${dashboard}`, dashboard, dashboards);
      dashboards.set(dashboard, definition);
    },
  });
  return {
    name,
    ...options,
    services: Object.fromEntries(services),
    dashboards: Object.fromEntries(dashboards),
  };
}

function requireName(path: string, name: string, taken: ReadonlyMap<string, unknown>): void {
  if (!isDnsLabel(name)) {
    const rule = 'must be lower-case letters, digits and dashes, 63 at most';
    throw new ConstructError(path, [{ property: 'name', rule, got: name }]);
  }
  if (taken.has(name)) throw new ConstructError(path, [{ property: 'name', rule: 'must be unique', got: name }]);
}

function connection(system: string, service: string, definition: ServiceDefinition, port: string): ServiceConnection {
  if (!Object.hasOwn(definition.ports, port)) {
    const remedy = suggest(port, Object.keys(definition.ports));
    throw new ConstructError(`${system}/${service}`, [
      { property: 'port', rule: 'must be a port of the service', got: port, remedy },
    ]);
  }
  return { service, port };
}

function external(system: string, hostAndPort: string): ExternalConnection {
  const match = /^([a-z0-9][a-z0-9.-]*[a-z0-9]):(\d{1,5})$/.exec(hostAndPort);
  const portNumber = Number(match?.[2]);
  if (match?.[1] === undefined || portNumber < 1 || portNumber > 65535) {
    throw new ConstructError(system, [
      { property: 'external', rule: 'must be a host and a port such as api.stripe.com:443', got: hostAndPort },
    ]);
  }
  return { external: match[1], portNumber };
}
