import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheFolder } from './cache-folder';
import { CoreSchemas } from './core-schemas';
import { CustomSchemas } from './custom-schemas';
import { writeExampleManifests } from './example-manifests';
import { importedTypes } from './imported-types';
import { inBatches } from './in-batches';
import { kubernetesOpenApi } from './kubernetes-open-api';
import { checkManifests } from './kubernetes-schemas';
import { ManifestValidator } from './manifest-validator';
import { installMoto } from './moto-server';
import { formatReport, missingTool, type Outcome } from './outcome';
import { buildProviders } from './provider-builds';
import { runTool } from './run-tool';
import { selfCheck } from './self-check';
import { readDependencies, stackGroups } from './stack-groups';
import { applyStacks, type ApplyOptions, isAppliedToMoto } from './terraform-apply';
import { findMirror, joinMirrors, type TerraformMirror, withoutProviders } from './terraform-mirror';
import { requiredVersions } from './terraform-scratch';
import { checkStacks, readStack, readStacks, type Stack, type TerraformOptions } from './terraform-stacks';

/** Folders beside the checkout that hold what a machine may have; `CRDS` and `TERRAFORM_MIRROR` name others. */
const DEFAULT_CRDS = '../shared/crds';
/** Definitions of kinds whose makers publish none. */
const OWN_CRDS = 'test/conformance/crds';
const MIRROR_SCRIPT = '../shared/tools/terraform-mirror';

const FIXTURES = 'test/conformance/fixtures';
const FIXTURE_TYPES = ['aws_subnet', 'aws_vpc'];
const MOTO_REQUIREMENTS = 'test/conformance/moto-requirements.txt';

/** A moto and a provider process each. */
const APPLIED_AT_A_TIME = 2;

async function main(): Promise<void> {
  mkdirSync('dist', { recursive: true });
  const scratch = resolve(mkdtempSync(join('dist', 'conformance-')));
  try {
    const outcomes = [
      ...(isAsked('kubernetes') ? await kubernetesOutcomes(scratch) : []),
      ...(isAsked('terraform') ? await terraformOutcomes(scratch) : []),
    ];
    process.stdout.write(formatReport(outcomes));
    if (outcomes.some((outcome) => outcome.status === 'failed')) process.exitCode = 1;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Everything is checked, unless one side is named: `npm run conformance -- kubernetes`. */
function isAsked(side: string): boolean {
  const [asked = side] = process.argv.slice(2);
  return asked === side;
}

async function kubernetesOutcomes(scratch: string): Promise<readonly Outcome[]> {
  const check = 'kubernetes-schemas';
  const folder = process.env.CRDS ?? DEFAULT_CRDS;
  const openApi = await kubernetesOpenApi(scratch);
  const core = 'document' in openApi ? new CoreSchemas(openApi.document) : undefined;
  const custom = existsSync(folder) ? CustomSchemas.fromFolders(folder, OWN_CRDS) : undefined;
  const validator = new ManifestValidator({ core, custom });
  const fixtures = (name: string): readonly Outcome[] => checkManifests(join(FIXTURES, 'manifests', name), validator);
  const outcomes: Outcome[] = [];
  if ('missing' in openApi) outcomes.push(missingTool(check, 'kinds of Kubernetes', openApi.missing));
  if (custom === undefined) {
    outcomes.push(missingTool(check, 'custom resources', `no definitions at ${folder}; CRDS names another folder`));
  }
  if (outcomes.length === 0) outcomes.push(selfCheck(check, fixtures('sound'), fixtures('broken')));
  const examples = join(scratch, 'manifests');
  writeExampleManifests(examples);
  return [...outcomes, ...checkManifests('manifests', validator), ...checkManifests(examples, validator)];
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
  const builds = await buildProviders(absentProviders(stacks, mirror), trimmedTypes(), cacheFolder('providers'));
  const options = {
    mirror: joinMirrors(builds.mirror, withoutProviders(mirror, Object.keys(builds.missing))),
    missing: builds.missing,
  };
  const selfChecks = await fixtureOutcomes({ ...options, scratch: join(scratch, 'fixtures') });
  if (stacks.length === 0) {
    const details = ['no stacks here; synthesise them first'];
    return [...selfChecks, { check, subject: 'cdktf.out', status: 'failed', details }];
  }
  return [
    ...selfChecks,
    ...(await checkStacks(stacks, { ...options, scratch: join(scratch, 'stacks') })),
    ...(await applyOutcomes(stacks, options.mirror, join(scratch, 'apply'))),
  ];
}

/** Applies what is on AWS alone, to moto; each environment has an AWS of its own. */
async function applyOutcomes(
  stacks: readonly Stack[],
  mirror: TerraformMirror,
  scratch: string,
): Promise<readonly Outcome[]> {
  const check = 'apply';
  if (!stacks.some(isAppliedToMoto)) return [];
  if (mirror.providers['hashicorp/aws'] === undefined) {
    return [
      { check, subject: 'every AWS stack', status: 'skipped', details: ['hashicorp/aws is not there, see above'] },
    ];
  }
  const moto = await installMoto(MOTO_REQUIREMENTS, cacheFolder('moto'));
  if ('missing' in moto) return [missingTool(check, 'every AWS stack', moto.missing)];
  const groups = stackGroups(stacks.filter(isAppliedToMoto), readDependencies('cdktf.out'));
  const outcomes = await inBatches(groups, APPLIED_AT_A_TIME, (group) =>
    applyStacks(group, { mirror, moto: moto.folder, scratch }),
  );
  return [await applySelfCheck({ mirror, moto: moto.folder, scratch }), ...outcomes.flat()];
}

/** Whether what cannot be applied, and what never comes to rest, is found out. */
async function applySelfCheck(options: ApplyOptions): Promise<Outcome> {
  const apply = (name: string): Promise<readonly Outcome[]> =>
    applyStacks([[readStack(name, join(FIXTURES, `${name}-aws-stack.tf.json`))]], options);
  const broken = [...(await apply('unapplicable')), ...(await apply('unsettled'))];
  return selfCheck('apply', await apply('sound'), broken);
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

/** Types that a trimmed provider has to have: what our code makes, and the fixtures. */
function trimmedTypes(): readonly string[] {
  return [...importedTypes('aws', ['lib', 'stacks']), ...FIXTURE_TYPES];
}

/** Providers that stacks require and the mirror does not have, or has in another major version. */
function absentProviders(stacks: readonly Stack[], { providers }: TerraformMirror): readonly string[] {
  const required = stacks.flatMap(({ json }) => Object.entries(requiredVersions(json)));
  const absent = required.filter(([address, version]) => major(providers[address]) !== major(version));
  return [...new Set(absent.map(([address]) => address))].sort();
}

function major(version: string | undefined): string | undefined {
  return version === undefined ? undefined : /\d+/.exec(version)?.[0];
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
