import type { Refusal } from '../../core/errors';
import { isStored, type SecretRef } from '../../core/secret-ref';
import type { WorkloadContext } from '../workload-props';
import { WHOLE_VALUE } from './secret-env';

/** What a workload's properties say wrong of its secrets. */
export function secretRefusals({
  secretEnv = {},
  cluster,
  env = {},
}: WorkloadContext): readonly (Refusal | undefined)[] {
  const entries = Object.entries(secretEnv);
  const stored = entries.flatMap(([name, source]) => (isStored(source) ? [[name, source] as const] : []));
  return [
    stored.length > 0 && cluster === undefined
      ? { property: 'cluster', rule: 'is needed where secretEnv names secrets of the store', got: cluster }
      : undefined,
    ...entries.map(([name]) =>
      Object.hasOwn(env, name)
        ? { property: `secretEnv.${name}`, rule: 'must not stand in env as well', got: name }
        : undefined,
    ),
    ...stored.map(([name, ref]) =>
      stored.some(([, other]) => isWholeOf(other, ref))
        ? {
            property: `secretEnv.${name}`,
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
