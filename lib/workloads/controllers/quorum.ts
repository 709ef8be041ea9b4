import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { InitContainer } from '../../core/model/container';
import { maxReplicas } from '../../core/model/scaling';
import { WORKLOAD_DEFAULTS } from '../defaults';
import type { ContextOf, WorkloadContext } from '../workload-props';
import { headlessServiceName } from './services';

/** Name of the init container that a quorum's members are prepared by. */
const BOOTSTRAP_CONTAINER = 'bootstrap';

/** Environment variables that tell a member of a quorum of the others. */
export const QUORUM_VARIABLES = ['QUORUM_MEMBERS', 'QUORUM_SIZE', 'POD_NAME'] as const;

/** Environment variables by which members of a quorum know each other; none where there is no quorum. */
export function quorumVariables(context: WorkloadContext): k8s.EnvVar[] {
  if (context.kind !== 'StatefulSet' || context.quorum === undefined) return [];
  const members = memberAddresses(context, context.quorum.port);
  return [
    { name: 'QUORUM_MEMBERS', value: members.join() },
    { name: 'QUORUM_SIZE', value: String(members.length) },
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
  ];
}

/** The container that runs before each member, last of the init containers, by its name; none where there is none. */
export function bootstrapContainer(context: WorkloadContext): Readonly<Record<string, InitContainer<string>>> {
  const bootstrap = context.kind === 'StatefulSet' ? context.quorum?.bootstrap : undefined;
  return bootstrap === undefined ? {} : { [BOOTSTRAP_CONTAINER]: bootstrap };
}

/** Host name and port of each member, in order. The port is the container's: no Service is between. */
function memberAddresses(context: ContextOf<'StatefulSet'>, portName: string): readonly string[] {
  const { name, namespace, ports, replicas = WORKLOAD_DEFAULTS.replicas } = context;
  const domain = `${headlessServiceName(name)}.${namespace}.svc.cluster.local`;
  const port = ports[portName]?.containerPort ?? 0;
  return Array.from({ length: maxReplicas(replicas) }, (_, index) => `${name}-${index}.${domain}:${port}`);
}
