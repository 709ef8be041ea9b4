import type { Analysis, BlueGreen, Canary, Rollout, RolloutEngine } from '../../core/model/rollout';
import type { WorkloadContext } from '../workload-props';
import { PROGRESSIVE_DEFAULTS } from './rollout-defaults';

/** A rollout during which the new version is watched. */
export type Progressive = Canary | BlueGreen;

/** The workload's progressive rollout; undefined where its pods are replaced at once or a few at a time. */
export function progressiveRollout(context: WorkloadContext): Progressive | undefined {
  return 'rollout' in context && isProgressive(context.rollout) ? context.rollout : undefined;
}

/** Whether the new version is watched while it takes over. */
export function isProgressive(rollout: Rollout | undefined): rollout is Progressive {
  return rollout?.strategy === 'Canary' || rollout?.strategy === 'BlueGreen';
}

/** Who carries out the workload's progressive rollout; undefined where it has none. */
export function rolloutEngine(context: WorkloadContext): RolloutEngine | undefined {
  const rollout = progressiveRollout(context);
  return rollout === undefined ? undefined : engineOf(rollout);
}

/** Who carries out a progressive rollout. */
export function engineOf({ engine = PROGRESSIVE_DEFAULTS.engine }: Progressive): RolloutEngine {
  return engine;
}

/** Name of the Service in front of the new version alone. */
export function newVersionService(workload: string, { strategy }: Progressive): string {
  return strategy === 'Canary' ? `${workload}-canary` : `${workload}-preview`;
}

/** Whether an analysis asks for what the mesh counts. */
export function measuresRequests({ metrics }: Analysis): boolean {
  return Object.values(metrics).some(({ kind }) => kind !== 'prometheus');
}
