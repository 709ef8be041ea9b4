import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

const KEY = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
/** EKS counts the prefix of a key, too. https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html */
const MAX_LENGTH = 63;

/** Refuses what is no key of a label or a taint. */
export function labelKeyRefusal(property: string, key: string): Refusal | undefined {
  if (Token.isUnresolved(key) || (key.length <= MAX_LENGTH && KEY.test(key))) return undefined;
  const rule = `must have keys as Kubernetes has them, such as example.com/team, ${MAX_LENGTH} characters at most`;
  return { property, rule, got: key };
}

/** Refuses what is no value of a label or a taint. */
export function labelValueRefusal(property: string, value: string): Refusal | undefined {
  if (Token.isUnresolved(value) || (value.length <= MAX_LENGTH && VALUE.test(value))) return undefined;
  const rule = `must have values of at most ${MAX_LENGTH} letters, digits, dots, dashes and underscores`;
  return { property, rule, got: value };
}

/** Refuses names that are there twice. */
export function repeatedRefusal(property: string, names: readonly string[]): Refusal | undefined {
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  return repeated === undefined ? undefined : { property, rule: 'must name each once', got: repeated };
}
