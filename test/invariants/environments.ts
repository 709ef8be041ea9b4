import { resolve } from 'node:path';
import { isRecord, type Check, type EnvironmentOutput } from '../../lib/checks/output';
import type { Finding } from '../../lib/core/finding';
import type { OutputFile } from '../../stacks/output';
import type { ResolvedEnvironment } from '../../stacks/resolve';
import { loadEnvironments } from '../../stacks/run';
import { synthesize, type Synthesis } from '../../stacks/synthesize';

/** The checkout, wherever the tests are started. */
export const ROOT = resolve(__dirname, '../..');

/** An environment of `environments/` with everything that is generated for it. */
export interface GeneratedEnvironment {
  /** `funlynk/production`. */
  readonly name: string;
  readonly resolved: ResolvedEnvironment;
  /** What checks look at. */
  readonly output: EnvironmentOutput;
  /** Files of its stacks. */
  readonly stacks: readonly OutputFile[];
  /** Files of its clusters. */
  readonly manifests: readonly OutputFile[];
}

/** Loads and renders every environment there is: one that is added is tested without another test. */
export function generate(): Synthesis & { readonly environments: readonly GeneratedEnvironment[] } {
  const resolved = loadEnvironments({ root: ROOT });
  const synthesis = synthesize(resolved);
  return {
    ...synthesis,
    environments: resolved.map((it, index) => {
      const generated = synthesis.outputs[index];
      const name = `${it.environment.system}/${it.environment.environment}`;
      if (generated === undefined) throw new Error(`nothing was generated for ${name}`);
      const output = withNetwork(generated, it);
      const paths = output.clusters.flatMap((cluster) => cluster.manifests.map(({ path }) => path));
      const stacks = output.stacks.map((stack) => stackFile(synthesis, stack.name));
      return {
        name,
        resolved: it,
        output,
        stacks,
        manifests: synthesis.manifests.filter(({ path }) => paths.includes(path)),
      };
    }),
  };
}

/** An environment whose clusters say where pods find the API server and their cloud, as their contracts have it. */
function withNetwork(output: EnvironmentOutput, { clusters }: ResolvedEnvironment): EnvironmentOutput {
  return {
    ...output,
    clusters: output.clusters.map((cluster) => {
      const network = clusters.find(({ name }) => name === cluster.name)?.contract;
      return network === undefined ? cluster : { ...cluster, network };
    }),
  };
}

/** Environments by name, as `describe.each` wants them. */
export function byName(
  environments: readonly GeneratedEnvironment[],
): (readonly [name: string, environment: GeneratedEnvironment])[] {
  return environments.map((environment) => [environment.name, environment] as const);
}

/** What a check finds in an environment and no waiver of its file names, on whatever day. */
export function open(check: Check, { resolved, output }: GeneratedEnvironment): readonly Finding[] {
  return check(output).filter(
    ({ rule, resource }) =>
      !resolved.environment.waivers.some((waiver) => waiver.rule === rule && waiver.resource === resource),
  );
}

/** The JSON of a stack's file. */
export function parsed({ content }: OutputFile): Readonly<Record<string, unknown>> {
  const json: unknown = JSON.parse(content);
  if (!isRecord(json)) throw new Error('a stack is no object');
  return json;
}

function stackFile({ infrastructure }: Synthesis, name: string): OutputFile {
  const found = infrastructure.find(({ path }) => path.startsWith(`stacks/${name}/`));
  if (found === undefined) throw new Error(`no file of stack ${name}`);
  return found;
}
