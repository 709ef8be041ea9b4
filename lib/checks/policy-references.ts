import { NAMESPACE_LABEL } from '../core/labels';
import type { Manifest } from '../core/manifest';
import { ciliumSpecs, withoutSources } from './cilium';
import type { ClusterIndex } from './cluster-index';
import { list, texts, value } from './output';
import { namespaceOf } from './pods';

const PRINCIPAL = /^cluster\.local\/ns\/([^/]+)\/sa\/([^/]+)$/;

/** What a policy selects or names among pods that we write; pods of other namespaces come with their add-ons. */
export function policyReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  switch (manifest.kind) {
    case 'NetworkPolicy':
      return [...ownPods(index, manifest, value(manifest, 'spec', 'podSelector')), ...peers(index, manifest)];
    case 'FQDNNetworkPolicy':
      return ownPods(index, manifest, value(manifest, 'spec', 'podSelector'));
    case 'CiliumNetworkPolicy':
      return ciliumSpecs(manifest).flatMap((spec) =>
        ownPods(index, manifest, withoutSources(value(spec, 'endpointSelector'))),
      );
    default:
      return [...ownPods(index, manifest, value(manifest, 'spec', 'selector')), ...principals(index, manifest)];
  }
}

function ownPods(index: ClusterIndex, manifest: Manifest, selector: unknown): readonly string[] {
  const namespace = namespaceOf(manifest);
  const labels = Object.keys(texts(selector, 'matchLabels'));
  const everyPod = labels.length + list(selector, 'matchExpressions').length === 0;
  if (everyPod || !index.hasPods(namespace)) return [];
  return index.selected(namespace, selector).length > 0 ? [] : ['selects no pods'];
}

function peers(index: ClusterIndex, manifest: Manifest): readonly string[] {
  const all = [
    ...list(manifest, 'spec', 'ingress').flatMap((rule) => list(rule, 'from')),
    ...list(manifest, 'spec', 'egress').flatMap((rule) => list(rule, 'to')),
  ];
  return all.flatMap((peer) => {
    const namespaces = value(peer, 'namespaceSelector');
    const named = texts(namespaces, 'matchLabels')[NAMESPACE_LABEL];
    const namespace = namespaces === undefined ? namespaceOf(manifest) : named;
    const selector = value(peer, 'podSelector');
    if (selector === undefined || namespace === undefined || !index.hasPods(namespace)) return [];
    return index.selected(namespace, selector).length > 0 ? [] : [`names a peer in ${namespace} that is no pod there`];
  });
}

function principals(index: ClusterIndex, manifest: Manifest): readonly string[] {
  return list(manifest, 'spec', 'rules')
    .flatMap((rule) => list(rule, 'from'))
    .flatMap((from) => list(from, 'source', 'principals'))
    .flatMap((principal) => {
      const match = PRINCIPAL.exec(String(principal));
      const [namespace, account] = [match?.[1] ?? '', match?.[2] ?? ''];
      if (!index.hasPods(namespace) || index.find('ServiceAccount', namespace, account) !== undefined) return [];
      return [`names principal ${String(principal)}, whose service account is not written`];
    });
}
