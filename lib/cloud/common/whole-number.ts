import { Token } from 'cdktf';
import type { Refusal } from '../../core/errors';

/** Refuses what is no whole number within the bounds; what Terraform alone knows is left to Terraform. */
export function wholeNumberRefusal(
  property: string,
  value: number,
  bounds: { readonly min: number; readonly max?: number },
): Refusal | undefined {
  const { min, max = Infinity } = bounds;
  if (Token.isUnresolved(value) || (Number.isInteger(value) && value >= min && value <= max)) return undefined;
  const range = max === Infinity ? `of at least ${min}` : `from ${min} to ${max}`;
  return { property, rule: `must be a whole number ${range}`, got: value };
}
