import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { resourceNameRefusal } from '../resource-name';

const KEY = /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
/**
 * What Kubernetes keeps for itself, but for the two prefixes that a node may label itself with, and what GKE does.
 * https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction
 */
const RESERVED =
  /^(?!(node|kubelet)\.kubernetes\.io\/)([-a-z0-9.]+\.)?(kubernetes|k8s)\.io\/|^cloud\.google\.com\/gke-/;
const MAX_TAG_LENGTH = 63;
/** https://cloud.google.com/vpc/docs/add-remove-network-tags#restrictions */
const MAX_TAGS = 64;

/** Keeps pods away that do not ask for the node. */
export interface GkeTaint {
  readonly key: string;
  readonly value: string;
  readonly effect: 'NO_SCHEDULE' | 'PREFER_NO_SCHEDULE' | 'NO_EXECUTE';
}

/** The part of a node pool's options that has to do with what finds its way to the nodes. */
export interface GkeNodeSchedulingOptions {
  /**
   * Kubernetes labels of the nodes, for pods to choose them by: the name of a pool changes with its machines.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Taints of the nodes, beside those that GKE adds for GPUs and gVisor. One pool of a cluster has to be without, since
   * GKE's own pods have to run somewhere.
   *
   * @default - none
   */
  readonly taints?: readonly GkeTaint[];
  /**
   * Network tags of the nodes, beside the one that the network's own firewall rules go by.
   *
   * @default - none
   */
  readonly tags?: readonly string[];
}

/** Sorted, since their order means nothing, and a changed order would be a change in the plan. */
export function sortedTaints(taints: readonly GkeTaint[] = []): GkeTaint[] {
  const text = ({ key, effect }: GkeTaint): string => `${key}:${effect}`;
  return [...taints].sort((a, b) => (text(a) < text(b) ? -1 : 1)).map((taint) => ({ ...taint }));
}

/** Refuses labels, taints and tags that GKE would, or that would say two things at once. */
export function schedulingRefusals(options: GkeNodeSchedulingOptions): (Refusal | undefined)[] {
  const { labels = {}, taints = [], tags = [] } = options;
  return [
    ...Object.entries(labels).flatMap(([key, value]) => [labelKeyRefusal(key), valueRefusal(`labels.${key}`, value)]),
    ...taints.flatMap(({ key, value }) => [keyRefusal('taints', key), valueRefusal('taints', value)]),
    repeatedRefusal(
      'taints',
      taints.map(({ key, effect }) => `${key}:${effect}`),
    ),
    ...tags.map((tag) => resourceNameRefusal('tags', tag, MAX_TAG_LENGTH)),
    repeatedRefusal('tags', tags),
    // The network's own tag is one of them.
    tags.length >= MAX_TAGS
      ? { property: 'tags', rule: `must be at most ${MAX_TAGS - 1}`, got: tags.length }
      : undefined,
  ];
}

function labelKeyRefusal(key: string): Refusal | undefined {
  if (!Token.isUnresolved(key) && RESERVED.test(key)) {
    const rule = 'must not hold keys that Kubernetes and GKE keep for themselves';
    return { property: 'labels', rule, got: key, remedy: 'choose a prefix of your own, such as example.com/' };
  }
  return keyRefusal('labels', key);
}

function keyRefusal(property: string, key: string): Refusal | undefined {
  if (Token.isUnresolved(key) || KEY.test(key)) return undefined;
  return { property, rule: 'must have keys as Kubernetes has them, such as example.com/team', got: key };
}

function valueRefusal(property: string, value: string): Refusal | undefined {
  if (Token.isUnresolved(value) || VALUE.test(value)) return undefined;
  const rule = 'must have values of at most 63 letters, digits, dots, dashes and underscores';
  return { property, rule, got: value };
}

function repeatedRefusal(property: string, names: readonly string[]): Refusal | undefined {
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  return repeated === undefined ? undefined : { property, rule: 'must name each once', got: repeated };
}
