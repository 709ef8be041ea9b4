import { floorImports } from './bundles';

type Input = Parameters<typeof floorImports>[0]['inputs'][string];

const CDKTF = 'node_modules/cdktf/lib/index.js';
const ZOD = 'node_modules/zod/index.mjs';

describe('floorImports', () => {
  test('names each module of a package once, whoever imports it', () => {
    const inputs = {
      'lib/a.ts': input('esm', CDKTF, 'lib/b.ts'),
      'lib/b.ts': input('esm', CDKTF),
      [CDKTF]: input('cjs'),
    };
    expect(floorImports({ inputs })).toEqual([`import './${CDKTF}';`]);
  });

  test('leaves to a package what it imports itself, and to Node what is its own', () => {
    const inputs = {
      'lib/a.ts': input('esm', 'node:fs', CDKTF),
      [CDKTF]: input('cjs', 'node_modules/archiver/index.js'),
    };
    expect(floorImports({ inputs })).toEqual([`import './${CDKTF}';`]);
  });

  test('puts ES modules to use, so that a bundle keeps them', () => {
    const inputs = { 'lib/a.ts': input('esm', ZOD), [ZOD]: input('esm') };
    expect(floorImports({ inputs })).toEqual([
      `import * as module0 from './${ZOD}';\nReflect.set(globalThis, 'module0', module0);`,
    ]);
  });
});

function input(format: 'cjs' | 'esm', ...paths: readonly string[]): Input {
  return { bytes: 1, format, imports: paths.map((path) => ({ path, kind: 'import-statement' })) };
}
