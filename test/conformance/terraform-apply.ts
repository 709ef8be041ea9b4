import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonList, jsonObject, type JsonObject } from './json';
import { ARGUMENTS_NOT_IN_MOTO, MOTO_FAULTS, NOT_IN_MOTO } from './moto-limits';
import { startMoto } from './moto-server';
import { forgiving, motoStack, type LeftOut } from './moto-stack';
import type { Outcome } from './outcome';
import { runTool, type ToolResult } from './run-tool';
import type { StackWave } from './stack-groups';
import { cliConfig, type TerraformMirror } from './terraform-mirror';
import { awsAccounts, motoScratchStack, requiredProviders, terraformEnvironment } from './terraform-scratch';
import type { Stack } from './terraform-stacks';

const CHECK = 'apply';
const AWS = 'hashicorp/aws';
/** Account of a stack that works in more than one, or does not say in which. */
const ANY_ACCOUNT = '123456789012';

const COMMON = ['-input=false', '-no-color', '-lock=false'];
const INIT = ['init', '-input=false', '-no-color'];
const APPLY = ['apply', '-auto-approve', '-parallelism=30', ...COMMON];
const SECOND_PLAN = ['plan', '-out=second.tfplan', ...COMMON];
const DESTROY = ['destroy', '-auto-approve', '-parallelism=30', ...COMMON];

/** What it takes to apply stacks. */
export interface ApplyOptions {
  readonly mirror: TerraformMirror;
  /** Folder that moto is installed in. */
  readonly moto: string;
  /** Folder for copies of the stacks and for what Terraform writes. */
  readonly scratch: string;
}

/** Whether a stack asks for nothing but AWS; what asks for more, such as an API server, moto cannot stand in for. */
export function isAppliedToMoto({ json }: Stack): boolean {
  return requiredProviders(json).every((provider) => provider === AWS);
}

/**
 * Applies stacks wave by wave to an AWS of their own, plans each a second time, which must find no change, and destroys
 * them in the opposite order: an outcome for each.
 */
export async function applyStacks(waves: readonly StackWave[], options: ApplyOptions): Promise<readonly Outcome[]> {
  const accounts = [...new Set(waves.flat().flatMap(({ json }) => awsAccounts(json)))];
  const moto = await startMoto(options.moto, accounts.length === 1 ? String(accounts[0]) : ANY_ACCOUNT);
  try {
    const trials = waves.map((wave) => wave.map((stack) => new Trial(stack, moto.endpoint, options)));
    for (const wave of trials) await Promise.all(wave.map((trial) => trial.apply()));
    for (const wave of [...trials].reverse()) await Promise.all(wave.map((trial) => trial.destroy()));
    return trials.flat().map((trial) => trial.outcome());
  } finally {
    await moto.stop();
  }
}

/** One stack on its way there and back. */
class Trial {
  private readonly folder: string;
  private readonly environment: Readonly<Record<string, string>>;
  private readonly json: JsonObject;
  private readonly leftOut: readonly LeftOut[];
  private readonly faults: string[] = [];
  private readonly notes: string[] = [];

  constructor(
    private readonly stack: Stack,
    endpoint: string,
    { mirror, scratch }: ApplyOptions,
  ) {
    this.folder = join(scratch, stack.name);
    mkdirSync(this.folder, { recursive: true });
    const config = join(this.folder, 'terraform.rc');
    writeFileSync(config, cliConfig(mirror));
    this.environment = {
      ...terraformEnvironment(endpoint),
      // S3 Control puts the account before the host, which nobody resolves: moto answers as the proxy, too.
      HTTP_PROXY: endpoint,
      TF_CLI_CONFIG_FILE: config,
    };
    const { json, leftOut } = motoStack(
      motoScratchStack(stack.json, mirror.providers),
      NOT_IN_MOTO,
      ARGUMENTS_NOT_IN_MOTO,
    );
    this.json = json;
    this.leftOut = leftOut;
  }

