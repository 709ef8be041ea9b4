import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

/** How a program ended, and what it said. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A bundled program, made once for a test file and removed at its end. */
export interface Program {
  /** The bundle, to start in another way. */
  readonly file: () => string;
  /** Runs it in a folder to its end. */
  readonly run: (folder: string, env?: Readonly<Record<string, string>>, args?: readonly string[]) => Outcome;
}

/** Bundles a few lines of TypeScript, or one of our entry points, as `npm run build` does. */
export function useProgram(source: { readonly entry: string } | { readonly code: string }): Program {
  let folder = '';
  const file = (): string => join(folder, 'program.js');
  beforeAll(() => {
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'gantry-program-'));
    buildSync({
      ...('entry' in source
        ? { entryPoints: [source.entry] }
        : { stdin: { contents: source.code, loader: 'ts', resolveDir: resolve('.') } }),
      bundle: true,
      platform: 'node',
      target: 'node20',
      outfile: file(),
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    file,
    run: (cwd, env = {}, args = []) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [file(), ...args], {
        cwd,
        encoding: 'utf8',
        env: { ...cleanEnvironment(), ...env },
      });
      return { code: status, stdout, stderr };
    },
  };
}

/** Puts a copy of Funlynk's environments into a folder. Waivers hold for ever there, for programs go by the clock. */
export function copyEnvironments(folder: string): void {
  const target = join(folder, 'environments', 'funlynk');
  cpSync('environments/funlynk', target, { recursive: true });
  const files = readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));
  for (const file of files.map((path) => join(target, path))) {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/expires: .*/g, 'expires: 9999-12-31'));
  }
}

/** This process' variables without those that steer the programs. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { CDK8S_OUTDIR, CDKTF_OUTDIR, ENVIRONMENTS, GANTRY_DEBUG, NODE_OPTIONS, ...others } = process.env;
  return others;
}
