import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { jsonObject } from './json';
import { copySource, servicesOf, trimSource } from './provider-trim';
import { runTool } from './run-tool';
import { mirroredProviders, REGISTRY, type TerraformMirror } from './terraform-mirror';

const GO_IS_MISSING = 'go is not installed';

/** A provider that can be built from source: a version that the Go module proxy has. */
export interface ProviderSource {
  readonly module: string;
  /** Version of the module: a commit, since the releases of providers are no versions that Go knows. */
  readonly moduleVersion: string;
  /** Release that the commit made, as its change log says. */
  readonly version: string;
  /**
   * Whether only the services that stacks use are built.
   *
   * @default false
   */
  readonly trimmed?: boolean;
}

/**
 * Providers that no mirror at hand has. The releases that we bind, aws 6.25.0, google 6.50.0 and kubernetes 2.38.0, are
 * not on the proxy; these are the newest that are.
 */
export const PROVIDER_SOURCES: Readonly<Record<string, ProviderSource>> = {
  'hashicorp/aws': {
    module: 'github.com/hashicorp/terraform-provider-aws',
    moduleVersion: 'v1.60.1-0.20260602190131-5f2286d6d836',
    version: '6.48.0',
    trimmed: true,
  },
  'hashicorp/google': {
    module: 'github.com/hashicorp/terraform-provider-google',
    moduleVersion: 'v1.20.1-0.20260828184646-f3721fb45fa3',
    version: '8.0.0',
  },
  'hashicorp/kubernetes': {
    module: 'github.com/hashicorp/terraform-provider-kubernetes',
    moduleVersion: 'v1.13.4-0.20260821094251-3a33fb6cc605',
    version: '3.2.1',
  },
};

/** A mirror of built providers, and why others are not in it. */
export interface ProviderBuilds {
  readonly mirror: TerraformMirror;
  /** Why a provider could not be built, by its address. */
  readonly missing: Readonly<Record<string, string>>;
}

/**
 * Builds those of the providers that there is a source for and that the folder does not hold yet.
 *
 * @param types of resources and lookups that a trimmed provider has to have
 */
export async function buildProviders(
  addresses: readonly string[],
  types: readonly string[],
  folder: string,
  sources: Readonly<Record<string, ProviderSource>> = PROVIDER_SOURCES,
): Promise<ProviderBuilds> {
  const missing: Record<string, string> = {};
  const folders = new Set<string>();
  for (const address of addresses) {
    const source = sources[address];
    if (source === undefined) continue;
    const built = await (source.trimmed === true
      ? buildTrimmed(address, source, folder, types)
      : buildWhole(address, source, folder));
    if ('folder' in built) folders.add(built.folder);
    else missing[address] = built.missing;
  }
  const providers = Object.assign({}, ...[...folders].map(mirroredProviders)) as Record<string, string>;
  return { mirror: { folders: [...folders], providers }, missing };
}

/** The mirror that a provider is in, or why it could not be built. */
type Built = { readonly folder: string } | { readonly missing: string };

function buildWhole(address: string, source: ProviderSource, folder: string): Promise<Built> {
  return once(address, source, folder, (unfinished) => {
    const install = ['install', '-ldflags=-s -w', `${source.module}@${source.moduleVersion}`];
    return go(install, '.', { GOBIN: join(unfinished, 'bin') });
  });
}

/** Builds from a copy of the source that has been cut down. For each choice of services it is another provider. */
async function buildTrimmed(
  address: string,
  source: ProviderSource,
  folder: string,
  types: readonly string[],
): Promise<Built> {
  const cached = await download(source);
  if ('missing' in cached) return cached;
  const services = servicesOf(cached.folder, types);
  return once(address, source, join(folder, digest(services)), (unfinished) => {
    const copy = join(unfinished, 'source');
    copySource(cached.folder, copy);
    trimSource(copy, services);
    return go(['build', '-ldflags=-s -w', '-o', join(unfinished, 'bin', basename(source.module)), '.'], copy);
  });
}

/** Has a provider built, unless it is there; what was half built goes. */
async function once(
  address: string,
  { version }: ProviderSource,
  folder: string,
  build: (unfinished: string) => Promise<string | undefined>,
): Promise<Built> {
  const target = join(folder, REGISTRY, address, version, platform());
  if (existsSync(target)) return { folder };
  const unfinished = join(folder, `${process.pid}.unfinished`);
  mkdirSync(join(unfinished, 'bin'), { recursive: true });
  process.stderr.write(`building ${address} ${version}, once and for some minutes\n`);
  const fault = await build(unfinished);
  if (fault === undefined) {
    mkdirSync(join(target, '..'), { recursive: true });
    renameSync(join(unfinished, 'bin'), target);
  }
  rmSync(unfinished, { recursive: true });
  return fault === undefined ? { folder } : { missing: fault };
}

/** Folder in the module cache that the source is in. */
async function download({ module, moduleVersion }: ProviderSource): Promise<Built> {
  const args = ['mod', 'download', '-json', `${module}@${moduleVersion}`];
  const { installed, stdout, stderr } = await runTool('go', args, '/', { GOFLAGS: '' });
  if (!installed) return { missing: GO_IS_MISSING };
  const { Dir: folder, Error: fault } = jsonObject(stdout === '' ? undefined : JSON.parse(stdout));
  if (typeof folder === 'string') return { folder };
  return { missing: `go ${args.join(' ')} failed: ${typeof fault === 'string' ? fault : stderr.trim()}` };
}

/** Returns why it failed, or undefined. */
async function go(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  const result = await runTool('go', args, cwd, { GOFLAGS: '', ...env });
  if (result.succeeded) return undefined;
  return result.installed ? `go ${args.join(' ')} failed: ${result.stderr.trim()}` : GO_IS_MISSING;
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}

/** As Terraform names the machine: `linux_amd64`. */
function platform(): string {
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  return `${process.platform}_${architecture}`;
}
