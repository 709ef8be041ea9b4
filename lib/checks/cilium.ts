import type { Manifest } from '../core/manifest';
import { isRecord, list, texts } from './output';

/** Where a label comes from, which Cilium lets stand before its key: `k8s:app`. */
const SOURCE = /^(k8s|any):/;

/** The rules of a CiliumNetworkPolicy, which has one of them or several. */
export function ciliumSpecs(policy: Manifest): readonly unknown[] {
  return [...list(policy, 'spec'), ...list(policy, 'specs')];
}

/** A selector of Cilium's as Kubernetes would write it. */
export function withoutSources(selector: unknown): unknown {
  if (!isRecord(selector)) return selector;
  const matchLabels = Object.entries(texts(selector, 'matchLabels')).map(([key, own]) => [
    key.replace(SOURCE, ''),
    own,
  ]);
  const matchExpressions = list(selector, 'matchExpressions').map((expression) =>
    isRecord(expression) ? { ...expression, key: String(expression['key']).replace(SOURCE, '') } : expression,
  );
  return { matchLabels: Object.fromEntries(matchLabels) as unknown, matchExpressions };
}
