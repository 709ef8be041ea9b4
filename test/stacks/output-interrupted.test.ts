import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { useProgram } from './program';
import { entriesOf, readTree, useScratch, writeTree } from './scratch';

const FILES = 1500;

/** Moments at which a run is killed, as parts of the time that a whole one takes. */
const MOMENTS = [0.05, 0.2, 0.4, 0.6, 0.75, 0.85, 0.9, 0.95, 1, 1.05, 1.2];

/** Replaces a tree by files that all hold one text; says when it begins and when it is done. */
const program = useProgram({
  code: `
    import { writeSync } from 'node:fs';
    import { replaceTrees } from './stacks/output';
    const [, , root = '', content = '', count, size] = process.argv;
    const files = Array.from({ length: Number(count) }, (_, index) => ({
      path: \`folder-\${index % 50}/file-\${index}.yaml\`,
      content: content.repeat(Number(size)),
    }));
    writeSync(1, 'begins');
    replaceTrees([{ root, files }]);
    writeSync(1, 'done');
  `,
});
const scratch = useScratch();
const root = (): string => join(scratch(), 'out');

async function killAfter(milliseconds: number, content: string): Promise<void> {
  const child = spawn(process.execPath, [program.file(), root(), content, String(FILES), '1']);
  await once(child.stdout, 'data');
  await pause(milliseconds);
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function wholeRun(content: string): Promise<number> {
  const child = spawn(process.execPath, [program.file(), root(), content, String(FILES), '1']);
  await once(child.stdout, 'data');
  const begin = performance.now();
  await once(child, 'exit');
  return performance.now() - begin;
}

/** What the files of a tree hold, each text once, and how many files there are. */
function summary(tree: string): { readonly contents: readonly string[]; readonly count: number } {
  const files = Object.values(readTree(tree));
  return { contents: [...new Set(files)], count: files.length };
}

test('a run that is killed leaves the old tree or the new one, whole, and the next run mends the rest', async () => {
  const whole = await wholeRun('old');
  let last = 'old';
  for (const [index, moment] of MOMENTS.entries()) {
    const next = `run ${index}`;
    await killAfter(moment * whole, next);
    // Between the two renames the old tree has its other name; the next run puts it back.
    const tree = existsSync(root()) ? root() : join(scratch(), '.out.previous');
    const { contents, count } = summary(tree);
    expect([[last], [next]]).toContainEqual(contents);
    expect(count).toBe(FILES);
    last = contents[0] ?? '';
  }
  await wholeRun('mended');
  expect(summary(root())).toEqual({ contents: ['mended'], count: FILES });
  expect(entriesOf(scratch())).toEqual(['out']);
}, 30_000);

test('a file that does not fit on the disk leaves the old tree as it was, and nothing beside it', () => {
  writeTree(root(), { 'folder-0/file-0.yaml': 'old' });
  // Eight blocks at most for each file: the system refuses the write, as it would on a full disk.
  const command = 'ulimit -f 8; exec "$0" "$@"';
  const args = ['-c', command, process.execPath, program.file(), root(), 'x', '10', '100000'];
  const { status, stderr } = spawnSync('sh', args, { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('EFBIG');
  expect(readTree(root())).toEqual({ 'folder-0/file-0.yaml': 'old' });
  expect(entriesOf(scratch())).toEqual(['out']);
});
