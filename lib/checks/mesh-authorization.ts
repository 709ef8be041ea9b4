import type { Manifest, ManifestFile } from '../core/manifest';
import { isRecord, list, text, texts, value } from './output';
import { namespaceOf } from './pods';

/** Namespace whose policies hold for the whole mesh. */
const ROOT_NAMESPACE = 'istio-system';

const INJECTION_LABEL = 'sidecar.istio.io/inject';

/** Pods as the mesh knows them. */
interface MeshPods {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A connection as the mesh sees it: who by service account, to which labels, on which port. */
export interface MeshFlow {
  readonly from: MeshPods & { readonly serviceAccount: string };
  readonly to: MeshPods;
  readonly port: number;
  /** What a rule counts as that asks for more than who and where, such as a token: whether it lets through. */
  readonly inDoubt: boolean;
}

/** How far a rule has to hold before it counts as one. */
interface Reading {
  /** A rule for some methods, paths or hosts counts. */
  readonly partly: boolean;
  /** A rule with a condition that only a request can tell counts. */
  readonly inDoubt: boolean;
}

/**
 * Reads Istio's policies, and says whether they let a connection through, on one method and path at least. Pods without
 * a proxy are guarded by none. Otherwise no DENY policy may name the connection; with no ALLOW policy on the target all
 * is let through; with one, only what a rule names. A CUSTOM policy asks somebody else besides, request by request.
 * Which policies are about whom is found once, since every pair of pods asks for it.
 */
export function meshJudge(files: readonly ManifestFile[]): (flow: MeshFlow) => boolean {
  const known = new WeakMap<MeshPods, readonly Manifest[]>();
  const about = (pods: MeshPods): readonly Manifest[] => {
    const all = files.map(({ manifest }) => manifest);
    const policies = known.get(pods) ?? (hasProxy(files, pods) ? all.filter((it) => applies(it, pods)) : []);
    known.set(pods, policies);
    return policies;
  };
  const rulesOf = (policy: Manifest): readonly unknown[] => list(policy, 'spec', 'rules');
  return (flow) => {
    const policies = about(flow.to);
    const denying = policies.filter((policy) => actionOf(policy) === 'DENY').flatMap(rulesOf);
    if (denying.some((rule) => names(rule, flow, { partly: false, inDoubt: !flow.inDoubt }))) return false;
    const allowing = policies.filter((policy) => actionOf(policy) === 'ALLOW');
    if (allowing.length === 0) return true;
    return allowing.flatMap(rulesOf).some((rule) => names(rule, flow, { partly: true, inDoubt: flow.inDoubt }));
  };
}

/** Whether Istio's policies let a single connection through. */
export function allowedByMesh(files: readonly ManifestFile[], flow: MeshFlow): boolean {
  return meshJudge(files)(flow);
}

function hasProxy(files: readonly ManifestFile[], { namespace, labels }: MeshPods): boolean {
  if (labels[INJECTION_LABEL] !== undefined) return labels[INJECTION_LABEL] === 'true';
  const found = files.find(({ manifest }) => manifest.kind === 'Namespace' && manifest.metadata.name === namespace);
  const own = texts(found?.manifest, 'metadata', 'labels');
  return own['istio-injection'] === 'enabled' || (own['istio-injection'] === undefined && 'istio.io/rev' in own);
}

/** Policies with `targetRefs` are about gateways and waypoints, never about sidecars. */
function applies(manifest: Manifest, to: MeshPods): boolean {
  return (
    manifest.kind === 'AuthorizationPolicy' &&
    [to.namespace, ROOT_NAMESPACE].includes(namespaceOf(manifest)) &&
    value(manifest, 'spec', 'targetRef') === undefined &&
    value(manifest, 'spec', 'targetRefs') === undefined &&
    Object.entries(texts(manifest, 'spec', 'selector', 'matchLabels')).every(
      ([key, wanted]) => to.labels[key] === wanted,
    )
  );
}

function actionOf(policy: Manifest): string {
  return text(policy, 'spec', 'action') ?? 'ALLOW';
}

function names(rule: unknown, flow: MeshFlow, { partly, inDoubt }: Reading): boolean {
  const { namespace, serviceAccount, labels } = flow.from;
  // Who has no proxy proves nothing of itself.
  const source =
    labels[INJECTION_LABEL] === 'false'
      ? { principals: '', namespaces: '' }
      : { principals: `cluster.local/ns/${namespace}/sa/${serviceAccount}`, namespaces: namespace };
  const some = (entries: readonly unknown[], holds: (entry: unknown) => boolean): boolean =>
    entries.length === 0 || entries.some(holds);
  return (
    some(list(rule, 'from'), (entry) => holds(value(entry, 'source'), source, inDoubt)) &&
    some(list(rule, 'to'), (entry) => holds(value(entry, 'operation'), { ports: String(flow.port) }, partly)) &&
    (list(rule, 'when').length === 0 || inDoubt)
  );
}

/** Whether every field of a source or an operation holds; of a field that we know nothing of, `otherwise` does. */
function holds(fields: unknown, known: Readonly<Record<string, string>>, otherwise: boolean): boolean {
  if (!isRecord(fields)) return true;
  return Object.keys(fields).every((field) => {
    const patterns = list(fields, field);
    if (patterns.length === 0) return true;
    const negated = /^not[A-Z]/.test(field);
    const actual = known[negated ? field.charAt(3).toLowerCase() + field.slice(4) : field];
    if (actual === undefined) return otherwise;
    return patterns.some((pattern) => matches(String(pattern), actual)) !== negated;
  });
}

/** Istio's own patterns: the whole, a beginning `x*`, an end `*x`, or `*` for anything. */
function matches(pattern: string, actual: string): boolean {
  if (pattern.startsWith('*')) return actual.endsWith(pattern.slice(1));
  return pattern.endsWith('*') ? actual.startsWith(pattern.slice(0, -1)) : actual === pattern;
}
