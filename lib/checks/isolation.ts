import type { Finding } from '../core/finding';
import type { ManifestFile } from '../core/manifest';
import type { SystemModel } from '../core/model/system-model';
import { callers, type Caller } from './callers';
import { allowedByMesh } from './mesh-authorization';
import { allowedByNetwork } from './network-policies';
import type { ClusterOutput, EnvironmentOutput } from './output';
import { containerPorts, pods, type Pods } from './pods';

/** What decides on connections; nothing else is searched for every pair. */
const DECIDING_KINDS = ['AuthorizationPolicy', 'Namespace', 'NetworkPolicy'];

/** Stands for every port that a service does not declare. */
const OTHER_PORT = 65535;

const REMEDY = 'declare connections in connectsTo and exposure only, and leave policies to them';

/**
 * Rule `isolation`: what the model connects is let through by the network and by the mesh, and what it does not
 * connect is let through by neither. Every service is looked at port by port, from every other service, from the
 * ingress gateway and from strangers; a service that is missing altogether is not taken for one that is isolated.
 */
export function checkIsolation({ model, clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) => {
    const services = pods(cluster.manifests).filter((pod) => pod.namespace === model.namespace);
    const deciding = cluster.manifests.filter(({ manifest }) => DECIDING_KINDS.includes(manifest.kind));
    const everybody = callers(model, services);
    return [
      ...missingServices(model, cluster, services),
      ...services.flatMap((to) =>
        everybody
          .filter((from) => from.name !== to.name)
          .flatMap((from) => checkPair(deciding, from, to, portsOf(model, to)))
          .map(([path, message]) => finding(to.name, path, `${message} on ${cluster.name}`)),
      ),
    ];
  });
}

function missingServices(model: SystemModel, { name }: ClusterOutput, services: readonly Pods[]): readonly Finding[] {
  return Object.keys(model.services)
    .filter((service) => !services.some((pod) => pod.name === service))
    .map((service) => ({
      ...finding(service, name, `is in the model, yet no pods of it are written for ${name}`),
      remedy: 'render the service, or take it out of the system',
    }));
}

/** Ports that the pods have, those that the model thinks they have, and one that nobody thought of. */
function portsOf({ services }: SystemModel, to: Pods): Readonly<Record<string, number>> {
  const modelled = Object.entries(services[to.name]?.ports ?? {}).map(
    ([name, { containerPort }]): readonly [string, number] => [name, containerPort],
  );
  return { ...Object.fromEntries(modelled), ...containerPorts(to), [OTHER_PORT]: OTHER_PORT };
}

function checkPair(
  deciding: readonly ManifestFile[],
  from: Caller,
  to: Pods,
  ports: Readonly<Record<string, number>>,
): readonly (readonly [path: string, message: string])[] {
  const reachable = from.mayReach(to.name);
  return Object.entries(ports).flatMap(([portName, port]) => {
    const declared = reachable.includes(portName);
    // Where the objects alone cannot tell, the worse of both counts.
    const flow = { from, to, port, portName, inDoubt: !declared };
    const verdicts = {
      'network policies': allowedByNetwork(deciding, flow),
      'mesh authorisation': allowedByMesh(deciding, flow),
    };
    const connection = `${from.name} to ${to.name}:${portName}`;
    return Object.entries(verdicts)
      .filter(([, allowed]) => allowed !== declared)
      .map(([guard, allowed]) => [
        to.file.path,
        allowed
          ? `${connection} is not connected in the model, yet let through by ${guard}`
          : `${connection} is connected in the model, yet denied by ${guard}`,
      ]);
  });
}

function finding(resource: string, path: string, message: string): Finding {
  return { rule: 'isolation', severity: 'error', resource, path, message, remedy: REMEDY };
}
