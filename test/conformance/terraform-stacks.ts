import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inBatches } from './in-batches';
import { jsonObject, type JsonObject } from './json';
import type { Outcome } from './outcome';
import { runTool, type ToolResult } from './run-tool';
import { cliConfig, type TerraformMirror } from './terraform-mirror';
import { OFFLINE_ENVIRONMENT, requiredProviders, scratchStack } from './terraform-scratch';

const CHECK = 'terraform';

/** A provider process takes 630 MB. */
const AT_A_TIME = 2;

const INIT = ['init', '-input=false', '-no-color', '-backend=false'];
const VALIDATE = ['validate', '-no-color'];
const PLAN = ['plan', '-input=false', '-no-color', '-refresh=false', '-lock=false'];

/** What a run of Terraform needs. */
export interface TerraformOptions {
  readonly mirror: TerraformMirror;
  /** Why a provider is not in the mirror, by its address. */
  readonly missing?: Readonly<Record<string, string>>;
  /** Folder for copies of the stacks and for what Terraform writes. */
  readonly scratch: string;
}

/** A stack as cdktf wrote it. */
export interface Stack {
  readonly name: string;
  readonly json: JsonObject;
}

/** The stacks under `cdktf.out`, sorted by name. */
export function readStacks(cdktfOut: string): readonly Stack[] {
  const folder = join(cdktfOut, 'stacks');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'cdk.tf.json')))
    .sort()
    .map((name) => readStack(name, join(folder, name, 'cdk.tf.json')));
}

/** A stack from one file. */
export function readStack(name: string, file: string): Stack {
  return { name, json: jsonObject(JSON.parse(readFileSync(file, 'utf8'))) };
}

/** Initialises, validates and plans every stack: an outcome for each, in the stacks' order. */
export async function checkStacks(stacks: readonly Stack[], options: TerraformOptions): Promise<readonly Outcome[]> {
  const config = join(options.scratch, 'terraform.rc');
  mkdirSync(options.scratch, { recursive: true });
  writeFileSync(config, cliConfig(options.mirror));
  return inBatches(stacks, AT_A_TIME, (stack) => checkStack(stack, options, config));
}

async function checkStack(
  stack: Stack,
  { mirror, missing = {}, scratch }: TerraformOptions,
  config: string,
): Promise<Outcome> {
  const providers = requiredProviders(stack.json);
  const absent = providers.filter((provider) => mirror.providers[provider] === undefined);
  if (absent.length > 0)
    return outcome(
      stack,
      'skipped',
      absent.map((provider) => absence(provider, missing)),
    );
  const folder = join(scratch, stack.name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(scratchStack(stack.json, mirror.providers), null, 2));
  let last: ToolResult | undefined;
  for (const step of [INIT, VALIDATE, PLAN]) {
    last = await runTool('terraform', step, folder, { ...OFFLINE_ENVIRONMENT, TF_CLI_CONFIG_FILE: config });
    // Standard output holds the plan so far, which says nothing about the error.
    const fault = last.stderr.trim() === '' ? last.stdout : last.stderr;
    if (!last.succeeded) return outcome(stack, 'failed', [`terraform ${step.join(' ')}`, fault.trim()]);
  }
  return outcome(stack, 'passed', [planSummary(last?.stdout ?? '')]);
}

function absence(provider: string, missing: Readonly<Record<string, string>>): string {
  const reason = missing[provider];
  return `not in the plugin mirror: ${provider}${reason === undefined ? '' : ` (${reason})`}`;
}

/** `Plan: 42 to add, 0 to change, 0 to destroy.` */
function planSummary(output: string): string {
  return /^(Plan: .*|No changes\..*|Changes to Outputs:.*)$/m.exec(output)?.[1] ?? 'planned';
}

function outcome(stack: Stack, status: Outcome['status'], details: readonly string[]): Outcome {
  return { check: CHECK, subject: stack.name, status, details };
}
