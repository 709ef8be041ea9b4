import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ConditionParameter.html */
const MAX_KEY = 128;
const MAX_VALUE = 256;

/** Tags as conditions of AWS Backup, sorted by key. */
export function tagConditions(tags: Readonly<Record<string, string>>): { key: string; value: string }[] {
  return Object.entries(tags)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({ key: `aws:ResourceTag/${key}`, value }));
}

/** Refuses tags that nothing can have. */
export function tagRefusals(property: string, tags: Readonly<Record<string, string>>): (Refusal | undefined)[] {
  return Object.entries(tags).map(([key, value]) =>
    key !== '' && key.length <= MAX_KEY && (Token.isUnresolved(value) || value.length <= MAX_VALUE)
      ? undefined
      : {
          property: `${property}.${key}`,
          rule: `must be a key from 1 to ${MAX_KEY} characters with a value of up to ${MAX_VALUE}`,
          got: value,
        },
  );
}
