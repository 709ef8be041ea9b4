import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FindingsError } from '../../lib/core/finding';
import { describeError, judge, loadEnvironments, run, type RunOptions } from '../../stacks/run';
import { synthesize } from '../../stacks/synthesize';
import type { Selection } from '../../stacks/trees';
import type { Edit } from './environments';
import { readTree, useScratch } from './scratch';

const TODAY = '2026-12-01';
const scratch = useScratch();
const file = (name: string): string => join(scratch(), 'environments/funlynk', `${name}.yaml`);

/** Puts an environment of ours into the scratch folder, edited where a test wants it otherwise. */
function put(name: string, ...edits: readonly Edit[]): void {
  mkdirSync(join(scratch(), 'environments/funlynk'), { recursive: true });
  cpSync(`environments/funlynk/${name}.yaml`, file(name));
  const yaml = edits.reduce((text, [from, to]) => text.replaceAll(from, to), readFileSync(file(name), 'utf8'));
  writeFileSync(file(name), yaml);
}

interface Ran {
  readonly code: number;
  /** What was printed, and whether it says why nothing was written. */
  readonly printed: readonly (readonly [text: string, failed: boolean])[];
  /** What was to be written; undefined where it did not come to that. */
  readonly selection: Selection | undefined;
}

function ran(options: Partial<RunOptions> = {}): Ran {
  const printed: [string, boolean][] = [];
  let selection: Selection | undefined;
  const trees: RunOptions['trees'] = (_, given) => {
    selection = given;
    return [{ root: join(scratch(), 'out'), files: [{ path: 'a.yaml', content: 'written' }] }];
  };
  const print: RunOptions['print'] = (text, failed) => printed.push([text, failed]);
  const code = run({ root: scratch(), today: TODAY, trees, print, ...options });
  return { code, printed, selection };
}

describe('a run', () => {
  test('writes, reports what was waived and why, and says what it made', () => {
    put('staging');
    const { code, printed } = ran();
    expect(code).toBe(0);
    expect(readTree(join(scratch(), 'out'))).toEqual({ 'a.yaml': 'written' });
    expect(printed).toEqual([
      [expect.stringContaining('waived until 2027-03-01: staging follows the tags that the pipeline promotes'), false],
      [expect.stringMatching(/^funlynk\/staging: 1 cluster, 3 stacks, \d+ manifests$/), false],
    ]);
  });

  test('reports nothing but what it made where there is nothing to report', () => {
    put('production');
    expect(ran().printed).toEqual([[expect.stringMatching(/^funlynk\/production: 2 clusters, 6 stacks, /), false]]);
  });

  test('tells which environments it made, among all that there are', () => {
    put('staging');
    put('production');
    expect(ran({ pattern: 'funlynk/prod*' }).selection).toEqual({
      all: ['funlynk/production', 'funlynk/staging'],
      selected: ['funlynk/production'],
    });
  });

  test('writes in spite of a warning, and prints it', () => {
    put('staging');
    const { code, printed, selection } = ran({ today: '2027-02-20' });
    expect(code).toBe(0);
    expect(selection).toBeDefined();
    expect(printed[0]).toEqual([expect.stringContaining('warning: ends in 9 days, on 2027-03-01'), false]);
  });
});

describe('nothing is written', () => {
  const refused = (options: Partial<RunOptions> = {}): string => {
    const { code, printed, selection } = ran(options);
    expect(code).toBe(1);
    expect(selection).toBeUndefined();
    expect(printed.map(([, failed]) => failed)).toEqual([true]);
    return printed.map(([text]) => text).join();
  };

  test('where files have faults, and those of all files are reported together', () => {
    put('staging', ['replicas', 'replica'], ['admin-dashboard:', 'admin-dashbord:']);
    put('production', ['europe-west1:', 'Europe:']);
    const report = refused();
    expect(report).toContain("did you mean 'admin-dashboard'?");
    expect(report).toContain('production.yaml');
    expect(report).toMatch(/\d faults, nothing written$/);
  });

  test('where a check finds an error', () => {
    put('staging', ['- rule: image-digest\n    resource: redis', '- rule: image-digest\n    resource: rediss']);
    expect(refused()).toMatch(/statefulset-redis.yaml {2}\(image-digest, redis\)/);
  });

  test('where a waiver has ended', () => {
    put('staging');
    expect(refused({ today: '2027-03-02' })).toContain('ended on 2027-03-01 and silences nothing');
  });

  test('where the pattern matches nothing', () => {
    put('staging');
    expect(refused({ pattern: 'funlynk/stagin' })).toContain("did you mean 'funlynk/staging'?");
  });

  test('where no folder holds environments', () => {
    expect(refused()).toContain('run from the folder that holds environments/');
  });
});

test('a failing write is reported, without a stack trace', () => {
  put('staging');
  const trees: RunOptions['trees'] = () => {
    throw new Error('ENOSPC: no space left on device');
  };
  expect(ran({ trees })).toMatchObject({
    code: 1,
    printed: [['ENOSPC: no space left on device\nnothing written', true]],
  });
});

describe('the waivers of an environment', () => {
  test('silence nothing in another', () => {
    put('staging');
    cpSync(file('staging'), file('second'));
    const yaml = readFileSync(file('second'), 'utf8').replace('environment: staging', 'environment: second');
    writeFileSync(file('second'), yaml.slice(0, yaml.indexOf('waivers:')));
    const environments = loadEnvironments({ root: scratch() });
    const { open, waived } = judge(environments, synthesize(environments), TODAY);
    expect(waived.map(({ finding }) => finding.path.split('/')[1])).toEqual(Array(4).fill('staging'));
    expect(open.map(({ rule, path }) => [rule, path.split('/')[1]])).toEqual(Array(4).fill(['image-digest', 'second']));
  });
});

describe('the description of an error', () => {
  const DEBUG = process.env['GANTRY_DEBUG'];

  afterEach(() => {
    if (DEBUG === undefined) delete process.env['GANTRY_DEBUG'];
    else process.env['GANTRY_DEBUG'] = DEBUG;
  });

  test('is its message, and that nothing was written', () => {
    expect(describeError(new Error('the disk is full'))).toBe('the disk is full\nnothing written');
  });

  test('is the report where it carries findings', () => {
    const finding = { rule: 'a-rule', severity: 'error', resource: 'x', path: 'a/b', message: 'is wrong' } as const;
    expect(describeError(new FindingsError([finding]))).toBe('a/b  (a-rule, x)\n  is wrong\n1 fault, nothing written');
  });

  test('is the thing itself where no error was thrown', () => {
    expect(describeError('broken')).toBe('broken\nnothing written');
  });

  test('has the stack trace with GANTRY_DEBUG', () => {
    process.env['GANTRY_DEBUG'] = '1';
    expect(describeError(new Error('broken'))).toMatch(/\n\s+at .*run\.test/);
  });
});
