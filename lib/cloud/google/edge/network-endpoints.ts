import type { ComputeBackendServiceBackend } from '@cdktf/provider-google/lib/compute-backend-service';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';

const MAX_NAME = 63;
/** Google takes no scaler between 0 and 0.1. */
const MIN_SCALER = 0.1;

/**
 * Pods of one cluster that serve: the network endpoint groups, one in each zone, that GKE makes for a Service with
 * the annotation `cloud.google.com/neg: {"exposed_ports": {"443": {"name": "<negName>"}}}`.
 */
export interface NetworkEndpoints {
  /** Zones of the cluster's nodes, such as `europe-west1-b`: in each is a group. */
  readonly zones: readonly string[];
  /** Name of the groups, which the Service says; see `gatewayNegName`. */
  readonly negName: string;
  /** Requests that one pod can take in a second. What is above goes to the next region, as long as that has room. */
  readonly maxRatePerEndpoint: number;
  /**
   * Share of the capacity that is used, from 0.1 to 1, or 0 to drain the cluster.
   *
   * @default 1
   */
  readonly capacityScaler?: number;
  /**
   * Whether the cluster is filled before those that are not preferred, whichever is nearer.
   *
   * @default 'DEFAULT'
   */
  readonly preference?: 'PREFERRED' | 'DEFAULT';
  /**
   * Project of the cluster.
   *
   * @default - the load balancer's
   */
  readonly project?: string;
}

/** The groups of all clusters, as a backend service wants them. */
export function backendGroups(
  project: string,
  endpoints: Readonly<Record<string, NetworkEndpoints>>,
): ComputeBackendServiceBackend[] {
  return Object.keys(endpoints)
    .sort()
    .flatMap((cluster) => clusterGroups(project, cluster, endpoints[cluster]));
}

/** Refuses endpoints that Google would, and those that leave nothing to serve. */
export function endpointRefusals(
  property: string,
  endpoints: Readonly<Record<string, NetworkEndpoints>>,
): (Refusal | undefined)[] {
  const clusters = Object.values(endpoints);
  return [
    clusters.length === 0 ? { property, rule: 'must name one cluster at least', got: endpoints } : undefined,
    clusters.length > 0 && clusters.every(({ capacityScaler }) => capacityScaler === 0)
      ? { property, rule: 'must not drain every cluster', got: Object.keys(endpoints) }
      : undefined,
    ...Object.entries(endpoints).flatMap(([cluster, of]) => clusterRefusals(`${property}.${cluster}`, of)),
    ...sharedGroupRefusals(property, endpoints),
  ];
}

function clusterGroups(
  project: string,
  cluster: string,
  endpoints: NetworkEndpoints | undefined,
): ComputeBackendServiceBackend[] {
  if (endpoints === undefined) return [];
  return [...new Set(endpoints.zones)].sort().map((zone) => ({
    group: groupId(endpoints.project ?? project, zone, endpoints.negName),
    description: cluster,
    balancingMode: 'RATE',
    maxRatePerEndpoint: endpoints.maxRatePerEndpoint,
    capacityScaler: endpoints.capacityScaler ?? 1,
    preference: endpoints.preference ?? 'DEFAULT',
  }));
}

function groupId(project: string, zone: string, negName: string): string {
  return `projects/${project}/zones/${zone}/networkEndpointGroups/${negName}`;
}

function clusterRefusals(property: string, endpoints: NetworkEndpoints): (Refusal | undefined)[] {
  const { zones, negName, maxRatePerEndpoint, capacityScaler = 1 } = endpoints;
  return [
    zones.length === 0 ? { property: `${property}.zones`, rule: 'must name one zone at least', got: zones } : undefined,
    ...zones
      .filter((zone) => !Token.isUnresolved(zone) && !/^[a-z]+-[a-z]+\d+-[a-z]$/.test(zone))
      .map((got) => ({ property: `${property}.zones`, rule: 'must hold zones such as europe-west1-b', got })),
    resourceNameRefusal(`${property}.negName`, negName, MAX_NAME),
    Token.isUnresolved(maxRatePerEndpoint) || maxRatePerEndpoint > 0
      ? undefined
      : { property: `${property}.maxRatePerEndpoint`, rule: 'must be above 0', got: maxRatePerEndpoint },
    Token.isUnresolved(capacityScaler) || capacityScaler === 0 || (capacityScaler >= MIN_SCALER && capacityScaler <= 1)
      ? undefined
      : { property: `${property}.capacityScaler`, rule: 'must be 0, or from 0.1 to 1', got: capacityScaler },
  ];
}

/** Two clusters of one project cannot fill the same group: GKE refuses the second. */
function sharedGroupRefusals(property: string, endpoints: Readonly<Record<string, NetworkEndpoints>>): Refusal[] {
  const seen = new Map<string, string>();
  return Object.entries(endpoints).flatMap(([cluster, { zones, negName, project = '' }]) =>
    [...new Set(zones)].flatMap((zone) => {
      const group = groupId(project, zone, negName);
      const other = seen.get(group);
      seen.set(group, cluster);
      return other === undefined
        ? []
        : [
            {
              property: `${property}.${cluster}.negName`,
              rule: `must not be that of ${other} in ${zone}`,
              got: negName,
            },
          ];
    }),
  );
}
