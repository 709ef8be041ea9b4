import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run-tool';
import { mirroredProviders, REGISTRY, type TerraformMirror } from './terraform-mirror';

/** A provider that can be built from source: a version that the Go module proxy has. */
export interface ProviderSource {
  readonly module: string;
  /** Version of the module: a commit, since the releases of providers are no versions that Go knows. */
  readonly moduleVersion: string;
  /** Release that the commit made, as its change log says. */
  readonly version: string;
}

/**
 * Providers that no mirror at hand has. The releases that we bind, google 6.50.0 and kubernetes 2.38.0, are not on the
 * proxy; these are the newest that are.
 */
export const PROVIDER_SOURCES: Readonly<Record<string, ProviderSource>> = {
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

/** Where builds are kept from run to run: the first takes minutes. */
export function buildFolder(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'gantry', 'providers');
}

/** Builds those of the providers that there is a source for and that the folder does not hold yet. */
export async function buildProviders(
  addresses: readonly string[],
  folder: string,
  sources: Readonly<Record<string, ProviderSource>> = PROVIDER_SOURCES,
): Promise<ProviderBuilds> {
  const missing: Record<string, string> = {};
  for (const address of addresses) {
    const source = sources[address];
    if (source === undefined) continue;
    const reason = await build(address, source, folder);
    if (reason !== undefined) missing[address] = reason;
  }
  return { mirror: { folders: [folder], providers: mirroredProviders(folder) }, missing };
}

/** Returns why it could not be built, or undefined where it is there. */
async function build(address: string, source: ProviderSource, folder: string): Promise<string | undefined> {
  const target = join(folder, REGISTRY, address, source.version, platform());
  if (existsSync(target)) return undefined;
  const unfinished = join(folder, `${process.pid}.unfinished`);
  mkdirSync(unfinished, { recursive: true });
  process.stderr.write(`building ${address} ${source.version}, once and for some minutes\n`);
  const install = ['install', '-ldflags=-s -w', `${source.module}@${source.moduleVersion}`];
  const result = await runTool('go', install, '.', { GOBIN: unfinished, GOFLAGS: '' });
  if (!result.succeeded) {
    rmSync(unfinished, { recursive: true });
    return result.installed ? `go ${install.join(' ')} failed: ${result.stderr.trim()}` : 'go is not installed';
  }
  mkdirSync(join(target, '..'), { recursive: true });
  renameSync(unfinished, target);
  return undefined;
}

/** As Terraform names the machine: `linux_amd64`. */
function platform(): string {
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  return `${process.platform}_${architecture}`;
}
