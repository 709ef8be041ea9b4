import type { Refusal } from '../../core/errors';
import type { Canary } from '../../core/model/rollout';
import { wholeNumberRefusal } from '../controllers/whole-number';
import type { ContextOf } from '../workload-props';
import { engineOf } from './progressive';
import { requestPorts } from './request-split';
import { PROGRESSIVE_DEFAULTS } from './rollout-defaults';

/** What a canary says wrong. */
export function canaryRefusals(context: ContextOf<'Deployment'>, rollout: Canary): readonly (Refusal | undefined)[] {
  const { steps } = rollout;
  if (steps.length === 0) {
    return [{ property: 'rollout.steps', rule: 'must be at least one step', got: steps }, requestRefusal(context)];
  }
  const faults = steps.flatMap(({ weight, pauseSeconds }, index) => [
    weightRefusal(`rollout.steps.${index}.weight`, weight),
    wholeNumberRefusal(`rollout.steps.${index}.pauseSeconds`, pauseSeconds, 1, ' of seconds'),
  ]);
  const comparable = faults.every((fault) => fault === undefined);
  return [...faults, ...(comparable ? [orderRefusal(rollout), timeRefusal(rollout)] : []), requestRefusal(context)];
}

function weightRefusal(property: string, weight: number): Refusal | undefined {
  if (Number.isInteger(weight) && weight >= 1 && weight <= 99) return undefined;
  const remedy = 'after the last step the new version gets everything';
  return { property, rule: 'must be a whole number from 1 to 99', got: weight, ...(weight >= 100 ? { remedy } : {}) };
}

function orderRefusal({ steps }: Canary): Refusal | undefined {
  const weights = steps.map(({ weight }) => weight);
  if (weights.every((weight, index) => index === 0 || weight > (weights[index - 1] ?? 0))) return undefined;
  return { property: 'rollout.steps', rule: 'must have weights that grow from step to step', got: weights };
}

/** A canary that is over before its first interval would be watched by nobody. Flagger's interval is the pause. */
function timeRefusal(rollout: Canary): Refusal | undefined {
  const { steps, analysis } = rollout;
  const { intervalSeconds = PROGRESSIVE_DEFAULTS.intervalSeconds } = analysis;
  const seconds = steps.reduce((sum, { pauseSeconds = Infinity }) => sum + pauseSeconds, 0);
  if (engineOf(rollout) === 'flagger' || seconds >= intervalSeconds) return undefined;
  const rule = `must pause for rollout.analysis.intervalSeconds (${intervalSeconds}) together, or nothing is measured`;
  return { property: 'rollout.steps', rule, got: seconds };
}

/** Under a mesh connections go where the mesh says, however many pods a version has. */
function requestRefusal({ mesh, ports }: ContextOf<'Deployment'>): Refusal | undefined {
  const named = Object.keys(ports);
  if (mesh?.splitting === undefined || named.length === 0 || Object.keys(requestPorts(ports)).length > 0) {
    return undefined;
  }
  return {
    property: 'ports',
    rule: "must have one of protocol 'http' or 'grpc' for a Canary: the mesh splits requests, not connections",
    got: named,
    remedy: "or let rollout.strategy be 'BlueGreen'",
  };
}
