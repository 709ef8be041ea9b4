import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { labelKeyRefusal, labelValueRefusal, repeatedRefusal } from './kubernetes-labels';

/** What EKS refuses in labels, wherever in the prefix. https://github.com/aws/containers-roadmap/issues/1451 */
const RESERVED = /(^|[.])(kubernetes\.io|k8s\.io|eks\.amazonaws\.com)\//;
/** https://docs.aws.amazon.com/eks/latest/userguide/node-taints-managed-node-groups.html */
const MAX_TAINTS = 50;

/** Keeps pods away that do not tolerate it. */
export interface NodeTaint {
  readonly key: string;
  readonly value: string;
  readonly effect: 'NO_SCHEDULE' | 'PREFER_NO_SCHEDULE' | 'NO_EXECUTE';
}

/** The part of a node group's options that has to do with what finds its way to the nodes. */
export interface EksNodeSchedulingOptions {
  /**
   * Kubernetes labels of the nodes, for pods to choose them by: the name of a group changes with its machines.
   *
   * @default {}
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Taints of the nodes, 50 at most. One group of a cluster has to be without, since the add-ons have to run
   * somewhere.
   *
   * @default []
   */
  readonly taints?: readonly NodeTaint[];
}

/** Sorted, since their order means nothing. */
export function sortedTaints(taints: readonly NodeTaint[] = []): NodeTaint[] {
  const text = ({ key, effect }: NodeTaint): string => `${key}:${effect}`;
  return [...taints]
    .sort((a, b) => (text(a) < text(b) ? -1 : 1))
    .map(({ key, value, effect }) => ({ key, value, effect }));
}

/** Refuses labels and taints that EKS would, or that would say two things at once. */
export function schedulingRefusals(options: EksNodeSchedulingOptions): readonly (Refusal | undefined)[] {
  const { labels = {}, taints = [] } = options;
  return [
    ...Object.entries(labels).flatMap(([key, value]) => [nodeLabelRefusal(key), nodeLabelValueRefusal(key, value)]),
    ...taints.flatMap(({ key, value }) => [labelKeyRefusal('taints', key), labelValueRefusal('taints', value)]),
    repeatedRefusal(
      'taints',
      taints.map(({ key, effect }) => `${key}:${effect}`),
    ),
    taints.length > MAX_TAINTS
      ? { property: 'taints', rule: `must be at most ${MAX_TAINTS}`, got: taints.length }
      : undefined,
  ];
}

function nodeLabelRefusal(key: string): Refusal | undefined {
  if (!Token.isUnresolved(key) && RESERVED.test(key)) {
    const rule = 'must not hold keys that Kubernetes and EKS keep for themselves';
    return { property: 'labels', rule, got: key, remedy: 'choose a prefix of your own, such as example.com/' };
  }
  return labelKeyRefusal('labels', key);
}

/** Kubernetes takes a label without a value, EKS does not. */
function nodeLabelValueRefusal(key: string, value: string): Refusal | undefined {
  const property = `labels.${key}`;
  if (value !== '') return labelValueRefusal(property, value);
  return { property, rule: 'must have a value, which EKS asks for', got: value, remedy: "set it to 'true'" };
}
