import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { replaceTrees } from '../../stacks/output';
import { entriesOf, readTree, useScratch, writeTree } from './scratch';

const scratch = useScratch();
const root = (): string => join(scratch(), 'out');

/** Files that cannot all be written: one would have to be a folder as well. */
const IMPOSSIBLE = [
  { path: 'a.yaml', content: 'new' },
  { path: 'b', content: 'a file' },
  { path: 'b/c.yaml', content: 'below it' },
];

describe('a tree', () => {
  test('is written with its folders, and the folder it lies in', () => {
    const deep = join(scratch(), 'not', 'yet', 'out');
    replaceTrees([{ root: deep, files: [{ path: 'a/b/c.yaml', content: 'c' }] }]);
    expect(readTree(deep)).toEqual({ 'a/b/c.yaml': 'c' });
  });

  test('loses the files that are no longer made', () => {
    replaceTrees([{ root: root(), files: ['a', 'b'].map((path) => ({ path: `${path}/x.yaml`, content: path })) }]);
    replaceTrees([{ root: root(), files: [{ path: 'a/x.yaml', content: 'changed' }] }]);
    expect(readTree(root())).toEqual({ 'a/x.yaml': 'changed' });
    expect(entriesOf(root())).toEqual(['a']);
  });

  test('keeps the folders that it is told to, and of those only what was there', () => {
    writeTree(root(), { 'kept/x.yaml': 'old', 'other/x.yaml': 'old' });
    replaceTrees([{ root: root(), files: [{ path: 'new/x.yaml', content: 'new' }], keep: ['kept', 'missing'] }]);
    expect(readTree(root())).toEqual({ 'kept/x.yaml': 'old', 'new/x.yaml': 'new' });
  });

  test('leaves nothing beside it', () => {
    writeTree(root(), { 'x.yaml': 'old' });
    replaceTrees([{ root: root(), files: [{ path: 'x.yaml', content: 'new' }] }]);
    expect(entriesOf(scratch())).toEqual(['out']);
  });
});

test('a Git repository is not replaced, for its history would go', () => {
  writeTree(root(), { '.git/HEAD': 'ref: refs/heads/main' });
  expect(() => replaceTrees([{ root: root(), files: [] }])).toThrow('is a Git repository, and all of it would be');
  expect(readTree(root())).toEqual({ '.git/HEAD': 'ref: refs/heads/main' });
});

test('a folder of a Git repository is replaced, and the rest of it stays', () => {
  writeTree(scratch(), { '.git/HEAD': 'ref: refs/heads/main', 'out/a.yaml': 'old' });
  replaceTrees([{ root: root(), files: [{ path: 'a.yaml', content: 'new' }] }]);
  expect(readTree(scratch())).toEqual({ '.git/HEAD': 'ref: refs/heads/main', 'out/a.yaml': 'new' });
});

describe('a failing write', () => {
  test('leaves the old tree as it was, and nothing beside it', () => {
    writeTree(root(), { 'a.yaml': 'old', 'gone.yaml': 'old' });
    expect(() => replaceTrees([{ root: root(), files: IMPOSSIBLE }])).toThrow(/EEXIST|ENOTDIR/);
    expect(readTree(root())).toEqual({ 'a.yaml': 'old', 'gone.yaml': 'old' });
    expect(entriesOf(scratch())).toEqual(['out']);
  });

  test('leaves every other tree as it was, too', () => {
    const other = join(scratch(), 'other');
    writeTree(other, { 'a.yaml': 'old' });
    const trees = [
      { root: other, files: [{ path: 'a.yaml', content: 'new' }] },
      { root: root(), files: IMPOSSIBLE },
    ];
    expect(() => replaceTrees(trees)).toThrow(/EEXIST|ENOTDIR/);
    expect(readTree(other)).toEqual({ 'a.yaml': 'old' });
    expect(entriesOf(scratch())).toEqual(['other']);
  });
});

describe('the files of the Terraform CLI', () => {
  const OWN = {
    'stacks/a/.terraform.lock.hcl': 'lock',
    'stacks/a/.terraform/providers/x': 'a provider',
    'stacks/a/terraform.tfstate': 'state',
    'stacks/a/terraform.tfstate.backup': 'older state',
    'stacks/a/today.tfplan': 'plan',
  };
  const stack = (name: string): { path: string; content: string } => ({
    path: `stacks/${name}/cdk.tf.json`,
    content: '{}',
  });

  test('stay where their stack does', () => {
    writeTree(root(), { ...OWN, 'stacks/a/cdk.tf.json': 'old' });
    replaceTrees([{ root: root(), files: [stack('a')] }]);
    expect(readTree(root())).toEqual({ ...OWN, 'stacks/a/cdk.tf.json': '{}' });
  });

  test('go with their stack', () => {
    writeTree(root(), { ...OWN, 'stacks/a/cdk.tf.json': 'old' });
    replaceTrees([{ root: root(), files: [stack('b')] }]);
    expect(readTree(root())).toEqual({ 'stacks/b/cdk.tf.json': '{}' });
  });

  test('are all that stays: what an older version of ours left does not', () => {
    writeTree(root(), { 'stacks/a/main.tf': 'would clash', 'stacks/a/metadata.json': '{}' });
    replaceTrees([{ root: root(), files: [stack('a')] }]);
    expect(readTree(root())).toEqual({ 'stacks/a/cdk.tf.json': '{}' });
  });
});

describe('after a run that was killed', () => {
  const files = [{ path: 'stacks/a/cdk.tf.json', content: 'new' }];
  const previous = (): string => join(scratch(), '.out.previous');

  test('while it staged, the half that it left does not get into the next tree', () => {
    writeTree(join(scratch(), '.out.next'), { 'stacks/half.yaml': 'half' });
    replaceTrees([{ root: root(), files }]);
    expect(readTree(root())).toEqual({ 'stacks/a/cdk.tf.json': 'new' });
    expect(entriesOf(scratch())).toEqual(['out']);
  });

  test('between its two renames, the next run starts from the old tree', () => {
    writeTree(previous(), { 'stacks/a/cdk.tf.json': 'old', 'stacks/a/terraform.tfstate': 'state' });
    replaceTrees([{ root: root(), files }]);
    expect(readTree(root())).toEqual({ 'stacks/a/cdk.tf.json': 'new', 'stacks/a/terraform.tfstate': 'state' });
    expect(entriesOf(scratch())).toEqual(['out']);
  });

  test('between its two renames, the old tree is put back even where the next run fails', () => {
    writeTree(previous(), { 'a.yaml': 'old' });
    expect(() => replaceTrees([{ root: root(), files: IMPOSSIBLE }])).toThrow(/EEXIST|ENOTDIR/);
    expect(readTree(root())).toEqual({ 'a.yaml': 'old' });
    expect(entriesOf(scratch())).toEqual(['out']);
  });

  test("after its renames, the next run brings over the Terraform CLI's files", () => {
    writeTree(previous(), { 'stacks/a/cdk.tf.json': 'old', 'stacks/a/terraform.tfstate': 'state' });
    writeTree(root(), { 'stacks/a/cdk.tf.json': 'killed' });
    mkdirSync(join(root(), 'stacks/b'));
    replaceTrees([{ root: root(), files }]);
    expect(readTree(root())).toEqual({ 'stacks/a/cdk.tf.json': 'new', 'stacks/a/terraform.tfstate': 'state' });
    expect(entriesOf(scratch())).toEqual(['out']);
  });
});
