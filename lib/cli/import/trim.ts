import { parseAllDocuments, stringify } from 'yaml';
import { z } from 'zod';
import { suggest } from '../../core/nearest';
import { KEPT_PARTS } from './kinds';

/** `v1`, `v2beta1`: number, stage, number of the stage. */
const VERSION = /^v(\d+)(?:(alpha|beta)(\d+))?$/;
const STAGES = ['alpha', 'beta', ''];

/** Values that only look like schemas: nothing inside them is ours to drop. */
const VERBATIM = new Set(['default', 'enum', 'example']);

const Version = z.looseObject({
  name: z.string(),
  served: z.boolean(),
  schema: z.object({
    openAPIV3Schema: z.looseObject({ properties: z.record(z.string(), z.unknown()).default({}) }),
  }),
});

const Definition = z.looseObject({
  kind: z.literal('CustomResourceDefinition'),
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({
    group: z.string(),
    names: z.looseObject({ kind: z.string() }),
    scope: z.string(),
    versions: z.array(Version).min(1),
  }),
});

type Definition = z.infer<typeof Definition>;

/**
 * Cuts CustomResourceDefinitions down to what their bindings need: the kinds given, one version each (the newest stable
 * one that is served), no descriptions, no status. Sorted by kind, so that any source of one release gives the same text.
 *
 * Throws where a kind is missing.
 */
export function trimDefinitions(text: string, kinds: readonly string[]): string {
  const definitions = parseDefinitions(text);
  const available = definitions.map((definition) => definition.spec.names.kind);
  const missing = kinds.filter((kind) => !available.includes(kind));
  if (missing.length > 0) {
    throw new Error(missing.map((kind) => `no kind ${kind} here; ${suggest(kind, available)}`).join('\n'));
  }
  return definitions
    .filter((definition) => kinds.includes(definition.spec.names.kind))
    .sort((left, right) => (left.spec.names.kind < right.spec.names.kind ? -1 : 1))
    .map((definition) => stringify(trimmed(definition), { aliasDuplicateObjects: false }))
    .join('---\n');
}

function parseDefinitions(text: string): Definition[] {
  return parseAllDocuments(text).flatMap((document) => {
    const fault = document.errors[0];
    if (fault !== undefined) throw fault;
    const definition = Definition.safeParse(document.toJS());
    return definition.success ? [definition.data] : [];
  });
}

function trimmed({ metadata, spec }: Definition): unknown {
  const served = spec.versions.filter((version) => version.served).sort(newestFirst)[0];
  if (served === undefined) throw new Error(`${metadata.name} serves no version`);
  const { properties, ...schema } = served.schema.openAPIV3Schema;
  const stateless = Object.fromEntries(Object.entries(properties).filter(([name]) => name !== 'status'));
  const parts = KEPT_PARTS[spec.names.kind] ?? [];
  const whole: unknown = { ...schema, properties: stateless };
  const kept = parts.reduce((value, { path, keep }) => withOnly(value, path, keep), whole);
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: metadata.name },
    spec: {
      group: spec.group,
      names: spec.names,
      scope: spec.scope,
      versions: [
        {
          name: served.name,
          schema: { openAPIV3Schema: withoutDescriptions(kept) },
          served: true,
          storage: true,
        },
      ],
    },
  };
}

function newestFirst(left: { readonly name: string }, right: { readonly name: string }): number {
  const [a, b] = [versionRank(left.name), versionRank(right.name)];
  return b.stage - a.stage || b.major - a.major || b.minor - a.minor;
}

function versionRank(name: string): { readonly stage: number; readonly major: number; readonly minor: number } {
  const [, major = '0', stage = '', minor = '0'] = VERSION.exec(name) ?? [];
  return { stage: STAGES.indexOf(stage), major: Number(major), minor: Number(minor) };
}

/** The value with nothing but the keys `keep` at `path`; unchanged where the path is empty. */
function withOnly(value: unknown, path: readonly string[], keep: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  const part: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  if (typeof part !== 'object' || part === null) throw new Error(`no '${key}' in the schema; correct KEPT_PARTS`);
  if (rest.length > 0) return { ...value, [key]: withOnly(part, rest, keep) };
  return { ...value, [key]: Object.fromEntries(Object.entries(part).filter(([name]) => keep.includes(name))) };
}

/** A description is text; a property of that name is a schema and stays. */
function withoutDescriptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => key !== 'description' || typeof entry !== 'string')
      .map(([key, entry]): [string, unknown] => [key, VERBATIM.has(key) ? entry : withoutDescriptions(entry)]),
  );
}
