import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CoreSchemas } from './core-schemas';
import { CustomSchemas } from './custom-schemas';
import { kubernetesOpenApi } from './kubernetes-open-api';
import { checkManifests } from './kubernetes-schemas';
import { ManifestValidator } from './manifest-validator';
import { formatReport, missingTool, type Outcome } from './outcome';
import { buildFolder, buildProviders } from './provider-builds';
import { runTool } from './run-tool';
import { selfCheck } from './self-check';
import { findMirror, joinMirrors, type TerraformMirror } from './terraform-mirror';
import { requiredProviders } from './terraform-scratch';
import { checkStacks, readStack, readStacks, type Stack, type TerraformOptions } from './terraform-stacks';

/** Folders beside the checkout that hold what a machine may have; `CRDS` and `TERRAFORM_MIRROR` name others. */
const DEFAULT_CRDS = '../shared/crds';
const MIRROR_SCRIPT = '../shared/tools/terraform-mirror';

const FIXTURES = 'test/conformance/fixtures';

async function main(): Promise<void> {
  mkdirSync('dist', { recursive: true });
  const scratch = resolve(mkdtempSync(join('dist', 'conformance-')));
  try {
    const outcomes = [...(await kubernetesOutcomes(scratch)), ...(await terraformOutcomes(scratch))];
    process.stdout.write(formatReport(outcomes));
    if (outcomes.some((outcome) => outcome.status === 'failed')) process.exitCode = 1;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function kubernetesOutcomes(scratch: string): Promise<readonly Outcome[]> {
  const check = 'kubernetes-schemas';
  const folder = process.env.CRDS ?? DEFAULT_CRDS;
  const openApi = await kubernetesOpenApi(scratch);
  const core = 'document' in openApi ? new CoreSchemas(openApi.document) : undefined;
  const custom = existsSync(folder) ? CustomSchemas.fromFolder(folder) : undefined;
  const validator = new ManifestValidator({ core, custom });
  const fixtures = (name: string): readonly Outcome[] => checkManifests(join(FIXTURES, 'manifests', name), validator);
  const outcomes: Outcome[] = [];
  if ('missing' in openApi) outcomes.push(missingTool(check, 'kinds of Kubernetes', openApi.missing));
  if (custom === undefined) {
    outcomes.push(missingTool(check, 'custom resources', `no definitions at ${folder}; CRDS names another folder`));
  }
  if (outcomes.length === 0) outcomes.push(selfCheck(check, fixtures('sound'), fixtures('broken')));
  return [...outcomes, ...checkManifests('manifests', validator)];
}

async function terraformOutcomes(scratch: string): Promise<readonly Outcome[]> {
  const check = 'terraform';
  if (!(await runTool('terraform', ['-version'], scratch)).installed) {
    return [missingTool(check, 'every stack', 'terraform is not installed')];
  }
  const mirror = await findMirror(MIRROR_SCRIPT);
  if (mirror === undefined) {
    return [
      missingTool(
        check,
        'every stack',
        'no plugin mirror found; TERRAFORM_MIRROR names one, `terraform providers mirror` makes one',
      ),
    ];
  }
  const stacks = readStacks('cdktf.out');
  const builds = await buildProviders(absentProviders(stacks, mirror), buildFolder());
  const options = { mirror: joinMirrors(mirror, builds.mirror), missing: builds.missing };
  const selfChecks = await fixtureOutcomes({ ...options, scratch: join(scratch, 'fixtures') });
  if (stacks.length === 0) {
    const details = ['no stacks here; synthesise them first'];
    return [...selfChecks, { check, subject: 'cdktf.out', status: 'failed', details }];
  }
  return [...selfChecks, ...(await checkStacks(stacks, { ...options, scratch: join(scratch, 'stacks') }))];
}

/** Whether a wrong stack of each cloud is found out. */
async function fixtureOutcomes(options: TerraformOptions): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const cloud of ['aws', 'google']) {
    const fixture = (name: string): Stack =>
      readStack(`${name}-${cloud}`, join(FIXTURES, `${name}-${cloud}-stack.tf.json`));
    const [sound, broken] = await checkStacks([fixture('sound'), fixture('broken')], options);
    if (sound === undefined || broken === undefined) throw new Error('a stack has no outcome');
    outcomes.push(
      sound.status === 'skipped' ? sound : selfCheck('terraform', [sound], [broken], `self-check on ${cloud}`),
    );
  }
  return outcomes;
}

/** Providers that stacks require and the mirror does not have. */
function absentProviders(stacks: readonly Stack[], { providers }: TerraformMirror): readonly string[] {
  const required = new Set(stacks.flatMap(({ json }) => requiredProviders(json)));
  return [...required].filter((provider) => providers[provider] === undefined).sort();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
