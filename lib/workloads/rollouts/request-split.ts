import { servicePort, type Ports } from '../../core/model/port';
import type { MeshSplitting } from '../../platform/mesh/traffic-split';
import type { WorkloadContext } from '../workload-props';

/** Requests that a mesh can share out between two versions of a workload. */
export interface RequestSplit {
  readonly splitting: MeshSplitting;
  /** Ports of the Service that requests are sent to, by name. */
  readonly ports: Readonly<Record<string, number>>;
}

/** What of a workload's traffic a mesh can share out; undefined where no mesh does, or the workload gets no requests. */
export function requestSplit({ mesh, ports }: WorkloadContext): RequestSplit | undefined {
  const splitting = mesh?.splitting;
  const requested = requestPorts(ports);
  return splitting === undefined || Object.keys(requested).length === 0 ? undefined : { splitting, ports: requested };
}

/** Ports of the Service over which requests come, by name: those that speak HTTP or gRPC. */
export function requestPorts(ports: Ports): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(ports)
      .filter(([, { protocol }]) => protocol === 'http' || protocol === 'grpc')
      .map(([name, port]) => [name, servicePort(port)]),
  );
}

/** Name of the one port whose traffic Flagger moves: the first over which requests come, else the first of all. */
export function flaggerPort(ports: Ports): string | undefined {
  return Object.keys(requestPorts(ports))[0] ?? Object.keys(ports)[0];
}
