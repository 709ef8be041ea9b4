import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Manifest } from '../../lib/core/manifest';
import { manifestYaml } from '../../lib/platform/gitops/render';

/** What a synthesis came to, as plain data. */
export interface FloorInput {
  readonly stacks: readonly unknown[];
  readonly manifests: readonly Manifest[];
}

/**
 * The least that any synthesis with these libraries has to do: turn finished objects into text. Bundled behind an
 * import of every package that the synthesis loads, see `bundles.ts`.
 */
function serialize({ stacks, manifests }: FloorInput): number {
  const texts = [...stacks.map((stack) => JSON.stringify(stack, null, 2)), ...manifests.map(manifestYaml)];
  return texts.reduce((sum, text) => sum + text.length, 0);
}

const [file = ''] = process.argv.slice(2);
const characters = serialize(JSON.parse(readFileSync(resolve(file), 'utf8')) as FloorInput);
process.stdout.write(`${characters} characters\n`);
