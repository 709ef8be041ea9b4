import { checkEnvironment } from '../lib/checks';
import { FindingsError, type Finding } from '../lib/core/finding';
import { formatReport } from '../lib/core/report';
import { applyWaivers, type WaivedFinding } from '../lib/core/waiver';
import { findEnvironments } from '../lib/environment/find';
import { loadEnvironment } from '../lib/environment/load';
import { migrationFindings } from '../lib/migration';
import { replaceTrees, type OutputTree } from './output';
import { previousManifests, type PreviousFolder } from './previous-manifests';
import { resolveEnvironment, type ResolvedEnvironment } from './resolve';
import { synthesize, type Synthesis } from './synthesize';
import { SYSTEMS } from './systems';
import type { Selection } from './trees';

/** What a run needs from outside; tests put their own in. */
export interface RunOptions {
  /** Folder that holds `environments/`. */
  readonly root: string;
  /** Which environments: see `findEnvironments`. */
  readonly pattern?: string;
  /** Day on which waivers are judged, as 2027-03-01. */
  readonly today: string;
  /** Trees to write, once everything is generated and no error is open. */
  readonly trees: (synthesis: Synthesis, selection: Selection) => readonly OutputTree[];
  /**
   * Where the manifests lie that the new ones replace, and that a cluster has to be able to come from.
   *
   * @default - the new ones are not compared
   */
  readonly previous?: PreviousFolder;
  /** Takes the report, and whether it says why nothing was written. */
  readonly print: (text: string, failed: boolean) => void;
}

/**
 * Loads, renders, checks and writes; prints one report. Returns the exit code: 0 where everything was written,
 * 1 where something was wrong, and then nothing was.
 */
export function run(options: RunOptions): number {
  try {
    const environments = loadEnvironments(options);
    const synthesis = synthesize(environments);
    const { open, waived } = judge(environments, synthesis, options.today, migrations(synthesis, options.previous));
    const failed = open.some(({ severity }) => severity === 'error');
    if (!failed) replaceTrees(options.trees(synthesis, selection(options.root, environments)));
    if (open.length + waived.length > 0) options.print(formatReport({ open, waived }), failed);
    if (!failed) options.print(summary(environments, synthesis), false);
    return failed ? 1 : 0;
  } catch (error) {
    options.print(describeError(error), true);
    return 1;
  }
}

/** Loads every environment, and reports the faults of all files together. */
export function loadEnvironments({ root, pattern = '' }: Pick<RunOptions, 'root' | 'pattern'>): ResolvedEnvironment[] {
  const findings: Finding[] = [];
  const environments = findEnvironments(root, pattern).flatMap((file) => {
    try {
      return [resolveEnvironment(loadEnvironment(file, SYSTEMS))];
    } catch (error) {
      if (!(error instanceof FindingsError)) throw error;
      findings.push(...error.findings);
      return [];
    }
  });
  if (findings.length > 0) throw new FindingsError(findings);
  return environments;
}

/** What clusters cannot take, or take and lose something; a list for each environment. */
function migrations(synthesis: Synthesis, previous: PreviousFolder | undefined): readonly (readonly Finding[])[] {
  if (previous === undefined) return [];
  const before = previousManifests(previous, synthesis);
  return synthesis.outputs.map(({ clusters }, index) =>
    migrationFindings(
      before[index] ?? [],
      clusters.flatMap(({ manifests }) => manifests),
    ),
  );
}

/** Checks every environment against its own waivers; `others` are findings that it has besides. */
export function judge(
  environments: readonly ResolvedEnvironment[],
  { outputs }: Synthesis,
  today: string,
  others: readonly (readonly Finding[])[] = [],
): { readonly open: readonly Finding[]; readonly waived: readonly WaivedFinding[] } {
  const results = environments.map(({ environment }, index) => {
    const output = outputs[index];
    const findings = output === undefined ? [] : [...checkEnvironment(output), ...(others[index] ?? [])];
    return applyWaivers(findings, environment.waivers, today);
  });
  return { open: results.flatMap(({ open }) => open), waived: results.flatMap(({ waived }) => waived) };
}

/** What a person reads when a run could not go on. A stack trace helps nobody but us: GANTRY_DEBUG=1 shows it. */
export function describeError(error: unknown): string {
  if (error instanceof FindingsError) return formatReport({ open: error.findings });
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error && process.env['GANTRY_DEBUG'] !== undefined ? `\n${error.stack}` : '';
  return `${message}${stack}\nnothing written`;
}

function selection(root: string, environments: readonly ResolvedEnvironment[]): Selection {
  return {
    all: findEnvironments(root).map((file) =>
      file
        .split(/[\\/]/)
        .slice(-2)
        .join('/')
        .replace(/\.yaml$/, ''),
    ),
    selected: environments.map(nameOf),
  };
}

function nameOf({ environment }: ResolvedEnvironment): string {
  return `${environment.system}/${environment.environment}`;
}

function summary(environments: readonly ResolvedEnvironment[], { infrastructure, manifests }: Synthesis): string {
  const clusters = environments.reduce((sum, { clusters: own }) => sum + own.length, 0);
  const stacks = infrastructure.length - 1;
  const counts = [counted(clusters, 'cluster'), counted(stacks, 'stack'), counted(manifests.length, 'manifest')];
  return `${environments.map(nameOf).join(', ')}: ${counts.join(', ')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
