import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { runTool, type ToolResult } from '../conformance/run-tool';

const CHECKOUT = resolve(__dirname, '../..');

/** What `npm pack` reads of a checkout. */
const SOURCES = ['lib', 'imports', 'package.json', 'tsconfig.json', 'README.md', 'LICENSE', 'CHANGELOG.md'];

/** A project of its own that has the packed library installed, and nothing else of the checkout. */
export interface PackedLibrary {
  /** Folder of the project. */
  readonly folder: string;
  /** Runs Node in the project. */
  readonly node: (...args: readonly string[]) => Promise<ToolResult>;
  /** Runs the checkout's TypeScript compiler in the project. */
  readonly tsc: (...args: readonly string[]) => Promise<ToolResult>;
  readonly remove: () => void;
}

/**
 * Packs the library as for publishing, and installs the archive without the network: packages that the library
 * names are linked from the checkout, so that one which it forgot to name is not found.
 *
 * The pack runs on a copy, so that two runs at the same time do not meet in `dist`.
 */
export async function packLibrary(): Promise<PackedLibrary> {
  const scratch = mkdtempSync(join(tmpdir(), 'gantry-package-'));
  try {
    const folder = await install(await pack(join(scratch, 'checkout')), join(scratch, 'project'));
    return {
      folder,
      node: (...args) => run(process.execPath, args, folder),
      tsc: (...args) => run(process.execPath, [require.resolve('typescript/bin/tsc'), ...args], folder),
      remove: () => rmSync(scratch, { recursive: true }),
    };
  } catch (error) {
    rmSync(scratch, { recursive: true });
    throw error;
  }
}

/** Names of the packages that a package may load: its dependencies and its peers. */
export function runtimePackages(packageFolder: string): readonly string[] {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(packageFolder, 'package.json'), 'utf8'),
  ) as Readonly<Record<'dependencies' | 'peerDependencies', Readonly<Record<string, string>>>>;
  return Object.keys({ ...dependencies, ...peerDependencies }).sort();
}

/** Packs a copy of the checkout; returns the archive. */
async function pack(copy: string): Promise<string> {
  for (const source of SOURCES) cpSync(join(CHECKOUT, source), join(copy, source), { recursive: true });
  link('node_modules', copy);
  const args = ['pack', '--json', '--ignore-scripts=false', '--offline', '--no-update-notifier', '--silent'];
  const { stdout } = await succeed(run('npm', args, copy));
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as readonly { readonly filename: string }[];
  return join(copy, packed?.filename ?? '');
}

/** Installs an archive in a project; returns the project's folder. */
async function install(archive: string, project: string): Promise<string> {
  const folder = join(project, 'node_modules/gantry');
  mkdirSync(folder, { recursive: true });
  await succeed(run('tar', ['-xzf', archive, '--strip-components=1'], folder));
  for (const name of runtimePackages(folder)) link(`node_modules/${name}`, project);
  return project;
}

function link(path: string, into: string): void {
  mkdirSync(dirname(join(into, path)), { recursive: true });
  symlinkSync(join(CHECKOUT, path), join(into, path), 'dir');
}

function run(program: string, args: readonly string[], cwd: string): Promise<ToolResult> {
  return runTool(program, args, cwd, { CHECKPOINT_DISABLE: '1' });
}

async function succeed(running: Promise<ToolResult>): Promise<ToolResult> {
  const result = await running;
  if (!result.succeeded) throw new Error(`${result.stdout}\n${result.stderr}`);
  return result;
}
