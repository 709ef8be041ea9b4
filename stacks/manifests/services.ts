import type { Construct } from 'constructs';
import type { Cluster } from '../../lib/core/cluster';
import { imageReference } from '../../lib/core/image-registry';
import { KUBECTL_IMAGE } from '../../lib/core/kubectl-image';
import type { ImageSource } from '../../lib/core/model/system';
import { imageName, type ServiceModel, type SystemModel } from '../../lib/core/model/system-model';
import type { Mesh } from '../../lib/platform/mesh/mesh';
import { Workload } from '../../lib/workloads/workload';
import { from } from '../origin';
import { component, serviceOrder } from './component';
import { sharedRoutes } from './traffic';
import { workloadSpec } from './workload-spec';

/** Kubernetes Secret with the credentials for the system's own registry. */
export const PULL_SECRET = 'registry-credentials';

/** A component for each service, then the connections between them. */
export function addServices(scope: Construct, model: SystemModel, cluster: Cluster, mesh: Mesh): void {
  const order = serviceOrder(model);
  const workloads = new Map(
    Object.values(model.services).map((service) => [
      service.name,
      from(['services', service.name], () =>
        addWorkload(
          component(scope, order[service.name] ?? 0, service.name, model, service.namespace),
          service,
          model,
          cluster,
          mesh,
        ),
      ),
    ]),
  );
  for (const service of Object.values(model.services)) {
    const workload = workloads.get(service.name);
    if (workload !== undefined) from(['services', service.name], () => connect(workload, service, workloads));
  }
}

function addWorkload(
  scope: Construct,
  service: ServiceModel,
  model: SystemModel,
  cluster: Cluster,
  mesh: Mesh,
): Workload {
  const { image } = service;
  const external = model.registry !== 'cluster' && 'name' in image;
  return new Workload(scope, service.name, {
    ...workloadSpec(service, (source) => imageOf(source, service, model, cluster)),
    image: imageOf(image, service, model, cluster),
    namespace: service.namespace,
    system: model.name,
    cluster,
    mesh,
    gatewayRoutes: sharedRoutes(model, service),
    kubectlImage: imageOf(KUBECTL_IMAGE, service, model, cluster),
    ...(external && model.registry.pullSecret !== undefined ? { pullSecret: PULL_SECRET } : {}),
  });
}

/** Where an image of a service is pulled from on a cluster. */
export function imageOf(source: ImageSource, service: ServiceModel, model: SystemModel, cluster: Cluster): string {
  // The environment names the version of what the system builds, and of a third party's main image.
  const version = 'name' in source || source === service.image ? service.version : source;
  if (model.registry === 'cluster') return imageReference(`${cluster.registry.host}/${imageName(source)}`, version);
  const repository = 'name' in source ? `${model.registry.host}/${source.name}` : source.repository;
  return imageReference(repository, version);
}

function connect(workload: Workload, service: ServiceModel, workloads: ReadonlyMap<string, Workload>): void {
  for (const connection of service.connectsTo ?? []) {
    if ('external' in connection) {
      workload.connections.allowToExternal(connection.external, connection.portNumber);
      continue;
    }
    if ('namespace' in connection) {
      workload.connections.allowToNamespace(connection);
      continue;
    }
    const target = workloads.get(connection.service);
    if (target !== undefined) workload.connections.allowTo(target, connection.port);
  }
  for (const acceptance of service.acceptsFrom ?? []) workload.connections.allowFromNamespace(acceptance);
  for (const [port, methods] of exposedPorts(service)) workload.connections.allowFromGateway(port, methods);
}

/** Ports that the gateway reaches, once each; methods count only where every exposure of the port names some. */
function exposedPorts(service: ServiceModel): ReadonlyMap<string, readonly string[] | undefined> {
  const ports = new Map<string, readonly string[] | undefined>();
  for (const { port, methods } of service.exposure ?? []) {
    const known = ports.get(port);
    const first = !ports.has(port);
    if (first) ports.set(port, methods);
    else ports.set(port, known === undefined || methods === undefined ? undefined : union(known, methods));
  }
  return ports;
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}
