import { list, text, texts, value } from '../../lib/checks/output';
import { containerPorts, type Pods, pods } from '../../lib/checks/pods';
import { SERVICE_LABEL } from '../../lib/core/labels';
import type { ManifestFile } from '../../lib/core/manifest';
import {
  INGRESS_GATEWAY,
  INGRESS_NAMESPACE,
  serviceNamespaces,
  type SystemModel,
} from '../../lib/core/model/system-model';
import type { Actor, Role } from './declared';

/** Everybody who is on or around a cluster: its pods as they are written, add-ons, strangers, and what lies outside. */
export function actorsOf(model: SystemModel, files: readonly ManifestFile[]): readonly Actor[] {
  let next = 0;
  const pod = (
    name: string,
    role: Role,
    namespace: string,
    labels: Readonly<Record<string, string>>,
    portNames: Readonly<Record<string, number>> = {},
  ): Actor => ({ name, role, address: address(next++), pod: { namespace, labels, portNames } });
  const services = pods(files).flatMap((it) => {
    const service = model.services[it.labels[SERVICE_LABEL] ?? ''];
    return service === undefined || value(it.spec, 'hostNetwork') === true
      ? []
      : [pod(it.name, { kind: 'service', service }, it.namespace, it.labels, portNumbers(it))];
  });
  const impostors = services.map(({ name, pod: it }) =>
    pod(`a pod that poses as ${name}`, { kind: 'stranger' }, 'elsewhere', it?.labels ?? {}),
  );
  return [
    ...services,
    ...impostors,
    pod('the gateway', { kind: 'gateway' }, INGRESS_NAMESPACE, INGRESS_GATEWAY.labels),
    pod('prometheus', { kind: 'prometheus' }, 'monitoring', { [SERVICE_LABEL]: 'prometheus' }),
    pod('the collector', { kind: 'collector' }, 'monitoring', collectorLabels(files)),
    pod('kube-dns', { kind: 'dns' }, 'kube-system', { 'k8s-app': 'kube-dns' }),
    pod('istiod', { kind: 'control-plane' }, 'istio-system', { app: 'istiod' }),
    pod('a pod of another namespace', { kind: 'stranger' }, 'elsewhere', {}),
    ...serviceNamespaces(model).map((it) => pod(`an unknown pod of ${it}`, { kind: 'tenant' }, it, {})),
  ];
}

/** Places outside the cluster: hosts that some service names, and addresses that none does. */
export function outsideOf(hosts: readonly string[], privateAddress: string): readonly Actor[] {
  const outside = (name: string, at: string, hostName?: string): Actor => ({
    name,
    address: at,
    role: { kind: 'outside', ...(hostName === undefined ? {} : { hostName }) },
    ...(hostName === undefined ? {} : { hostName }),
  });
  return [
    ...hosts.map((host, index) => outside(host, `93.184.216.${index + 1}`, host.replace(/^\*/, 'any'))),
    outside('the internet', '198.51.100.1'),
    outside('a machine of the network', privateAddress),
    outside('a machine of another network', '172.20.0.9'),
    outside('the metadata server', '169.254.169.254'),
    outside('the Pod Identity agent', '169.254.170.23'),
  ];
}

/** The collector's pods, as policies that lead to it name them. */
function collectorLabels(files: readonly ManifestFile[]): Readonly<Record<string, string>> {
  const peers = files
    .filter(({ manifest }) => manifest.kind === 'NetworkPolicy')
    .flatMap(({ manifest }) => list(manifest, 'spec', 'egress'))
    .flatMap((rule) => list(rule, 'to'))
    .filter((peer) => text(peer, 'namespaceSelector', 'matchLabels', 'kubernetes.io/metadata.name') === 'monitoring');
  return { [SERVICE_LABEL]: 'otel-collector', ...texts(peers[0], 'podSelector', 'matchLabels') };
}

function portNumbers(pod: Pods): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(containerPorts(pod)).map(([name, { number }]) => [name, number]));
}

/** Addresses of pods, far from those of machines. */
function address(index: number): string {
  return `100.64.${Math.floor(index / 250)}.${(index % 250) + 1}`;
}
