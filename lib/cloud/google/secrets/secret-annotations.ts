import type { Refusal } from '../../../core/errors';

const KEY = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const MAX_BYTES = 16 * 1024;

/**
 * Refuses annotations that Secret Manager would.
 * https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets
 */
export function annotationRefusals(
  property: string,
  annotations: Readonly<Record<string, string>> = {},
): (Refusal | undefined)[] {
  const entries = Object.entries(annotations);
  const bytes = Buffer.byteLength(entries.flat().join(''));
  return [
    bytes < MAX_BYTES ? undefined : { property, rule: `must be less than ${MAX_BYTES} bytes in all`, got: bytes },
    ...entries
      .filter(([key]) => !KEY.test(key))
      .map(([key]) => ({
        property,
        rule: 'must have keys of up to 63 letters, digits, dashes, dots and underscores, letters or digits at both ends',
        got: key,
      })),
  ];
}