  public async apply(): Promise<void> {
    this.write(this.json);
    if (!(await this.run(INIT))) return;
    // What failed half way is planned no second time, but destroyed.
    const applied = await this.run(APPLY);
    this.notes.push(/^Apply complete! Resources: (\d+ added)/m.exec(applied?.stdout ?? '')?.[1] ?? 'not applied');
    if (applied) await this.planAgain();
  }

  public async destroy(): Promise<void> {
    const destroyed = await this.run(DESTROY);
    if (destroyed) this.notes.push(/^Destroy complete! Resources: (.*)\.$/m.exec(destroyed.stdout)?.[1] ?? 'destroyed');
  }

  public outcome(): Outcome {
    const status = this.faults.length > 0 ? 'failed' : 'passed';
    const details = [this.notes.join(', '), ...this.faults, ...describe(this.leftOut)];
    return { check: CHECK, subject: this.stack.name, status, details };
  }

  private async planAgain(): Promise<void> {
    const changes = await this.secondPlan();
    if (changes.length === 0) {
      this.notes.push('second plan empty');
      return;
    }
    this.write(forgiving(this.json, MOTO_FAULTS));
    // What a provider computes by itself, such as all tags, cannot be ignored, and is compared all the same.
    const own = (await this.secondPlan()).filter((change) => !isFaultOfMoto(change));
    if (own.length > 0) this.faults.push('the second plan is not empty:', ...own.map(line));
    else this.notes.push(`second plan empty but for faults of moto in ${types(changes).join(', ')}`);
  }

  private async secondPlan(): Promise<readonly Change[]> {
    const planned = await this.run(SECOND_PLAN);
    const shown = planned && (await this.run(['show', '-json', 'second.tfplan']));
    return shown ? changes(jsonObject(JSON.parse(shown.stdout))) : [];
  }

  /** Returns nothing where the command failed, which is noted. */
  private async run(command: readonly string[]): Promise<ToolResult | undefined> {
    const result = await runTool('terraform', command, this.folder, this.environment);
    if (result.succeeded) return result;
    this.faults.push(`terraform ${command[0]}`, (result.stderr.trim() === '' ? result.stdout : result.stderr).trim());
    return undefined;
  }

  private write(json: JsonObject): void {
    writeFileSync(join(this.folder, 'cdk.tf.json'), JSON.stringify(json, null, 2));
  }
}

/** A resource that a plan would change. */
interface Change {
  readonly address: string;
  readonly type: string;
  readonly actions: readonly string[];
  /** Arguments that differ, sorted. */
  readonly differs: readonly string[];
}

function changes(plan: JsonObject): readonly Change[] {
  return jsonList(plan.resource_changes).flatMap((entry) => {
    const { address, type, change } = jsonObject(entry);
    const { before, after, after_unknown: unknown, ...own } = jsonObject(change);
    const actions = jsonList(own.actions).map(String);
    if (actions.every((action) => action === 'no-op' || action === 'read')) return [];
    const names = Object.keys({ ...jsonObject(before), ...jsonObject(after), ...jsonObject(unknown) });
    const differs = names.filter(
      (name) =>
        jsonObject(unknown)[name] === true ||
        JSON.stringify(jsonObject(before)[name]) !== JSON.stringify(jsonObject(after)[name]),
    );
    return [{ address: String(address), type: String(type), actions, differs: differs.sort() }];
  });
}

/** Whether nothing differs in place but what moto gets wrong. */
function isFaultOfMoto({ type, actions, differs }: Change): boolean {
  const { attributes = [] } = MOTO_FAULTS[type] ?? {};
  return actions.join() === 'update' && differs.every((name) => attributes.includes(name));
}

function line({ address, actions, differs }: Change): string {
  return `${address} (${actions.join(', ')}): ${differs.join(', ')}`;
}

function types(changed: readonly Change[]): readonly string[] {
  return [...new Set(changed.map(({ type }) => type))].sort();
}

/** A line for each reason. */
function describe(leftOut: readonly LeftOut[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { address, reason } of leftOut) byReason.set(reason, [...(byReason.get(reason) ?? []), address]);
  return [...byReason].map(([reason, addresses]) => `left out, as ${reason}: ${addresses.sort().join(', ')}`);
}
