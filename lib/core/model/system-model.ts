import { KUBECTL_IMAGE } from '../kubectl-image';
import { isStored, type SecretRef, type SecretSource } from '../secret-ref';
import type { ServiceIdentity } from '../service-identity';
import type { CloudResources } from './cloud-resource';
import type { Replicas } from './scaling';
import type { DashboardDefinition, ImageSource, Quota, ServiceDefinition } from './system';

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
  /** Namespace on every cluster: the system's, or one of its own for an agent of the nodes. */
  readonly namespace: string;
  /**
   * Number of pods on clusters that differ from the others, by their names.
   *
   * @default {}
   */
  readonly replicasOn?: Readonly<Record<string, Replicas>>;
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
  readonly resources: CloudResources;
}

/** The system as it runs on one cluster. */
export function modelOn(model: SystemModel, cluster: string): SystemModel {
  const services = Object.values(model.services).map((service) => [service.name, serviceOn(service, cluster)] as const);
  return { ...model, services: Object.fromEntries(services) };
}

function serviceOn(service: ServiceModel, cluster: string): ServiceModel {
  const replicas = service.replicasOn?.[cluster];
  if (replicas === undefined) return service;
  switch (service.kind) {
    case 'DaemonSet':
    case 'Job':
    case 'CronJob':
      return service;
    default:
      return { ...service, replicas };
  }
}

/** Every namespace that services run in, the system's first, each once. */
export function serviceNamespaces(model: SystemModel): readonly string[] {
  return [...new Set([model.namespace, ...Object.values(model.services).map(({ namespace }) => namespace)])];
}

/** Every secret that a service's containers use, wherever it is kept. */
export function serviceSecrets(service: ServiceDefinition): readonly SecretSource[] {
  const extra = [...Object.values(service.initContainers ?? {}), ...Object.values(service.sidecars ?? {})];
  const bootstrap = service.kind === 'StatefulSet' ? (service.quorum?.bootstrap ?? undefined) : undefined;
  const containers = [service, ...extra, ...(bootstrap === undefined ? [] : [bootstrap])];
  return [
    ...containers.flatMap((container) => Object.values(container.secretEnv ?? {})),
    ...Object.values(service.volumes ?? {}).flatMap((volume) =>
      'secretFiles' in volume ? Object.values(volume.secretFiles) : [],
    ),
  ];
}

/** Every image of a service: its own, those of containers beside the main one, and of the jobs that keep its budget. */
export function serviceImages(service: ServiceDefinition): readonly ImageSource[] {
  const extra = [...Object.values(service.initContainers ?? {}), ...Object.values(service.sidecars ?? {})];
  const bootstrap = service.kind === 'StatefulSet' ? (service.quorum?.bootstrap ?? undefined) : undefined;
  const others = [...extra, ...(bootstrap === undefined ? [] : [bootstrap])];
  return [
    service.image,
    ...others.flatMap(({ image }) => image ?? []),
    ...(patchesBudget(service) ? [KUBECTL_IMAGE] : []),
  ];
}

/** Every secret of the store that pods of a namespace use, sorted, each once. */
export function namespaceSecrets(model: SystemModel, namespace = model.namespace): readonly string[] {
  const own = Object.values(model.services).filter((service) => service.namespace === namespace);
  const refs = own.flatMap(serviceSecrets).filter(isStored);
  const pull = model.registry === 'cluster' || own.length === 0 ? undefined : model.registry.pullSecret;
  return unique(pull === undefined ? refs : [...refs, pull]);
}

/** Every secret of the system, sorted, each once. */
export function systemSecrets(model: SystemModel): readonly string[] {
  const permitted = Object.values(model.services).flatMap(({ permissions = [] }) =>
    permissions.flatMap((permission) => ('secrets' in permission ? permission.secrets : [])),
  );
  const mounted = serviceNamespaces(model).flatMap((namespace) => namespaceSecrets(model, namespace));
  return [...new Set([...mounted, ...tlsSecrets(model), ...permitted])].sort();
}

/** Who reads secrets: one identity for each namespace, allowed that namespace's secrets and no other. */
export function secretReaders(model: SystemModel): readonly ServiceIdentity[] {
  return [
    ...serviceNamespaces(model).map((namespace) => ({ namespace, secrets: namespaceSecrets(model, namespace) })),
    { namespace: INGRESS_NAMESPACE, secrets: tlsSecrets(model) },
  ]
    .filter(({ secrets }) => secrets.length > 0)
    .map(({ namespace, secrets }) => ({
      name: `${namespace}-${SECRET_READER}`,
      namespace,
      serviceAccount: SECRET_READER,
      permissions: [{ action: 'secret:read', secrets }],
    }));
}

/** Identities of the services that do something in the cloud, each for its own service account. */
export function serviceIdentities(model: SystemModel): readonly ServiceIdentity[] {
  return Object.values(model.services).flatMap(({ name, namespace, permissions = [] }) =>
    permissions.length === 0
      ? []
      : [{ name: identityName(namespace, name), namespace, serviceAccount: name, permissions }],
  );
}

/** Name by which a cluster's stack keys the identity of a workload. */
export function identityName(namespace: string, workload: string): string {
  return `${namespace}-${workload}`;
}

/** Names of the images that the system's pipeline pushes, and of those mirrored from third parties, sorted. */
export function registryImages(model: SystemModel): readonly string[] {
  if (model.registry !== 'cluster') return [];
  return [...new Set(Object.values(model.services).flatMap(serviceImages).map(imageName))].sort();
}

/**
 * Name under which an image lies in the cluster's registry. A third party's keeps its path without its
 * host, as Docker writes it in full, `library/redis`: so images of one name stay apart.
 */
export function imageName(image: ImageSource): string {
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

/** Whether jobs change the service's disruption budget at set times. */
function patchesBudget(service: ServiceDefinition): boolean {
  return 'disruption' in service && service.disruption?.schedule !== undefined;
}

function tlsSecrets(model: SystemModel): readonly string[] {
  return hasExposure(model) && model.tls !== undefined ? [model.tls.secret] : [];
}

function unique(refs: readonly SecretRef[]): readonly string[] {
  return [...new Set(refs.map((ref) => ref.secret))].sort();
}
