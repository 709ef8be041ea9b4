import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Probe, Probes } from '../core/model/probe';

/** The probes of a container as Kubernetes writes them. */
export function containerProbes(
  probes: Probes,
): Pick<k8s.Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe'> {
  const { startup, readiness, liveness } = probes;
  return {
    ...(startup === undefined ? {} : { startupProbe: probe(startup) }),
    ...(readiness === undefined ? {} : { readinessProbe: probe(readiness) }),
    ...(liveness === undefined ? {} : { livenessProbe: probe(liveness) }),
  };
}

function probe({ httpGet, tcpSocket, exec, ...timing }: Probe): k8s.Probe {
  return {
    ...(httpGet === undefined
      ? {}
      : { httpGet: { path: httpGet.path, port: k8s.IntOrString.fromString(httpGet.port) } }),
    ...(tcpSocket === undefined ? {} : { tcpSocket: { port: k8s.IntOrString.fromString(tcpSocket.port) } }),
    ...(exec === undefined ? {} : { exec: { command: [...exec.command] } }),
    ...timing,
  };
}
