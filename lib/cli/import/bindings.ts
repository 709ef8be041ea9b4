import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CDK8S = join('node_modules', '.bin', 'cdk8s');

/** Definitions that get bindings under one module name. */
export interface BindingSource {
  readonly name: string;
  /** CustomResourceDefinitions, as YAML. */
  readonly definitions: string;
}

/**
 * Renders every source with `cdk8s import` and replaces `imports/` by the result. A source that fails leaves
 * `imports/` as it was.
 */
export function writeBindings(root: string, sources: readonly BindingSource[]): void {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const scratch = mkdtempSync(join(root, 'dist', 'import-'));
  try {
    sources.forEach((source) => render(root, scratch, source));
    rmSync(join(root, 'imports'), { recursive: true, force: true });
    cpSync(join(scratch, 'imports'), join(root, 'imports'), { recursive: true });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function render(root: string, scratch: string, { name, definitions }: BindingSource): void {
  const file = join(scratch, `${name}.yaml`);
  const output = join(scratch, 'imports');
  writeFileSync(file, definitions);
  // `--no-save` keeps the local file's path out of cdk8s.yaml, `--no-check-upgrade` keeps the tool off the network.
  const flags = ['--language', 'typescript', '--no-save', '--no-check-upgrade', '--output', output];
  execFileSync(join(root, CDK8S), ['import', `${name}:=${file}`, ...flags], { cwd: scratch, stdio: 'pipe' });
  // The tool calls a file without usable definitions a success.
  if (!readdirSync(output).some((binding) => binding.startsWith(`${name}-`))) {
    throw new Error(`${name}: cdk8s import found no definitions to import`);
  }
}
