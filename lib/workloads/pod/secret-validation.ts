import type { Refusal } from '../../core/errors';
import { isStored, type SecretRef } from '../../core/secret-ref';
import type { WorkloadContext } from '../workload-props';
import { secretUses, WHOLE_VALUE } from './secret-env';

/** What a workload's properties say wrong of its secrets. */
export function secretRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const stored = secretUses(context).flatMap(({ property, source }) =>
    isStored(source) ? [{ property, ref: source }] : [],
  );
  const where = stored.some(({ property }) => property.includes('secretEnv')) ? 'secretEnv' : 'secretFiles';
  return [
    stored.length > 0 && context.cluster === undefined
      ? { property: 'cluster', rule: `is needed where ${where} names secrets of the store`, got: context.cluster }
      : undefined,
    ...stored.map(({ property, ref }) =>
      stored.some((other) => isWholeOf(other.ref, ref))
        ? {
            property,
            rule: `must not be property '${WHOLE_VALUE}' of a secret that is used as a whole too`,
            got: ref.secret,
          }
        : undefined,
    ),
  ];
}

/** Whether one reference wants the whole of a secret under the key that the other wants for a property. */
function isWholeOf(whole: SecretRef, part: SecretRef): boolean {
  return whole.secret === part.secret && whole.property === undefined && part.property === WHOLE_VALUE;
}
