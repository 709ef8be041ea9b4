import type { Waiver } from '../core/waiver';
import type {
  AwsClusterEnvironment,
  AwsNodePoolEnvironment,
  ClusterEnvironment,
  Environment,
  GoogleClusterEnvironment,
} from './environment';
import { PROFILE_DEFAULTS, type ProfileDefaults } from './profiles';
import type { EnvironmentFile } from './schema';

type ClusterFile = EnvironmentFile['clusters'][string];
type AwsClusterFile = Extract<ClusterFile, { cloud: 'aws' }>;
type GoogleClusterFile = Extract<ClusterFile, { cloud: 'google' }>;

/** Puts the profile's defaults in wherever the file says nothing. */
export function applyProfile(file: string, content: EnvironmentFile, waivers: readonly Waiver[]): Environment {
  const defaults = PROFILE_DEFAULTS[content.profile];
  const { system, environment, profile, domain, state, images, clusters, aws, google, services } = content;
  return {
    file,
    system,
    environment,
    profile,
    domain,
    state,
    images: { registry: images?.registry ?? defaults.registry },
    clusters: mapValues(clusters, (cluster) => completeCluster(cluster, defaults)),
    aws: aws ?? {},
    google: { ...google, auditLogs: google?.auditLogs ?? defaults.auditLogs },
    services: services ?? {},
    waivers,
  };
}

function completeCluster(cluster: ClusterFile, defaults: ProfileDefaults): ClusterEnvironment {
  return cluster.cloud === 'aws' ? completeAws(cluster, defaults) : completeGoogle(cluster, defaults);
}

function completeAws(cluster: AwsClusterFile, defaults: ProfileDefaults): AwsClusterEnvironment {
  return {
    ...cluster,
    mode: cluster.mode ?? 'standard',
    zones: cluster.zones ?? defaults.zones.map((letter) => `${cluster.region}${letter}`),
    kubernetesVersion: cluster.kubernetesVersion ?? defaults.kubernetesVersion,
    network: awsNetwork(cluster.network, defaults),
    publicAccessCidrs: cluster.publicAccessCidrs ?? defaults.publicAccessCidrs,
    administrators: cluster.administrators,
    backup: {
      ...cluster.backup,
      enabled: cluster.backup?.enabled ?? defaults.backups,
      engine: cluster.backup?.engine ?? 'velero',
    },
    deletionProtection: cluster.deletionProtection ?? defaults.deletionProtection,
    nodePools: mapValues(cluster.nodePools ?? {}, (pool) => ({ ...pool, ...poolDefaults(pool, defaults) })),
  };
}

/** The file was checked to name a range, or else a network that is there. */
function awsNetwork(
  { cidr, existing, natGateways, ...rest }: AwsClusterFile['network'],
  defaults: ProfileDefaults,
): AwsClusterEnvironment['network'] {
  if (existing !== undefined) return { existing };
  if (cidr !== undefined) return { ...rest, cidr, natGateways: natGateways ?? defaults.natGateways };
  throw new Error('a network without a range, and not there already, was accepted');
}

function completeGoogle(cluster: GoogleClusterFile, defaults: ProfileDefaults): GoogleClusterEnvironment {
  return {
    ...cluster,
    mode: cluster.mode ?? 'standard',
    releaseChannel: cluster.releaseChannel ?? defaults.releaseChannel,
    network: googleNetwork(cluster.network),
    authorizedNetworks: cluster.authorizedNetworks ?? defaults.authorizedNetworks,
    administrators: cluster.administrators ?? defaults.administrators,
    deletionProtection: cluster.deletionProtection ?? defaults.deletionProtection,
    backup: { ...cluster.backup, enabled: cluster.backup?.enabled ?? defaults.backups },
    nodePools: mapValues(cluster.nodePools ?? {}, (pool) => ({ ...pool, ...poolDefaults(pool, defaults) })),
  };
}

/** The file was checked to name a range, or else a shared network. */
function googleNetwork({ cidr, shared, ...rest }: GoogleClusterFile['network']): GoogleClusterEnvironment['network'] {
  if (shared !== undefined) return { shared };
  if (cidr !== undefined) return { ...rest, cidr };
  throw new Error('a network without a range and without a shared network was accepted');
}

/** What a pool of either cloud may leave to the profile. */
function poolDefaults(
  pool: Partial<Pick<AwsNodePoolEnvironment, 'spot' | 'diskSizeGib' | 'labels' | 'taints'>>,
  defaults: ProfileDefaults,
): Pick<AwsNodePoolEnvironment, 'spot' | 'diskSizeGib' | 'labels' | 'taints'> {
  return {
    spot: pool.spot ?? defaults.spot,
    diskSizeGib: pool.diskSizeGib ?? defaults.diskSizeGib,
    labels: pool.labels ?? defaults.labels,
    taints: pool.taints ?? defaults.taints,
  };
}

function mapValues<From, To>(
  entries: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, change(value)]));
}
