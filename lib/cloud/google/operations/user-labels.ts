import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

const MAX_LABELS = 64;
const KEY = /^[a-z][a-z0-9_-]{0,62}$/;
const VALUE = /^[a-z0-9_-]{0,63}$/;

/** Labels that find and group policies, channels and checks. */
export type UserLabels = Readonly<Record<string, string>>;

/**
 * Refuses labels that Cloud Monitoring would.
 * https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.alertPolicies
 */
export function userLabelRefusals(labels: UserLabels = {}): (Refusal | undefined)[] {
  const entries = Object.entries(labels);
  return [
    entries.length > MAX_LABELS
      ? { property: 'userLabels', rule: `must be at most ${MAX_LABELS}`, got: entries.length }
      : undefined,
    ...entries.map(([key, value]) =>
      KEY.test(key) && (Token.isUnresolved(value) || VALUE.test(value))
        ? undefined
        : {
            property: `userLabels.${key}`,
            rule: 'must be lower-case letters, digits, dashes and underscores, up to 63, the key beginning with a letter',
            got: value,
          },
    ),
  ];
}
