import type { Construct } from 'constructs';
import { DnsZone } from '../../lib/cloud/google/edge/dns-zone';
import { GlobalEntrypoint } from '../../lib/cloud/google/edge/global-entrypoint';
import type { NetworkEndpoints } from '../../lib/cloud/google/edge/network-endpoints';
import { edgeName, gatewayNegName } from '../../lib/cloud/google/names';
import { EDGE_SERVICES, ProjectServices } from '../../lib/cloud/google/project-services';
import { exposedHosts, type SystemModel } from '../../lib/core/model/system-model';
import type { GoogleEnvironment } from '../../lib/environment/environment';
import type { ResolvedEnvironment } from '../resolve';
import { EnvironmentStack, stackName } from './environment-stack';
import { googleClusters, type GoogleCluster } from './google-clusters';
import { addGoogleProvider } from './google-provider';

const DEFAULT_RATE_PER_ENDPOINT = 1000;
const DEFAULT_RATE_LIMIT = { requests: 600, intervalSeconds: 60 } as const;

/** Where the proxies of the mesh's gateway say whether they are ready, as the chart of Istio's gateway has it. */
const GATEWAY_HEALTH = { protocol: 'HTTP', port: 15_021, requestPath: '/healthz/ready' } as const;

/** What an environment file says of the edge. */
export type EdgeEnvironment = NonNullable<GoogleEnvironment['edge']>;

/** One address for an environment's hosts, over all its clusters on Google Cloud; what filters and names it. */
export class GoogleEdgeStack extends EnvironmentStack {
  constructor(scope: Construct, resolved: ResolvedEnvironment, edge: EdgeEnvironment) {
    super(scope, stackName(resolved, 'edge'), resolved);
    const { project } = edge;
    const clusters = googleClusters(resolved);
    const deletionProtection = clusters.some(({ environment }) => environment.deletionProtection);
    const name = edgeName(resolved.model.name, resolved.model.environment);
    addGoogleProvider(this, this.labels, { project });
    new ProjectServices(this, 'Services', { project, services: EDGE_SERVICES }).requiredBy(this);
    const zone = new DnsZone(this, 'Zone', { project, name, dnsName: resolved.model.domain, deletionProtection });
    new GlobalEntrypoint(this, 'Entry', {
      ...{ project, name, zone, deletionProtection },
      hosts: Object.fromEntries(exposedHosts(resolved.model).map((host) => [host, { backend: 'gateway' }])),
      backends: {
        gateway: {
          endpoints: Object.fromEntries(clusters.map((cluster) => [cluster.name, endpoints(cluster, edge)])),
          healthCheck: GATEWAY_HEALTH,
          timeoutSeconds: longestTimeout(resolved.model),
        },
      },
      security: security(edge),
    });
  }
}

/** The gateway of a cluster; the file was checked to list the zones. */
function endpoints(
  { environment, cluster }: GoogleCluster,
  { maxRatePerEndpoint = DEFAULT_RATE_PER_ENDPOINT }: EdgeEnvironment,
): NetworkEndpoints {
  const { project, zone, zones = zone === undefined ? [] : [zone] } = environment;
  return { project, zones, maxRatePerEndpoint, negName: gatewayNegName(cluster.clusterName) };
}

/** A stream that a service keeps open must not be cut on its way in; without a wish, Google's own limit holds. */
function longestTimeout({ services }: SystemModel): number | undefined {
  const wishes = Object.values(services).flatMap(({ exposure = [] }) =>
    exposure.flatMap(({ timeoutSeconds }) => timeoutSeconds ?? []),
  );
  return wishes.length === 0 ? undefined : Math.max(...wishes);
}

function security({ rateLimit = DEFAULT_RATE_LIMIT, preview = false }: EdgeEnvironment) {
  return {
    rateLimit: { count: rateLimit.requests, intervalSeconds: rateLimit.intervalSeconds },
    wafPreview: preview,
  };
}
