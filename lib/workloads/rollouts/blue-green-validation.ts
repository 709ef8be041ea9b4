import type { Refusal } from '../../core/errors';
import type { BlueGreen } from '../../core/model/rollout';
import { wholeNumberRefusal } from '../controllers/whole-number';
import { engineOf } from './progressive';
import { BLUE_GREEN_MEASUREMENTS, PROGRESSIVE_DEFAULTS } from './rollout-defaults';

const DELAY = 'rollout.scaleDownDelaySeconds';

/** What a blue-green rollout says wrong. */
export function blueGreenRefusals(rollout: BlueGreen): readonly (Refusal | undefined)[] {
  const { autoPromotionSeconds, scaleDownDelaySeconds = PROGRESSIVE_DEFAULTS.scaleDownDelaySeconds } = rollout;
  return [
    wholeNumberRefusal('rollout.autoPromotionSeconds', autoPromotionSeconds, 0, ' of seconds'),
    wholeNumberRefusal(DELAY, scaleDownDelaySeconds, 0, ' of seconds') ?? delayRefusal(rollout, scaleDownDelaySeconds),
  ];
}

/**
 * Argo Rollouts ends the analysis when it takes the old version's pods away.
 * https://argo-rollouts.readthedocs.io/en/stable/features/bluegreen/#postpromotionanalysis
 */
function delayRefusal(rollout: BlueGreen, delay: number): Refusal | undefined {
  const { intervalSeconds = PROGRESSIVE_DEFAULTS.intervalSeconds } = rollout.analysis;
  const measured = BLUE_GREEN_MEASUREMENTS * intervalSeconds;
  if (engineOf(rollout) === 'flagger' || delay >= measured) return undefined;
  const rule = `must be at least ${measured}, the time of ${BLUE_GREEN_MEASUREMENTS} measurements, so that there is an old version to go back to`;
  return { property: DELAY, rule, got: delay };
}
