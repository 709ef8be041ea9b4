import type { Refusal } from '../../core/errors';
import type { ContextOf } from '../workload-props';
import { hostRefusals } from './host-validation';

const SHARE = /^(?:[1-9]\d?|100)%$/;

/** What a workload's properties say wrong of a pod on every node. */
export function daemonSetRefusals(context: ContextOf<'DaemonSet'>): readonly (Refusal | undefined)[] {
  const { host, maxUnavailable, runAs } = context;
  return [maxUnavailableRefusal(maxUnavailable), ...(host === undefined ? [] : hostRefusals(host, runAs))];
}

/** With none missing, a rollout could not begin: a node has room for the new pod only when the old one is gone. */
function maxUnavailableRefusal(share: number | string | undefined): Refusal | undefined {
  const isNumber = typeof share === 'number' && Number.isInteger(share) && share >= 1;
  if (share === undefined || isNumber || (typeof share === 'string' && SHARE.test(share))) return undefined;
  return { property: 'maxUnavailable', rule: 'must be a whole number from 1 on, or a share such as 10%', got: share };
}
