import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeExample } from '../support/readme-example';
import { packLibrary, type PackedLibrary, runtimePackages } from './packed-library';

const PROGRAMS = ['cluster-example.ts', 'workload-example.ts', 'misuse.ts'];

const COMPILER_OPTIONS = { strict: true, target: 'es2022', types: [], skipLibCheck: true };

/** What each part of the library loads, of all that it may load. */
const LOADED: Readonly<Record<string, readonly string[]>> = {
  gantry: ['fastest-levenshtein'],
  'gantry/aws': ['@cdktf/provider-aws', 'cdktf', 'constructs'],
  'gantry/checks': [],
  'gantry/environment': ['fastest-levenshtein', 'yaml', 'zod'],
  'gantry/google': ['@cdktf/provider-google', 'cdktf', 'constructs'],
  'gantry/kubernetes': ['cdk8s', 'cdk8s-plus-28', 'constructs', 'fastest-levenshtein', 'yaml'],
  'gantry/migration': [],
};

const LIST_LOADED = 'require(process.argv[1]); console.log(JSON.stringify(Object.keys(require.cache)))';

/** Names that `import` finds in a module and `require` does not, or the other way about. */
const COMPARE_EXPORTS = `
  import { createRequire } from 'node:module';
  const required = createRequire(process.cwd() + '/main.js');
  for (const part of process.argv.slice(1)) {
    const found = Object.keys(await import(part));
    const missed = Object.keys(required(part)).filter((name) => !found.includes(name));
    if (missed.length > 0) console.log(part, missed.join());
  }`;

let library: PackedLibrary;
/** Files that each part loads. */
let loaded: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  library = await packLibrary();
  for (const program of PROGRAMS) cpSync(join(__dirname, program), join(library.folder, program));
  loaded = new Map(
    await Promise.all(Object.keys(LOADED).map(async (part) => [part, await loadedFiles(part)] as const)),
  );
}, 120_000);

afterAll(() => library.remove());

describe('the packed library', () => {
  test("is known to a user's compiler, and a program written with it runs", async () => {
    expect(await compile('node16', ['--module', 'node16'])).toBe('');
    const runs = await Promise.all(['cluster-example.js', 'workload-example.js'].map((file) => library.node(file)));
    expect(runs.map(({ stderr }) => stderr)).toEqual(['', '']);
    expect(resourceTypes(readFileSync(join(library.folder, 'cdktf.out/stacks/platform/cdk.tf.json'), 'utf8'))).toEqual(
      expect.arrayContaining(['google_compute_network', 'google_container_cluster', 'google_container_node_pool']),
    );
    expect(readFileSync(join(library.folder, 'dist/shop.k8s.yaml'), 'utf8')).toContain(
      'image: ghcr.io/example/shop-api:v1.0.0',
    );
  }, 60_000);

  test('is known to a compiler set up as cdktf does it, which reads no exports', async () => {
    const options = ['--module', 'commonjs', '--moduleResolution', 'node10', '--noEmit'];
    expect(await compile('node10', options)).toBe('');
  }, 60_000);

  test.each(Object.entries(LOADED))('loads only what %s needs', (part, expected) => {
    expect(packagesOf(loaded.get(part) ?? [])).toEqual(expected);
  });

  test.each(['aws', 'google'])('loads single resources of the provider for %s, never all', (cloud) => {
    const files = loaded.get(`gantry/${cloud}`);
    expect(files?.filter((file) => /\/provider-[a-z]+\/lib\/index\.js$/.test(file))).toEqual([]);
  });

  test('gives every name to a program that is an ES module', async () => {
    const { stdout, stderr } = await library.node('--input-type=module', '-e', COMPARE_EXPORTS, ...Object.keys(LOADED));
    expect(stdout + stderr).toBe('');
  });

  test('has a test here for every part', () => {
    const { exports } = manifest();
    const parts = Object.keys(exports).filter((part) => part !== './package.json');
    expect(parts.map((part) => part.replace('.', 'gantry')).sort()).toEqual(Object.keys(LOADED).sort());
  });

  test('is what the README shows', () => {
    const readme = readFileSync(join(library.folder, 'node_modules/gantry/README.md'), 'utf8');
    expect(readme).toContain(readmeExample(join(__dirname, 'cluster-example.ts')));
  });
});

/** Type-checks all programs; returns what the compiler has to say. */
async function compile(name: string, options: readonly string[]): Promise<string> {
  const config = `tsconfig.${name}.json`;
  writeFileSync(join(library.folder, config), JSON.stringify({ compilerOptions: COMPILER_OPTIONS, files: PROGRAMS }));
  const { stdout, stderr } = await library.tsc('--project', config, ...options);
  return stdout + stderr;
}

async function loadedFiles(part: string): Promise<readonly string[]> {
  const { stdout, stderr } = await library.node('-e', LIST_LOADED, part);
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly string[];
}

/** The packages that files belong to, of those that the library names. */
function packagesOf(files: readonly string[]): readonly string[] {
  const named = runtimePackages(join(library.folder, 'node_modules/gantry'));
  return named.filter((name) => files.some((file) => file.includes(`/node_modules/${name}/`)));
}

function resourceTypes(json: string): readonly string[] {
  const { resource } = JSON.parse(json) as { readonly resource: Readonly<Record<string, unknown>> };
  return Object.keys(resource);
}

function manifest(): { readonly exports: Readonly<Record<string, unknown>> } {
  return JSON.parse(readFileSync(join(library.folder, 'node_modules/gantry/package.json'), 'utf8')) as {
    readonly exports: Readonly<Record<string, unknown>>;
  };
}
