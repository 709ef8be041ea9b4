import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runTool } from './run-tool';

/** Folder in which a mirror keeps what comes from the public registry. */
export const REGISTRY = 'registry.terraform.io';
const PATH_LINE = /^\s*path\s*=\s*"(.+)"$/m;

/** Folders of provider plugins that Terraform installs from without the network. */
export interface TerraformMirror {
  readonly folders: readonly string[];
  /** Version of each provider there, by its address, such as `hashicorp/aws`. */
  readonly providers: Readonly<Record<string, string>>;
}

/** The mirror that `TERRAFORM_MIRROR` names, or that the script finds, or undefined. */
export async function findMirror(script: string): Promise<TerraformMirror | undefined> {
  const folder = process.env.TERRAFORM_MIRROR ?? (await mirrorOf(script));
  if (folder === undefined || !existsSync(folder)) return undefined;
  return { folders: [resolve(folder)], providers: mirroredProviders(folder) };
}

/** Both mirrors as one; where both have a provider, the first one's version counts. */
export function joinMirrors(first: TerraformMirror, second: TerraformMirror): TerraformMirror {
  return {
    folders: [...first.folders, ...second.folders],
    providers: { ...second.providers, ...first.providers },
  };
}

/** The mirror as if it did not have some providers: of another major version, they refuse what is sound. */
export function withoutProviders(mirror: TerraformMirror, addresses: readonly string[]): TerraformMirror {
  const kept = Object.entries(mirror.providers).filter(([address]) => !addresses.includes(address));
  return { ...mirror, providers: Object.fromEntries(kept) };
}

/** Text of a Terraform CLI configuration that installs from the mirror and from nowhere else. */
export function cliConfig({ folders }: TerraformMirror): string {
  const blocks = folders.map((folder) => `  filesystem_mirror {\n    path = ${JSON.stringify(folder)}\n  }\n`);
  return `provider_installation {\n${blocks.join('')}}\n`;
}

/** Versions in a mirror laid out as <registry>/<namespace>/<name>/<version>; the last one where there are several. */
export function mirroredProviders(folder: string): Readonly<Record<string, string>> {
  const registry = join(folder, REGISTRY);
  const entries = subfolders(registry).flatMap((namespace) =>
    subfolders(join(registry, namespace)).flatMap((name): [string, string][] => {
      const version = subfolders(join(registry, namespace, name)).at(-1);
      return version === undefined ? [] : [[`${namespace}/${name}`, version]];
    }),
  );
  return Object.fromEntries(entries);
}

async function mirrorOf(script: string): Promise<string | undefined> {
  if (!existsSync(script)) return undefined;
  const { stdout } = await runTool(script, [], '.');
  return PATH_LINE.exec(stdout)?.[1];
}

function subfolders(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map((entry) => entry.name).sort((left, right) => left.localeCompare(right, 'en', { numeric: true }));
}
