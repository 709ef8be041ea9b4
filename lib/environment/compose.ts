import type { ResourceSpec } from '../core/model/resources';
import type { Rollout } from '../core/model/rollout';
import type { Replicas } from '../core/model/scaling';
import type { ServiceDefinition, SystemDefinition } from '../core/model/system';
import type { ServiceModel, SystemModel } from '../core/model/system-model';
import type { DiskSpec, VolumeSpec } from '../core/model/volume';
import type { Environment, Profile, ServiceOverrides } from './environment';

/** How many pods of each service run in development, unless its file says otherwise. */
const DEVELOPMENT_REPLICAS = 1;

/** Puts an environment's values into a system: the one model that everything is rendered from. */
export function composeModel(definition: SystemDefinition, environment: Environment): SystemModel {
  const { name, registry, tls, quota, dashboards, resources } = definition;
  const services = Object.entries(definition.services).map(
    ([service, fields]) =>
      [service, composeService(name, service, fields, overridesOf(environment, service), environment.profile)] as const,
  );
  return {
    name,
    environment: environment.environment,
    namespace: name,
    domain: environment.domain,
    services: Object.fromEntries(services),
    registry: environment.images.registry === 'cluster' ? 'cluster' : registry,
    ...(tls === undefined ? {} : { tls }),
    ...(quota === undefined ? {} : { quota }),
    dashboards,
    resources,
  };
}

function overridesOf({ services }: Environment, name: string): ServiceOverrides {
  return (Object.hasOwn(services, name) ? services[name] : undefined) ?? {};
}

function composeService(
  system: string,
  name: string,
  definition: ServiceDefinition,
  overrides: ServiceOverrides,
  profile: Profile,
): ServiceModel {
  const composed = {
    name,
    namespace: namespaceOf(system, name, definition),
    version: versionOf(definition, overrides),
    env: { ...definition.env, ...overrides.env },
    resources: mergeResources(definition.resources, overrides.resources),
    ...(definition.volumes === undefined ? {} : { volumes: mergeClaims(definition.volumes, overrides.storage) }),
    ...(overrides.clusters === undefined ? {} : { replicasOn: replicasOn(overrides.clusters) }),
    ...(overrides.pools === undefined ? {} : { placement: { ...definition.placement, pools: overrides.pools } }),
  };
  switch (definition.kind) {
    case 'DaemonSet':
    case 'Job':
      return { ...definition, ...composed };
    case 'CronJob':
      return { ...definition, ...composed, ...(overrides.suspend === undefined ? {} : { suspend: overrides.suspend }) };
    case 'StatefulSet': {
      const replicas = replicasIn(profile, definition, overrides);
      const storage = mergeDisks(definition.storage, overrides.storage);
      return { ...definition, ...composed, storage, ...(replicas === undefined ? {} : { replicas }) };
    }
    default: {
      const replicas = replicasIn(profile, definition, overrides);
      return {
        ...definition,
        ...composed,
        ...(replicas === undefined ? {} : { replicas }),
        ...rolloutIn(profile, definition, overrides),
      };
    }
  }
}

/** An agent of the nodes has a namespace of its own, so that what it is let do no other pod is. */
function namespaceOf(system: string, name: string, definition: ServiceDefinition): string {
  return definition.kind === 'DaemonSet' && definition.host !== undefined ? `${system}-${name}` : system;
}

function replicasIn(
  profile: Profile,
  definition: Extract<ServiceDefinition, { readonly replicas?: unknown }>,
  { replicas }: ServiceOverrides,
): Replicas | undefined {
  return replicas ?? (profile === 'development' ? DEVELOPMENT_REPLICAS : definition.replicas);
}

function replicasOn(clusters: NonNullable<ServiceOverrides['clusters']>): NonNullable<ServiceModel['replicasOn']> {
  return Object.fromEntries(Object.entries(clusters).map(([cluster, { replicas }]) => [cluster, replicas]));
}

/** A single pod has no traffic to share out: progressive rollouts are plain ones in development. */
function rolloutIn(
  profile: Profile,
  { rollout }: Extract<ServiceDefinition, { readonly rollout?: unknown }>,
  overrides: ServiceOverrides,
): { rollout?: Rollout } {
  if (overrides.rollout !== undefined) return { rollout: { strategy: overrides.rollout } };
  if (rollout === undefined) return {};
  const isProgressive = rollout.strategy === 'Canary' || rollout.strategy === 'BlueGreen';
  return { rollout: profile === 'development' && isProgressive ? { strategy: 'RollingUpdate' } : rollout };
}

/** A tag and a digest belong together: where the environment names one, the definition's own are left out. */
function versionOf({ image }: ServiceDefinition, { tag, digest }: ServiceOverrides): ServiceModel['version'] {
  const own = 'name' in image ? {} : { tag: image.tag, digest: image.digest };
  const version = tag === undefined && digest === undefined ? own : { tag, digest };
  return {
    ...(version.tag === undefined ? {} : { tag: version.tag }),
    ...(version.digest === undefined ? {} : { digest: version.digest }),
  };
}

function mergeResources(own: ResourceSpec, overrides: ServiceOverrides['resources'] = {}): ResourceSpec {
  const gpu = overrides.gpu ?? own.gpu;
  return {
    requests: { ...own.requests, ...overrides.requests },
    limits: { ...own.limits, ...overrides.limits },
    ...(gpu === undefined ? {} : { gpu }),
  };
}

function mergeDisks<Disk extends DiskSpec>(
  own: Readonly<Record<string, Disk>>,
  overrides: ServiceOverrides['storage'] = {},
): Readonly<Record<string, Disk>> {
  return Object.fromEntries(Object.entries(own).map(([name, disk]) => [name, { ...disk, ...overrides[name] }]));
}

function mergeClaims(
  own: Readonly<Record<string, VolumeSpec>>,
  overrides: ServiceOverrides['storage'] = {},
): Readonly<Record<string, VolumeSpec>> {
  return Object.fromEntries(
    Object.entries(own).map(([name, volume]) => [
      name,
      'claim' in volume ? { ...volume, claim: { ...volume.claim, ...overrides[name] } } : volume,
    ]),
  );
}
