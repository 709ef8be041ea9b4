import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { suggest } from '../core/nearest';
import * as formats from './formats';
import { PROFILE_DEFAULTS, type ProfileDefaults } from './profiles';

/** A map with these keys and no others. Each unknown key is answered by a line of its own. */
export function closed<Shape extends z.core.$ZodShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const keys = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => `no such key; ${suggest(key, keys)}`).join('\n')
        : undefined,
  });
}

/** A map by name that holds one entry at least. */
export function filled<Value extends z.ZodType>(what: string, value: Value): z.ZodRecord<z.ZodString, Value> {
  return z
    .record(formats.dnsLabel(), value)
    .refine((entries) => Object.keys(entries).length > 0, { error: `must hold one ${what} at least` })
    .meta({ minProperties: 1 });
}

/** Describes a value that may be left out, with the default that the profile gives it. */
export function defaulted<Value extends z.ZodType>(
  setting: keyof ProfileDefaults,
  description: string,
  value: Value,
): z.ZodOptional<Value> {
  const { development, production } = PROFILE_DEFAULTS;
  const same = isDeepStrictEqual(development[setting], production[setting]);
  const text = `Default: ${plain(development[setting])} in development, ${plain(production[setting])} in production.`;
  return value
    .meta({
      ...value.meta(),
      description: same ? description : `${description} ${text}`,
      ...(same ? { default: production[setting] } : {}),
    })
    .optional();
}

function plain(value: ProfileDefaults[keyof ProfileDefaults]): string {
  return typeof value === 'object' ? Object.values(value).join(', ') : String(value);
}

/** Whether a cluster of any cloud refuses to be deleted. */
export const deletionProtection = defaulted(
  'deletionProtection',
  'Whether the cluster refuses to be deleted.',
  formats.flag(),
);
