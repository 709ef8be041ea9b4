import type { Finding } from '../core/finding';
import type { SystemModel } from '../core/model/system-model';
import { allowedByMesh } from './mesh-authorization';
import { allowedByNetwork } from './network-policies';
import type { ClusterOutput, EnvironmentOutput } from './output';
import { containerPorts, pods, type Pods } from './pods';

/**
 * Rule `isolation`: what the model connects is let through by the network and by the mesh, and what it does not
 * connect is let through by neither. Every ordered pair of services is looked at, port by port.
 */
export function checkIsolation({ model, clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) => {
    const services = pods(cluster.manifests).filter((pod) => pod.namespace === model.namespace);
    return services.flatMap((from) =>
      services.filter((to) => to !== from).flatMap((to) => checkPair(model, cluster, from, to)),
    );
  });
}

function checkPair(model: SystemModel, cluster: ClusterOutput, from: Pods, to: Pods): readonly Finding[] {
  return Object.entries(containerPorts(to)).flatMap(([portName, port]) => {
    const declared = isConnected(model, from.name, to.name, portName);
    const verdicts = {
      'network policies': allowedByNetwork(cluster.manifests, { from, to, port, portName }),
      'mesh authorisation': allowedByMesh(cluster.manifests, {
        from: { namespace: from.namespace, serviceAccount: String(from.spec['serviceAccountName']) },
        to,
        port,
      }),
    };
    return Object.entries(verdicts)
      .filter(([, allowed]) => allowed !== declared)
      .map(([guard, allowed]): Finding => {
        const connection = `${from.name} to ${to.name}:${portName}`;
        return {
          rule: 'isolation',
          severity: 'error',
          resource: to.name,
          path: to.file.path,
          message: allowed
            ? `${connection} is not connected in the model, yet let through by ${guard} on ${cluster.name}`
            : `${connection} is connected in the model, yet denied by ${guard} on ${cluster.name}`,
          remedy: 'declare connections in connectsTo only, and leave policies to it',
        };
      });
  });
}

function isConnected(model: SystemModel, from: string, to: string, port: string): boolean {
  return (model.services[from]?.connectsTo ?? []).some(
    (connection) => 'service' in connection && connection.service === to && connection.port === port,
  );
}
