import { createHash } from 'node:crypto';
import type { ComputeUrlMapConfig } from '@cdktf/provider-google/lib/compute-url-map';
import type { Refusal } from '../../../core/errors';
import { hostRefusal } from './host-name';

const NOT_FOUND = 404;
const HASH_LENGTH = 12;
/** https://cloud.google.com/load-balancing/docs/url-map-concepts#pm-constraints */
const PATH = /^\/([^*?#\s]*|([^*?#\s]*\/)?\*)$/;

/** Where the requests for a host go. */
export interface HostRoute {
  /** Name of the backend. */
  readonly backend: string;
  /**
   * Names of other backends, by paths such as `/api/*`. The longest path that matches counts.
   *
   * @default - all to the one backend
   */
  readonly paths?: Readonly<Record<string, string>>;
}

/** Hosts, each with where its requests go. */
export type HostRoutes = Readonly<Record<string, HostRoute>>;

/** The part of a URL map that says where requests go. What is for no host gets a 404, and reaches no cluster. */
export function hostRules(
  hosts: HostRoutes,
  backendServices: ReadonlyMap<string, string>,
): Pick<ComputeUrlMapConfig, 'defaultService' | 'defaultRouteAction' | 'hostRule' | 'pathMatcher'> {
  const entries = Object.entries(hosts).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    // Google wants a service, although every request to it is answered in its stead.
    defaultService: serviceOf(backendServices, entries[0]?.[1].backend),
    defaultRouteAction: { faultInjectionPolicy: { abort: { httpStatus: NOT_FOUND, percentage: 100 } } },
    hostRule: entries.map(([host]) => ({ hosts: [host], pathMatcher: matcherName(host) })),
    pathMatcher: entries.map(([host, { backend, paths = {} }]) => ({
      name: matcherName(host),
      description: host,
      defaultService: serviceOf(backendServices, backend),
      pathRule: Object.keys(paths)
        .sort()
        .map((path) => ({ paths: [path], service: serviceOf(backendServices, paths[path]) })),
    })),
  };
}

/** Refuses hosts that Google would, and routes to nowhere. */
export function hostRefusals(hosts: HostRoutes, backends: readonly string[]): (Refusal | undefined)[] {
  return [
    Object.keys(hosts).length === 0
      ? { property: 'hosts', rule: 'must name one host at least', got: hosts }
      : undefined,
    ...Object.entries(hosts).flatMap(([host, { backend, paths = {} }]) => [
      hostRefusal('hosts', host),
      backendRefusal(`hosts.${host}.backend`, backend, backends),
      ...Object.entries(paths).flatMap(([path, to]) => [
        PATH.test(path)
          ? undefined
          : { property: `hosts.${host}.paths`, rule: 'must hold paths such as /api/* or /login', got: path },
        backendRefusal(`hosts.${host}.paths.${path}`, to, backends),
      ]),
    ]),
  ];
}

/** Hosts have characters that names of path matchers may not, so a hash stands for them. */
function matcherName(host: string): string {
  return `host-${createHash('sha256').update(host).digest('hex').slice(0, HASH_LENGTH)}`;
}

function serviceOf(backendServices: ReadonlyMap<string, string>, backend: string | undefined): string | undefined {
  return backend === undefined ? undefined : backendServices.get(backend);
}

function backendRefusal(property: string, backend: string, backends: readonly string[]): Refusal | undefined {
  if (backends.includes(backend)) return undefined;
  return { property, rule: `must be one of the backends ${[...backends].sort().join(', ')}`, got: backend };
}
