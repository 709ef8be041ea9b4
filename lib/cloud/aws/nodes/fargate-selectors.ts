import type { EksFargateProfileSelector } from '@cdktf/provider-aws/lib/eks-fargate-profile';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { isDnsLabel } from '../../../core/names';
import { labelKeyRefusal, labelValueRefusal, repeatedRefusal } from './kubernetes-labels';

/** https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html */
const MAX_SELECTORS = 5;
const MAX_LABELS = 5;
/** Any letters, and any one letter. */
const WILDCARDS = /[*?]/g;

/** Pods that run on Fargate: those of the namespace that have all the labels. `*` and `?` stand for any letters. */
export interface FargateSelector {
  readonly namespace: string;
  /**
   * Labels of the pods, five at most.
   *
   * @default - all pods of the namespace
   */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Selectors as the provider writes them, sorted, since their order means nothing. */
export function sortedSelectors(selectors: readonly FargateSelector[]): EksFargateProfileSelector[] {
  return selectors
    .map(({ namespace, labels }) => ({
      namespace,
      ...(labels === undefined ? {} : { labels: Object.fromEntries(Object.entries(labels).sort(byKey)) }),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Refuses selectors that EKS would. */
export function selectorRefusals(selectors: readonly FargateSelector[]): readonly (Refusal | undefined)[] {
  const property = 'selectors';
  const count = selectors.length;
  return [
    count === 0 ? { property, rule: 'must hold one at least', got: selectors } : undefined,
    count > MAX_SELECTORS
      ? { property, rule: `must be at most ${MAX_SELECTORS}`, got: count, remedy: 'make another profile' }
      : undefined,
    ...selectors.flatMap(({ namespace, labels = {} }) => [
      namespaceRefusal(namespace),
      ...Object.entries(labels).flatMap(([key, value]) => labelRefusals(namespace, key, value)),
      Object.keys(labels).length > MAX_LABELS
        ? {
            property: `${property}.${namespace}.labels`,
            rule: `must be at most ${MAX_LABELS}`,
            got: Object.keys(labels).length,
          }
        : undefined,
    ]),
    repeatedRefusal(
      property,
      sortedSelectors(selectors).map((selector) => JSON.stringify(selector)),
    ),
  ];
}

function namespaceRefusal(got: string): Refusal | undefined {
  if (Token.isUnresolved(got) || isDnsLabel(got.replace(WILDCARDS, 'x'))) return undefined;
  return { property: 'selectors.namespace', rule: 'must be a namespace, * and ? for any letters', got };
}

function labelRefusals(namespace: string, key: string, value: string): (Refusal | undefined)[] {
  const property = `selectors.${namespace}.labels`;
  return [
    labelKeyRefusal(property, key.replace(WILDCARDS, 'x')),
    labelValueRefusal(`${property}.${key}`, Token.isUnresolved(value) ? value : value.replace(WILDCARDS, 'x')),
  ];
}

function byKey([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : 1;
}
