import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { measureInTurns, mebibytesOf } from './cold-run';

describe('measureInTurns', () => {
  let cwd: string;
  let preload: string;

  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'gantry-bench-'));
    preload = join(cwd, 'preload.js');
    buildSync({ entryPoints: [join(__dirname, 'report-peak.ts')], platform: 'node', format: 'cjs', outfile: preload });
  });

  afterAll(() => rmSync(cwd, { recursive: true }));

  test('runs programs by turns, as often as told, and leaves nothing behind', () => {
    const bundle = program("require('node:fs').appendFileSync('log', process.argv[2])");
    const before = readdirSync(cwd);
    const costs = measureInTurns(
      [
        { bundle, cwd, args: ['a'] },
        { bundle, cwd, args: ['b'] },
      ],
      2,
      preload,
    );
    expect(readFileSync(join(cwd, 'log'), 'utf8')).toBe('abab');
    expect(costs.map(({ length }) => length)).toEqual([2, 2]);
    expect(readdirSync(cwd)).toEqual([...before, 'log'].sort());
  });

  test('counts the memory of the program, not of whoever started it', () => {
    const ballast = Buffer.alloc(256 * 2 ** 20, 1);
    const small = { bundle: program(''), cwd };
    const large = { bundle: program('Buffer.alloc(100 * 2 ** 20, 1)', 'large.js'), cwd };
    const [least = NaN, most = NaN] = measureInTurns([small, large], 1, preload).flatMap(mebibytesOf);
    expect(most - least).toBeGreaterThan(80);
    expect(least).toBeLessThan(ballast.length / 2 ** 20);
  });

  test('throws what a program that fails has printed', () => {
    const bundle = program("throw new Error('no such environment')", 'failing.js');
    expect(() => measureInTurns([{ bundle, cwd }], 1, preload)).toThrow('no such environment');
  });

  function program(code: string, name = 'program.js'): string {
    const file = join(cwd, name);
    writeFileSync(file, code);
    return file;
  }
});
