import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeBindings, type BindingSource } from './bindings';
import { KINDS } from './kinds';
import { importSources, readSource, type ImportSource } from './sources';
import { trimDefinitions } from './trim';

/** Folder of definitions at hand, beside the checkout; `CRDS` names another. */
const DEFAULT_CRDS = '../shared/crds';

async function main(): Promise<void> {
  const root = process.cwd();
  const crds = resolve(root, process.env.CRDS ?? DEFAULT_CRDS);
  const sources = importSources(readFileSync(join(root, 'cdk8s.yaml'), 'utf8'));
  writeBindings(root, await Promise.all(sources.map((source) => bindingSource(source, crds))));
  readdirSync(join(root, 'imports')).forEach((file) => process.stdout.write(`imports/${file}\n`));
}

async function bindingSource(source: ImportSource, crds: string): Promise<BindingSource> {
  const kinds = KINDS[source.name];
  if (kinds === undefined) throw new Error(`${source.name}: lib/cli/import/kinds.ts names no kinds for it`);
  try {
    return { name: source.name, definitions: trimDefinitions(await readSource(source, crds), kinds) };
  } catch (cause) {
    throw new Error(`${source.name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nimports/ is unchanged\n`);
  process.exitCode = 1;
});
