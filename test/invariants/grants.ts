import { isRecord, list, text, value } from '../../lib/checks/output';
import type { Manifest } from '../../lib/core/manifest';
import { serviceNamespaces, type ServiceModel, type SystemModel } from '../../lib/core/model/system-model';

/**
 * A second reading of the policies, written apart from the checks: instead of asking of each connection whether it
 * is let through, it lists what each policy grants, as `who -> service:port`. It knows the forms that we write and
 * throws at any other.
 */

const SERVICE = 'app.kubernetes.io/name';
const NAMESPACE = 'kubernetes.io/metadata.name';

/** Who is who, besides the services. */
const OTHERS = [
  {
    name: 'gateway',
    namespace: 'istio-ingress',
    key: 'istio',
    label: 'ingressgateway',
    account: 'istio-ingressgateway',
  },
  { name: 'prometheus', namespace: 'monitoring', key: SERVICE, label: 'prometheus', account: 'prometheus' },
];

/** Port on which a proxy of the mesh tells Prometheus what it counted; it is no part of the mesh itself. */
const PROXY_METRICS_PORT = 15090;

/** What the model grants. */
interface ModelGrants {
  /** Connections and exposure. */
  readonly traffic: string[];
  /** Metrics of services, where somebody asks. */
  readonly scraping: string[];
  /** Metrics of proxies, by which a new version is judged. */
  readonly judging: string[];
}

/** What the model grants, each kind sorted. */
export function modelGrants({ services }: SystemModel): ModelGrants {
  const all = Object.values(services);
  const number = (service: string, port: string): string => String(services[service]?.ports?.[port]?.containerPort);
  const traffic = all.flatMap(({ name, connectsTo = [], exposure = [] }) => [
    ...connectsTo.flatMap((it) => ('service' in it ? [`${name} -> ${it.service}:${number(it.service, it.port)}`] : [])),
    ...exposure.map(({ port }) => `gateway -> ${name}:${number(name, port)}`),
  ]);
  const scraping = all.flatMap(({ name, telemetry }) =>
    telemetry?.metrics === undefined ? [] : [`prometheus -> ${name}:${number(name, telemetry.metrics.port)}`],
  );
  const judging = all.flatMap((service) =>
    isJudgedByRequests(service) ? [`prometheus -> ${service.name}:${PROXY_METRICS_PORT}`] : [],
  );
  return { traffic: sorted(traffic), scraping: sorted(scraping), judging: sorted(judging) };
}

function isJudgedByRequests(service: ServiceModel): boolean {
  const rollout = 'rollout' in service ? service.rollout : undefined;
  const metrics = rollout !== undefined && 'analysis' in rollout ? rollout.analysis.metrics : {};
  return Object.values(metrics).some((metric) => metric.kind !== 'prometheus');
}

/** Whether a service's pods take part in no mesh, as those in gVisor and those on the node's network. */
export function isMeshless(service: ServiceModel): boolean {
  const isOnHost = service.kind === 'DaemonSet' && service.host?.network === true;
  return isOnHost || service.placement?.sandbox === true;
}

/** What NetworkPolicies let in at services. */
export function ingressGrants(model: SystemModel, manifests: readonly Manifest[]): string[] {
  const own = manifests.filter((it) => it.kind === 'NetworkPolicy' && isOurs(model, it.metadata.namespace));
  return sorted(
    own.flatMap((policy) =>
      list(policy, 'spec', 'ingress').flatMap((rule) =>
        list(rule, 'from').flatMap((peer) =>
          ports(rule).map((port) => `${peerName(model, peer)} -> ${selectedService(policy)}:${port}`),
        ),
      ),
    ),
  );
}

/** What NetworkPolicies let out towards services. */
export function egressGrants(model: SystemModel, manifests: readonly Manifest[]): string[] {
  return sorted(
    manifests
      .filter((it) => it.kind === 'NetworkPolicy')
      .flatMap((policy) =>
        list(policy, 'spec', 'egress').flatMap((rule) =>
          list(rule, 'to')
            .filter((peer) => isRecord(peer) && !('ipBlock' in peer) && isOurs(model, peerNamespace(peer)))
            .flatMap((peer) =>
              ports(rule).map((port) => `${selectedCaller(policy)} -> ${peerName(model, peer)}:${port}`),
            ),
        ),
      ),
  );
}

