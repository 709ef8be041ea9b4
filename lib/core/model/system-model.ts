import type { SecretRef } from '../secret-ref';
import type { ServiceIdentity } from '../service-identity';
import type { DashboardDefinition, Quota, ServiceDefinition } from './system';

/** Namespace of the mesh's ingress gateway, where certificates for the outside are kept. */
export const INGRESS_NAMESPACE = 'istio-ingress';

/** The mesh's ingress gateway in that namespace: what its pods carry, and who they are. */
export const INGRESS_GATEWAY = {
  labels: { istio: 'ingressgateway' },
  serviceAccount: 'istio-ingressgateway',
} as const;

/** Service account that secret stores read as, one in every namespace that has secrets. */
export const SECRET_READER = 'secret-reader';

/** A service as it runs in one environment: the definition with the environment's values put in. */
export type ServiceModel = ServiceDefinition & {
  readonly name: string;
  /** Tag and digest that the environment asks for; a third party's image has its own. */
  readonly version: { readonly tag?: string; readonly digest?: string };
};

/** A system as it runs in one environment. What everything is rendered from; data without behaviour. */
export interface SystemModel {
  readonly name: string;
  readonly environment: string;
  /** Namespace on every cluster. */
  readonly namespace: string;
  /** Domain that the hosts of `exposure` end in. */
  readonly domain: string;
  readonly services: Readonly<Record<string, ServiceModel>>;
  /** Where images are pulled from: the system's own registry, or the one made for the environment. */
  readonly registry: 'cluster' | { readonly host: string; readonly pullSecret?: SecretRef };
  readonly tls?: SecretRef;
  readonly quota?: Quota;
  readonly dashboards: Readonly<Record<string, DashboardDefinition>>;
}

/** Every secret that pods of the system's namespace use, sorted, each once. */
export function namespaceSecrets(model: SystemModel): readonly string[] {
  const refs = Object.values(model.services).flatMap((service) => Object.values(service.secretEnv ?? {}));
  const pull = model.registry === 'cluster' ? undefined : model.registry.pullSecret;
  return unique(pull === undefined ? refs : [...refs, pull]);
}

/** Every secret of the system, sorted, each once. */
export function systemSecrets(model: SystemModel): readonly string[] {
  const tls = hasExposure(model) && model.tls !== undefined ? [model.tls.secret] : [];
  return [...new Set([...namespaceSecrets(model), ...tls])].sort();
}

/** Who reads secrets: one identity for each namespace, allowed that namespace's secrets and no other. */
export function secretReaders(model: SystemModel): readonly ServiceIdentity[] {
  const own = namespaceSecrets(model);
  const tls = hasExposure(model) && model.tls !== undefined ? [model.tls.secret] : [];
  return [
    { namespace: model.namespace, secrets: own },
    { namespace: INGRESS_NAMESPACE, secrets: tls },
  ]
    .filter(({ secrets }) => secrets.length > 0)
    .map(({ namespace, secrets }) => ({
      name: `${namespace}-${SECRET_READER}`,
      namespace,
      serviceAccount: SECRET_READER,
      permissions: [{ action: 'secret:read', secrets }],
    }));
}

/** Names of the images that the system's pipeline pushes, and of those mirrored from third parties, sorted. */
export function registryImages(model: SystemModel): readonly string[] {
  if (model.registry !== 'cluster') return [];
  return [...new Set(Object.values(model.services).map(imageName))].sort();
}

/**
 * Name under which a service's image lies in the cluster's registry. A third party's keeps its path without its
 * host, as Docker writes it in full, `library/redis`: so images of one name stay apart.
 */
export function imageName({ image }: ServiceDefinition): string {
  if ('name' in image) return image.name;
  const [first = '', ...rest] = image.repository.split('/');
  if (rest.length === 0) return `library/${first}`;
  const isHost = /[.:]|^localhost$/.test(first);
  return isHost ? rest.join('/') : image.repository;
}

/** Hosts under which services are reached from outside, sorted, each once. */
export function exposedHosts(model: SystemModel): readonly string[] {
  const hosts = Object.values(model.services).flatMap(({ exposure = [] }) => exposure.map(({ host }) => host));
  return [...new Set(hosts)].sort().map((host) => `${host}.${model.domain}`);
}

function hasExposure(model: SystemModel): boolean {
  return Object.values(model.services).some((service) => (service.exposure ?? []).length > 0);
}

function unique(refs: readonly SecretRef[]): readonly string[] {
  return [...new Set(refs.map((ref) => ref.secret))].sort();
}
