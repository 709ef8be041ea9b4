import type { Refusal } from '../../core/errors';
import type { Rollout } from '../../core/model/rollout';
import { ROLLOUT_DEFAULTS } from '../controllers/controller-defaults';
import { wholeNumberRefusal } from '../controllers/whole-number';
import type { WorkloadContext } from '../workload-props';
import { isProgressive } from './progressive';
import { progressiveRefusals } from './progressive-validation';
import { rollingUpdateRefusals } from './rolling-update-validation';

/** What a workload's properties say wrong of its rollouts. */
export function rolloutRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  if (context.kind !== undefined && context.kind !== 'Deployment') return [];
  const { rollout } = context;
  if (rollout === undefined) return [];
  return [
    wholeNumberRefusal('rollout.revisionHistoryLimit', rollout.revisionHistoryLimit, 0),
    ...deadlineRefusals(rollout),
    ...(rollout.strategy === 'RollingUpdate' ? rollingUpdateRefusals(rollout) : []),
    ...(isProgressive(rollout) ? progressiveRefusals(context, rollout) : []),
  ];
}

/** Kubernetes and Argo Rollouts want a deadline that a pod can keep. */
function deadlineRefusals(rollout: Rollout): readonly (Refusal | undefined)[] {
  const {
    progressDeadlineSeconds: deadline = ROLLOUT_DEFAULTS.progressDeadlineSeconds,
    minReadySeconds: ready = ROLLOUT_DEFAULTS.minReadySeconds,
  } = rollout;
  const faults = [
    wholeNumberRefusal('rollout.progressDeadlineSeconds', deadline, 1, ' of seconds'),
    wholeNumberRefusal('rollout.minReadySeconds', ready, 0, ' of seconds'),
  ];
  if (faults.some((fault) => fault !== undefined) || deadline > ready) return faults;
  const rule = `must be more than rollout.minReadySeconds (${ready})`;
  return [{ property: 'rollout.progressDeadlineSeconds', rule, got: deadline }];
}