/** What the mesh's policies allow at services. */
export function meshGrants(model: SystemModel, manifests: readonly Manifest[]): string[] {
  const own = manifests.filter((it) => it.kind === 'AuthorizationPolicy' && isOurs(model, it.metadata.namespace));
  return sorted(
    own.flatMap((policy) => {
      if ((value(policy, 'spec', 'action') ?? 'ALLOW') !== 'ALLOW') throw new Error('an action that is not ours');
      return list(policy, 'spec', 'rules').flatMap((rule) => {
        only(rule, ['from', 'to']);
        const principals = list(value(rule, 'from'), 'source', 'principals').map(String);
        const wanted = list(value(rule, 'to'), 'operation', 'ports').map(String);
        if (principals.length === 0 || wanted.length === 0) throw new Error('a rule for anybody or any port');
        return principals.flatMap((principal) =>
          wanted.map((port) => `${accountName(model, principal)} -> ${selectedService(policy)}:${port}`),
        );
      });
    }),
  );
}

/** Namespaces in which nothing passes that no policy grants, by the network. */
export function closedByNetwork(manifests: readonly Manifest[]): string[] {
  return sorted(
    manifests
      .filter((it) => it.kind === 'NetworkPolicy' && Object.keys(value(it, 'spec', 'podSelector') ?? {}).length === 0)
      .filter((it) => ['Ingress', 'Egress'].every((type) => list(it, 'spec', 'policyTypes').includes(type)))
      .map((it) => it.metadata.namespace ?? ''),
  );
}

/** Namespaces in which nothing passes that no policy grants, by the mesh. */
export function closedByMesh(manifests: readonly Manifest[]): string[] {
  return sorted(
    manifests
      .filter((it) => it.kind === 'AuthorizationPolicy' && Object.keys(value(it, 'spec') ?? {}).length === 0)
      .map((it) => it.metadata.namespace ?? ''),
  );
}

function isOurs(model: SystemModel, namespace: string | undefined): boolean {
  return namespace !== undefined && serviceNamespaces(model).includes(namespace);
}

function ports(rule: unknown): readonly number[] {
  const found = list(rule, 'ports').map((port) => value(port, 'port'));
  if (found.length === 0) throw new Error('a rule for any port');
  return found.map((port) => {
    if (typeof port !== 'number') throw new Error(`a port that is no number: ${String(port)}`);
    return port;
  });
}

function peerNamespace(peer: unknown): string {
  only(peer, ['namespaceSelector', 'podSelector']);
  const labels = value(peer, 'namespaceSelector', 'matchLabels');
  only(labels, [NAMESPACE]);
  return text(labels, NAMESPACE) ?? 'any namespace';
}

function peerName(model: SystemModel, peer: unknown): string {
  const namespace = peerNamespace(peer);
  const labels = value(peer, 'podSelector', 'matchLabels');
  if (isOurs(model, namespace)) return text(labels, SERVICE) ?? 'any pod';
  const other = OTHERS.find((it) => it.namespace === namespace && text(labels, it.key) === it.label);
  return other?.name ?? `somebody in ${namespace}`;
}

function accountName(model: SystemModel, principal: string): string {
  const [, namespace, account] = /^cluster\.local\/ns\/([\w-]+)\/sa\/([\w-]+)$/.exec(principal) ?? [];
  if (isOurs(model, namespace) && account !== undefined) return account;
  const other = OTHERS.find((it) => it.namespace === namespace && it.account === account);
  return other?.name ?? principal;
}

/** The service that a policy is about; or, where it is about a gateway's pods, the gateway. */
function selectedCaller(policy: Manifest): string {
  const labels = value(policy, 'spec', 'podSelector', 'matchLabels');
  const other = OTHERS.find((it) => it.namespace === policy.metadata.namespace && text(labels, it.key) === it.label);
  return other?.name ?? selectedService(policy);
}

function selectedService(policy: Manifest): string {
  const selector = value(policy, 'spec', 'podSelector') ?? value(policy, 'spec', 'selector');
  only(selector, ['matchLabels']);
  only(value(selector, 'matchLabels'), [SERVICE]);
  return text(value(selector, 'matchLabels'), SERVICE) ?? 'any pod';
}

function only(fields: unknown, known: readonly string[]): void {
  const unknown = Object.keys(fields ?? {}).filter((field) => !known.includes(field));
  if (unknown.length > 0) throw new Error(`a form that is not ours: ${unknown.join(', ')}`);
}

function sorted(grants: readonly string[]): string[] {
  return [...new Set(grants)].sort();
}
