import type { ServiceDefinition, SystemDefinition } from '../core/model/system';
import type { ServiceModel, SystemModel } from '../core/model/system-model';
import type { ResourceSpec, StorageSpec } from '../core/model/workload-spec';
import type { Environment, Profile, ServiceOverrides } from './environment';

/** How many pods of each service run in development, unless its file says otherwise. */
const DEVELOPMENT_REPLICAS = 1;

/** Puts an environment's values into a system: the one model that everything is rendered from. */
export function composeModel(definition: SystemDefinition, environment: Environment): SystemModel {
  const { name, registry, tls, quota, dashboards } = definition;
  const services = Object.entries(definition.services).map(
    ([service, fields]) =>
      [service, composeService(service, fields, overridesOf(environment, service), environment.profile)] as const,
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
  };
}

function overridesOf({ services }: Environment, name: string): ServiceOverrides {
  return (Object.hasOwn(services, name) ? services[name] : undefined) ?? {};
}

function composeService(
  name: string,
  definition: ServiceDefinition,
  overrides: ServiceOverrides,
  profile: Profile,
): ServiceModel {
  const replicas = overrides.replicas ?? (profile === 'development' ? DEVELOPMENT_REPLICAS : definition.replicas);
  const composed = {
    name,
    version: versionOf(definition, overrides),
    env: { ...definition.env, ...overrides.env },
    resources: mergeResources(definition.resources, overrides.resources),
    ...(replicas === undefined ? {} : { replicas }),
  };
  return definition.kind === 'StatefulSet'
    ? { ...definition, ...composed, storage: mergeStorage(definition.storage, overrides.storage) }
    : { ...definition, ...composed };
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
  return {
    requests: { ...own.requests, ...overrides.requests },
    limits: { ...own.limits, ...overrides.limits },
  };
}

function mergeStorage(
  own: Readonly<Record<string, StorageSpec>>,
  overrides: ServiceOverrides['storage'] = {},
): Readonly<Record<string, StorageSpec>> {
  return Object.fromEntries(Object.entries(own).map(([name, volume]) => [name, { ...volume, ...overrides[name] }]));
}
