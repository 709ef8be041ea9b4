import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Ports } from '../../core/model/port';
import type { Probe, Probes } from '../../core/model/probe';

/** The probes of a container as Kubernetes writes them. */
export function containerProbes(
  probes: Probes,
  ports: Ports,
): Pick<k8s.Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe'> {
  const { startup, readiness, liveness } = probes;
  return {
    ...(startup === undefined ? {} : { startupProbe: probe(startup, ports) }),
    ...(readiness === undefined ? {} : { readinessProbe: probe(readiness, ports) }),
    ...(liveness === undefined ? {} : { livenessProbe: probe(liveness, ports) }),
  };
}

function probe({ httpGet, tcpSocket, grpc, exec, ...timing }: Probe, ports: Ports): k8s.Probe {
  return {
    ...(httpGet === undefined
      ? {}
      : { httpGet: { path: httpGet.path, port: k8s.IntOrString.fromString(httpGet.port) } }),
    ...(tcpSocket === undefined ? {} : { tcpSocket: { port: k8s.IntOrString.fromString(tcpSocket.port) } }),
    // Kubernetes takes a number here, where the other probes take a name.
    ...(grpc === undefined ? {} : { grpc: { ...grpc, port: ports[grpc.port]?.containerPort ?? 0 } }),
    ...(exec === undefined ? {} : { exec: { command: [...exec.command] } }),
    ...timing,
  };
}
