import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const LINE = /^([a-z][a-z0-9-]*):=(https:\/\/\S+)$/;

const Config = z.looseObject({ imports: z.array(z.string()) });

/** One line of `imports:` in `cdk8s.yaml`. */
export interface ImportSource {
  /** Module name: the first part of the generated files' names, and the local file's name. */
  readonly name: string;
  /** Address of the CustomResourceDefinitions, pinned by tag. */
  readonly url: string;
}

/** The `imports:` of `cdk8s.yaml`, sorted by name. Throws where a line is not `name:=https://…` or a name stands twice. */
export function importSources(cdk8sYaml: string): readonly ImportSource[] {
  const sources = Config.parse(parse(cdk8sYaml)).imports.map(importSource);
  const names = sources.map((source) => source.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`cdk8s.yaml: imports: '${twice}' stands twice; give each its own name`);
  return sources.sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** Text of a source's definitions: from `<folder>/<name>.yaml` where that is at hand, else from its address. */
export async function readSource(source: ImportSource, folder: string): Promise<string> {
  const file = join(folder, `${source.name}.yaml`);
  return existsSync(file) ? readFileSync(file, 'utf8') : download(source, file);
}

function importSource(line: string): ImportSource {
  const [, name, url] = LINE.exec(line) ?? [];
  if (name === undefined || url === undefined) {
    throw new Error(`cdk8s.yaml: imports: '${line}' must be written name:=https://…`);
  }
  return { name, url };
}

async function download({ name, url }: ImportSource, file: string): Promise<string> {
  const remedy = `or put the file at ${file} (CRDS names another folder)`;
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new Error(`${name}: cannot reach ${url}; try again with a network, ${remedy}`, { cause });
  }
  if (!response.ok) throw new Error(`${name}: ${url} answered ${response.status}; correct cdk8s.yaml, ${remedy}`);
  return response.text();
}
