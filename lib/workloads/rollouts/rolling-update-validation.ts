import type { Refusal } from '../../core/errors';
import type { RollingUpdate } from '../../core/model/rollout';
import { ROLLOUT_DEFAULTS } from '../controllers/controller-defaults';

const SHARE = /^(?:\d{1,2}|100)%$/;

/** What a rolling update says wrong. */
export function rollingUpdateRefusals(rollout: RollingUpdate): readonly (Refusal | undefined)[] {
  const { maxUnavailable = ROLLOUT_DEFAULTS.maxUnavailable, maxSurge = ROLLOUT_DEFAULTS.maxSurge } = rollout;
  const faults = [shareRefusal('rollout.maxUnavailable', maxUnavailable), shareRefusal('rollout.maxSurge', maxSurge)];
  if (faults.some((fault) => fault !== undefined)) return faults;
  if (!isNothing(maxUnavailable) || !isNothing(maxSurge)) return [];
  return [
    {
      property: 'rollout.maxSurge',
      rule: 'must be more than 0 where rollout.maxUnavailable is 0, or no pod could ever be replaced',
      got: maxSurge,
    },
  ];
}

function shareRefusal(property: string, share: number | string): Refusal | undefined {
  const valid = typeof share === 'number' ? Number.isInteger(share) && share >= 0 : SHARE.test(share);
  if (valid) return undefined;
  return { property, rule: 'must be a whole number, 0 or more, or a share from 0% to 100%', got: share };
}

function isNothing(share: number | string): boolean {
  return Number.parseInt(String(share), 10) === 0;
}
