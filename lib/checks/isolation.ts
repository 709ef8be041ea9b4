import type { Finding } from '../core/finding';
import type { ManifestFile } from '../core/manifest';
import type { SystemModel } from '../core/model/system-model';
import { callers, type Caller, type Guard } from './callers';
import { egressFaults } from './egress-isolation';
import { meshJudge } from './mesh-authorization';
import { networkJudge } from './network-policies';
import type { ClusterOutput, EnvironmentOutput } from './output';
import { containerPorts, onHostNetwork, type ContainerPort } from './pods';
import { isHiddenOnHost, isOutsideMesh, servicePods, type ServicePods } from './service-pods';
import { unreadPolicies } from './unread-policies';

/** What decides on connections; nothing else is searched for every pair. */
const DECIDING_KINDS = [
  'AuthorizationPolicy',
  'CiliumNetworkPolicy',
  'FQDNNetworkPolicy',
  'Namespace',
  'NetworkPolicy',
];

/** Stands for every port that a service does not declare, of either protocol. */
const OTHER_PORTS: Readonly<Record<string, ContainerPort>> = {
  65535: { number: 65535, protocol: 'TCP' },
  '65535/UDP': { number: 65535, protocol: 'UDP' },
};

const REMEDY = 'declare connections in connectsTo, acceptsFrom and exposure only, and leave policies to them';

/** Who is at fault, where, and how. */
type Fault = readonly [resource: string, path: string, message: string];

/**
 * Rule `isolation`: what the model connects is let through by network policies and by mesh authorisation, and
 * nothing else is by either; and what the model lets out of the cluster gets out, and nothing else does.
 */
export function checkIsolation({ model, clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) => {
    const services = servicePods(model, cluster.manifests);
    // On the node's network nothing guards pods, and policies take them for the node.
    const guarded = services.filter((pod) => !onHostNetwork(pod));
    const deciding = cluster.manifests.filter(({ manifest }) => DECIDING_KINDS.includes(manifest.kind));
    const faults: readonly Fault[] = [
      ...hiddenOnHost(services),
      ...unreadPolicies(cluster.manifests),
      ...connectionFaults(model, deciding, guarded),
      ...egressFaults(model, { ...cluster, manifests: deciding }, guarded),
    ];
    return [...missingServices(model, cluster, services), ...distinct(faults).map((fault) => finding(cluster, fault))];
  });
}

function missingServices(
  model: SystemModel,
  { name }: ClusterOutput,
  services: readonly ServicePods[],
): readonly Finding[] {
  return Object.keys(model.services)
    .filter((key) => !services.some(({ service }) => service.name === key))
    .map((resource) => ({
      rule: 'isolation',
      severity: 'error',
      resource,
      path: name,
      message: `is in the model, yet no pods of it are written for ${name}`,
      remedy: 'render the service, or take it out of the system',
    }));
}

function hiddenOnHost(services: readonly ServicePods[]): readonly Fault[] {
  const message = "uses the node's network, where no policy guards it, and the model does not say so";
  return services.filter(isHiddenOnHost).map(({ service, file }) => [service.name, file.path, message]);
}

function connectionFaults(
  model: SystemModel,
  deciding: readonly ManifestFile[],
  services: readonly ServicePods[],
): readonly Fault[] {
  const everybody = callers(model, services);
  const judges = { network: networkJudge(deciding).allows, mesh: meshJudge(deciding) };
  return services.flatMap((to) =>
    everybody.flatMap((from) =>
      Object.entries(portsOf(to)).flatMap(([portName, port]) =>
        pairFaults(judges, { from, to, portName, ...port }).map((message): Fault => [
          to.service.name,
          to.file.path,
          message,
        ]),
      ),
    ),
  );
}

/** Ports that the pods have, those that the model thinks they have, and one that nobody thought of. */
function portsOf(to: ServicePods): Readonly<Record<string, ContainerPort>> {
  const modelled = Object.entries(to.service.ports ?? {}).map(([name, { containerPort, protocol }]) => {
    const port: ContainerPort = { number: containerPort, protocol: protocol === 'udp' ? 'UDP' : 'TCP' };
    return [name, port] as const;
  });
  return { ...Object.fromEntries(modelled), ...containerPorts(to), ...OTHER_PORTS };
}

interface Pair extends ContainerPort {
  readonly from: Caller;
  readonly to: ServicePods;
  readonly portName: string;
}

/** Says of a connection whether it is let through. */
interface Judges {
  readonly network: ReturnType<typeof networkJudge>['allows'];
  readonly mesh: ReturnType<typeof meshJudge>;
}

function pairFaults(judges: Judges, pair: Pair): readonly string[] {
  const { from, to, portName, number: port, protocol } = pair;
  const connection = `${from.name} to ${to.service.name}:${portName}`;
  const fault = (guard: Guard, decide: (inDoubt: boolean) => boolean): readonly string[] => {
    const declared = from.mayReach(to.service.name, guard).includes(portName);
    // Where the objects alone cannot tell, the worse of both counts.
    const allowed = decide(!declared);
    if (allowed === declared) return [];
    return [
      allowed
        ? `${connection} is not connected in the model, yet let through by ${guard}`
        : `${connection} is connected in the model, yet denied by ${guard}`,
    ];
  };
  const flow = { from, to, port, portName, protocol };
  return [
    ...fault('network policies', (inDoubt) => judges.network({ ...flow, inDoubt })),
    // The mesh carries TCP; what is UDP passes it by.
    ...(protocol === 'UDP' || isOutsideMesh(to)
      ? []
      : fault('mesh authorisation', (inDoubt) => judges.mesh({ ...flow, inDoubt }))),
  ];
}

/** Pods of one service in two versions fail alike. */
function distinct(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [fault.join('\n'), fault])).values()];
}

function finding({ name }: ClusterOutput, [resource, path, message]: Fault): Finding {
  return { rule: 'isolation', severity: 'error', resource, path, message: `${message} on ${name}`, remedy: REMEDY };
}
