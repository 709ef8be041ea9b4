import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What the Terraform CLI leaves beside a stack's file: providers, locks, local states and plans. */
const TERRAFORM_OWN = /^(\.terraform.*|terraform\.tfstate.*|.*\.tfplan|plan)$/;

/** A file of an output tree. */
export interface OutputFile {
  /** Path below the tree's root, with forward slashes. */
  readonly path: string;
  readonly content: string;
}

/** A tree of generated files, and what of the tree before it stays. */
export interface OutputTree {
  /** Folder that the tree replaces. */
  readonly root: string;
  readonly files: readonly OutputFile[];
  /**
   * Paths of folders in the tree before that are taken over unchanged: what a narrowed run did not make anew.
   *
   * @default []
   */
  readonly keep?: readonly string[];
}

/**
 * Replaces output trees as a whole: all files are written beside the old trees first, and only when every one
 * is there do two renames swap each tree. A full disk or a killed process leaves the old trees as they were; a
 * process killed between the two renames is mended by the next run. Files of the Terraform CLI stay.
 *
 * Throws where a root is a Git repository, for its history would go with the old tree.
 */
export function replaceTrees(trees: readonly OutputTree[]): void {
  for (const { root } of trees) {
    refuseRepository(root);
    recoverTree(root);
  }
  try {
    for (const tree of trees) stage(tree);
  } catch (error) {
    for (const tree of trees) remove(staging(tree.root));
    throw error;
  }
  for (const { root } of trees) swap(root);
}

/**
 * Ends what a killed run left: the old tree back in place, or its Terraform files carried over. Whoever reads the
 * old tree to say what of it stays does this first.
 */
export function recoverTree(root: string): void {
  if (!existsSync(previous(root))) return;
  if (existsSync(root)) finish(root);
  else renameSync(previous(root), root);
}

function refuseRepository(root: string): void {
  if (!existsSync(join(root, '.git'))) return;
  throw new Error(`${root} is a Git repository, and all of it would be replaced; name a folder inside it`);
}

function stage({ root, files, keep = [] }: OutputTree): void {
  const target = staging(root);
  remove(target);
  mkdirSync(target, { recursive: true });
  for (const path of keep) {
    if (existsSync(join(root, path))) takeOver(join(root, path), join(target, path));
  }
  const folders = new Set<string>();
  for (const { path, content } of files) {
    const file = join(target, path);
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, content);
  }
}

/**
 * Has a folder of the old tree in the new one, too, by links to its files: nobody writes into a file of ours, a run makes
 * new ones. Where the file system knows no links, files are copied, which takes ten times as long.
 */
function takeOver(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) takeOver(source, target);
    else if (entry.isFile()) linkOrCopy(source, target);
    else cpSync(source, target, { verbatimSymlinks: true });
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

function swap(root: string): void {
  if (existsSync(root)) renameSync(root, previous(root));
  renameSync(staging(root), root);
  finish(root);
}

function finish(root: string): void {
  carryTerraformFiles(previous(root), root);
  remove(previous(root));
}

/** Moves the Terraform CLI's files of every stack that still exists to the new tree. */
function carryTerraformFiles(from: string, to: string): void {
  const stacks = join(from, 'stacks');
  if (!existsSync(stacks)) return;
  for (const stack of readdirSync(stacks)) {
    const target = join(to, 'stacks', stack);
    if (!existsSync(target)) continue;
    for (const entry of readdirSync(join(stacks, stack)).filter((name) => TERRAFORM_OWN.test(name))) {
      if (!existsSync(join(target, entry))) renameSync(join(stacks, stack, entry), join(target, entry));
    }
  }
}

function staging(root: string): string {
  return join(dirname(root), `.${basename(root)}.next`);
}

function previous(root: string): string {
  return join(dirname(root), `.${basename(root)}.previous`);
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
