import { resolve } from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';

const OPTIONS: BuildOptions = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' };

/** Entry point that is measured; `npm run build` bundles it. */
const SYNTH = 'stacks/synth.ts';

/** Files that Node runs in a measurement. */
export interface Bundles {
  readonly synth: string;
  /** `floor.ts`, behind imports of the modules of other packages that our own code imports. */
  readonly floor: string;
  /** `fleet.ts`. */
  readonly fleet: string;
  /** `report-peak.ts`. */
  readonly reportPeak: string;
}

/** Makes what is missing beside the bundles of a build. */
export async function bundlePrograms(folder: string): Promise<Bundles> {
  const bundles = {
    synth: resolve(folder, 'synth.js'),
    floor: resolve(folder, 'bench-floor.js'),
    fleet: resolve(folder, 'bench-fleet.js'),
    reportPeak: resolve(folder, 'bench-report-peak.js'),
  };
  const { metafile } = await build({
    ...OPTIONS,
    entryPoints: [SYNTH],
    outfile: bundles.synth,
    write: false,
    metafile: true,
  });
  const contents = [...floorImports(metafile), "import './test/bench/floor';"].join('\n');
  await build({ ...OPTIONS, stdin: { contents, resolveDir: '.', loader: 'ts' }, outfile: bundles.floor });
  await build({ ...OPTIONS, entryPoints: ['test/bench/fleet.ts'], outfile: bundles.fleet });
  await build({ ...OPTIONS, entryPoints: ['test/bench/report-peak.ts'], outfile: bundles.reportPeak });
  return bundles;
}

/**
 * A statement for each module of another package that our own code imports. A bundle leaves out an ES module that
 * it makes no use of, so that such a one is put to use.
 */
export function floorImports({ inputs }: Pick<Metafile, 'inputs'>): readonly string[] {
  const paths = Object.entries(inputs)
    .filter(([path]) => !isPackage(path))
    .flatMap(([, { imports }]) => imports.flatMap(({ path }) => (isPackage(path) ? [path] : [])));
  return [...new Set(paths)]
    .sort()
    .map((path, index) =>
      inputs[path]?.format === 'esm'
        ? `import * as module${index} from './${path}';\nReflect.set(globalThis, 'module${index}', module${index});`
        : `import './${path}';`,
    );
}

function isPackage(path: string): boolean {
  return /(^|\/)node_modules\//.test(path);
}
