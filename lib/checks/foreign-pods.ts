import type { NamespaceConnection } from '../core/model/connection';
import type { SystemModel } from '../core/model/system-model';
import type { Rights } from './destinations';
import type { Endpoint } from './network-policies';

/** Stands for every port that nobody thinks of. */
const OTHER_PORT = 65535;

/** The OpenTelemetry collector, as our monitoring add-on names it, with its ports by the protocol of traces. */
const COLLECTOR = { namespace: 'monitoring', labels: { 'app.kubernetes.io/name': 'opentelemetry-collector' } } as const;
const COLLECTOR_PORTS = { grpc: 4317, 'http/protobuf': 4318 } as const;

/** Pods that are not ours, and one port of theirs. */
export interface ForeignPods extends Endpoint {
  /** As a finding names them. */
  readonly name: string;
  readonly port: number;
}

/** The collector, pods of other namespaces that services connect to, those beside them, and some that nobody knows. */
export function foreignPods({ services }: SystemModel): readonly ForeignPods[] {
  const connected = Object.values(services).flatMap(({ connectsTo = [] }) => connectsTo.filter(isForeign));
  const unknown = { name: 'a pod of another namespace', namespace: 'elsewhere', labels: {} };
  return [
    ...Object.values(COLLECTOR_PORTS).map((port) => ({ name: 'the collector', ...COLLECTOR, port })),
    ...connected.flatMap(({ namespace, labels = {}, serviceName, portNumber }) => [
      { name: `${serviceName} in ${namespace}`, namespace, labels, port: portNumber },
      { name: `${serviceName} in ${namespace}`, namespace, labels, port: OTHER_PORT },
      { name: `a pod beside ${serviceName} in ${namespace}`, namespace, labels: {}, port: portNumber },
    ]),
    { ...unknown, port: 443 },
    { ...unknown, port: OTHER_PORT },
  ];
}

/** Whether the model has a service reach a port of pods that are not ours: it connects to them, or sends them traces. */
export function reachesForeign({ connectsTo = [], telemetry }: Rights, to: ForeignPods): boolean {
  const { traces } = telemetry ?? {};
  const sends = traces === undefined ? [] : [{ ...COLLECTOR, portNumber: COLLECTOR_PORTS[traces.protocol ?? 'grpc'] }];
  return [...connectsTo.filter(isForeign), ...sends].some(({ namespace, labels = {}, portNumber }) => {
    const labelled = Object.entries(labels).every(([key, wanted]) => to.labels[key] === wanted);
    return namespace === to.namespace && portNumber === to.port && labelled;
  });
}

function isForeign(connection: object): connection is NamespaceConnection {
  return 'namespace' in connection;
}
