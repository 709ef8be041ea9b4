import type { Acceptance } from '../core/model/connection';
import { INGRESS_GATEWAY, INGRESS_NAMESPACE, serviceNamespaces, type SystemModel } from '../core/model/system-model';
import type { Endpoint } from './network-policies';
import { text } from './output';
import type { ServicePods } from './service-pods';

/** A namespace that nobody has heard of. */
const ELSEWHERE = 'elsewhere';

/** Prometheus, as our monitoring add-on names it. */
const PROMETHEUS = {
  namespace: 'monitoring',
  labels: { 'app.kubernetes.io/name': 'prometheus' },
  serviceAccount: 'prometheus',
} as const;

/** What decides on a connection: the network by labels, the mesh by service accounts. */
export type Guard = 'network policies' | 'mesh authorisation';

/** Somebody who may open a connection, as the network and the mesh know them. */
export interface Caller extends Endpoint {
  /** As a finding names it. */
  readonly name: string;
  readonly serviceAccount: string;
  /** Names of the ports of a service that the model has a guard let the caller reach. */
  readonly mayReach: (service: string, guard: Guard) => readonly string[];
}

/** How somebody looks from outside. */
type Look = Omit<Caller, 'mayReach'>;

/** Everybody whose connections are looked at: the services, the gateway, Prometheus, whoever is accepted, and strangers. */
export function callers(model: SystemModel, services: readonly ServicePods[]): readonly Caller[] {
  const known = services.map((pod) => serviceCaller(model, pod));
  const gateway = caller(
    model,
    { name: 'the ingress gateway', namespace: INGRESS_NAMESPACE, ...INGRESS_GATEWAY },
    (service) => (model.services[service]?.exposure ?? []).map(({ port }) => port),
  );
  const prometheus = caller(model, { name: 'Prometheus', ...PROMETHEUS }, (service) => {
    const metrics = model.services[service]?.telemetry?.metrics;
    return metrics === undefined ? [] : [metrics.port];
  });
  const looks = [...strangers(model, [...known, gateway, prometheus]), ...acceptedCallers(model)];
  return [...known, gateway, prometheus, ...looks.map((look) => caller(model, look))];
}

/** Somebody with what the model says of them in particular, and what services accept of whoever looks like them. */
function caller({ services }: SystemModel, look: Look, own: (service: string) => readonly string[] = () => []): Caller {
  const mayReach: Caller['mayReach'] = (service, guard) => [
    ...own(service),
    ...(services[service]?.acceptsFrom ?? []).filter((it) => isAccepted(it, look, guard)).map(({ port }) => port),
  ];
  return { ...look, mayReach };
}

function isAccepted({ namespace, labels = {}, serviceAccount }: Acceptance, look: Look, guard: Guard): boolean {
  if (namespace !== look.namespace) return false;
  return guard === 'network policies'
    ? Object.entries(labels).every(([key, wanted]) => look.labels[key] === wanted)
    : serviceAccount === look.serviceAccount;
}

function serviceCaller(model: SystemModel, { service: own, namespace, labels, spec }: ServicePods): Caller {
  const serviceAccount = text(spec, 'serviceAccountName') ?? 'default';
  return caller(model, { name: own.name, namespace, labels, serviceAccount }, (service) =>
    (own.connectsTo ?? []).flatMap((connection) =>
      'service' in connection && connection.service === service ? [connection.port] : [],
    ),
  );
}

/** Pods that have no business here, and pods that look like somebody in one respect only. */
function strangers(model: SystemModel, known: readonly Look[]): readonly Look[] {
  const [own = '', ...others] = serviceNamespaces(model);
  return [
    stranger('an unknown pod of its namespace', own),
    ...others.map((namespace) => stranger(`an unknown pod of ${namespace}`, namespace)),
    stranger('a pod of another namespace', ELSEWHERE),
    stranger('a pod beside the ingress gateway', INGRESS_NAMESPACE),
    stranger('a pod beside Prometheus', PROMETHEUS.namespace),
    ...known.map((look) => ({ ...look, name: `a pod that poses as ${look.name}`, namespace: ELSEWHERE })),
  ];
}

/** Whom services accept from other namespaces, who stands beside them, and who looks like them in one respect only. */
function acceptedCallers({ services }: SystemModel): readonly Look[] {
  return Object.values(services).flatMap(({ name, acceptsFrom = [] }) =>
    acceptsFrom.flatMap(({ namespace, labels = {}, serviceAccount }) => {
      const they = `whom ${name} accepts from ${namespace}`;
      return [
        stranger(they, namespace, labels, serviceAccount),
        stranger(`a pod beside those ${they}`, namespace),
        stranger(`a pod with the labels of those ${they}`, namespace, labels),
        stranger(`a pod with the service account of those ${they}`, namespace, {}, serviceAccount),
        stranger(`a pod that poses as those ${they}`, ELSEWHERE, labels, serviceAccount),
      ];
    }),
  );
}

function stranger(
  name: string,
  namespace: string,
  labels: Readonly<Record<string, string>> = {},
  serviceAccount = 'default',
): Look {
  return { name, namespace, labels, serviceAccount };
}
