import { INGRESS_GATEWAY, INGRESS_NAMESPACE, type SystemModel } from '../core/model/system-model';
import type { Endpoint } from './network-policies';
import { text } from './output';
import type { Pods } from './pods';

/** A namespace that nobody has heard of. */
const ELSEWHERE = 'elsewhere';

/** Somebody who may open a connection, as the network and the mesh know them. */
export interface Caller extends Endpoint {
  /** As a finding names it. */
  readonly name: string;
  readonly serviceAccount: string;
  /** Names of the ports of a service that the model lets the caller reach. */
  readonly mayReach: (service: string) => readonly string[];
}

/** Everybody whose connections are looked at: the services, the gateway, and strangers of every kind. */
export function callers(model: SystemModel, services: readonly Pods[]): readonly Caller[] {
  const known = services.map((pod) => serviceCaller(model, pod));
  return [...known, gatewayCaller(model), ...strangers(model, known)];
}

function serviceCaller(model: SystemModel, { name, namespace, labels, spec }: Pods): Caller {
  const serviceAccount = text(spec, 'serviceAccountName') ?? 'default';
  const mayReach = (service: string): readonly string[] =>
    (model.services[name]?.connectsTo ?? []).flatMap((connection) =>
      'service' in connection && connection.service === service ? [connection.port] : [],
    );
  return { name, namespace, labels, serviceAccount, mayReach };
}

function gatewayCaller(model: SystemModel): Caller {
  const mayReach = (service: string): readonly string[] =>
    (model.services[service]?.exposure ?? []).map(({ port }) => port);
  return { name: 'the ingress gateway', namespace: INGRESS_NAMESPACE, ...INGRESS_GATEWAY, mayReach };
}

/** Pods that have no business here, and pods that look like a service or the gateway in one respect only. */
function strangers({ namespace }: SystemModel, known: readonly Caller[]): readonly Caller[] {
  const stranger = (name: string, at: string, labels = {}, serviceAccount = 'default'): Caller => ({
    ...{ name, namespace: at, labels, serviceAccount },
    mayReach: () => [],
  });
  return [
    stranger('an unknown pod of its namespace', namespace),
    stranger('a pod of another namespace', ELSEWHERE),
    stranger('a pod beside the ingress gateway', INGRESS_NAMESPACE),
    stranger(
      'a pod that poses as the ingress gateway',
      ELSEWHERE,
      INGRESS_GATEWAY.labels,
      INGRESS_GATEWAY.serviceAccount,
    ),
    ...known.map(({ name, labels, serviceAccount }) =>
      stranger(`a pod that poses as ${name}`, ELSEWHERE, labels, serviceAccount),
    ),
  ];
}
