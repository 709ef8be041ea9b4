import type { Refusal } from '../../core/errors';
import type { DisruptionLimit, PodShare } from '../../core/model/disruption';
import type { WorkloadContext } from '../workload-props';
import { defaultLimit, disruptionOf, leastAvailable, majority, mostPods, quorumSize } from './disruption-limit';
import { scheduleRefusals } from './schedule-validation';

/** Form of a share of the pods. */
const SHARE = /^(?:100|[1-9]?\d)%$/;

/**
 * What a workload's properties say wrong of what may be taken away of it. Limits are held against the number of pods
 * only where that is two or more, for an environment may run one pod of what runs in many elsewhere.
 */
export function disruptionRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const { limit, schedule } = disruptionOf(context) ?? {};
  const limits = Object.entries({ 'disruption.limit': limit, 'disruption.schedule.limit': schedule?.limit });
  const malformed = limits.flatMap(([property, given]) => (given === undefined ? [] : formRefusals(property, given)));
  return [
    ...malformed,
    ...(malformed.length > 0
      ? []
      : [
          blockRefusal(context),
          ...limits.map(([property, given]) =>
            given === undefined ? undefined : quorumRefusal(context, property, given),
          ),
        ]),
    ...(schedule === undefined ? [] : scheduleRefusals(context, schedule)),
  ];
}

function formRefusals(property: string, limit: DisruptionLimit): readonly Refusal[] {
  const shares = Object.entries<PodShare>({ ...limit });
  if (shares.length !== 1) {
    return [{ property, rule: 'must have one of maxUnavailable and minAvailable', got: shares.map(([name]) => name) }];
  }
  return shares
    .filter(([, share]) => (typeof share === 'number' ? !Number.isInteger(share) || share < 0 : !SHARE.test(share)))
    .map(([name, got]) => ({
      property: `${property}.${name}`,
      rule: 'must be a whole number, 0 or more, or a share from 0% to 100%',
      got,
    }));
}

/** A limit that never lets a pod go is for a time: nodes that cannot be drained cannot be mended or upgraded either. */
function blockRefusal(context: WorkloadContext): Refusal | undefined {
  const { limit = defaultLimit(context), schedule } = disruptionOf(context) ?? {};
  const pods = mostPods(context) ?? 0;
  // One pod has no budget.
  if (!(pods > 1) || leastAvailable(limit, pods) < pods) return undefined;
  if (schedule === undefined) {
    const rule = `must let one of ${pods} pods go, or their nodes are never drained`;
    return {
      property: 'disruption.limit',
      rule,
      got: limit,
      remedy: 'or have it hold for a time by disruption.schedule',
    };
  }
  if (leastAvailable(schedule.limit, pods) < pods) return undefined;
  const rule = `must let one of ${pods} pods go, as disruption.limit never does`;
  return { property: 'disruption.schedule.limit', rule, got: schedule.limit };
}

function quorumRefusal(context: WorkloadContext, property: string, limit: DisruptionLimit): Refusal | undefined {
  const members = quorumSize(context);
  if (members === undefined || leastAvailable(limit, members) >= majority(members)) return undefined;
  const rule = `must leave a majority: ${majority(members)} of ${members} members`;
  return { property, rule, got: limit };
}
