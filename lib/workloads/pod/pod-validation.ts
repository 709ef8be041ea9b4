import type { Refusal } from '../../core/errors';
import { WORKLOAD_DEFAULTS } from '../defaults';
import type { WorkloadContext } from '../workload-props';
import { probeRefusals } from './probe-validation';
import { resourceRefusals } from './resource-validation';
import { secretRefusals } from './secret-validation';
import { volumeRefusals } from './volume-validation';

/** What a workload's properties say wrong of its pods. */
export function podRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  return [
    ...resourceRefusals(context),
    ...probeRefusals(context),
    ...graceRefusals(context),
    ...secretRefusals(context),
    ...volumeRefusals(context),
    ...userRefusals(context),
  ];
}

function graceRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const grace = context.terminationGracePeriodSeconds ?? WORKLOAD_DEFAULTS.terminationGracePeriodSeconds;
  const preStop = context.preStopSeconds ?? WORKLOAD_DEFAULTS.preStopSeconds;
  const rule = `must be less than terminationGracePeriodSeconds (${grace}), which it is part of`;
  return [
    secondsRefusal('terminationGracePeriodSeconds', grace),
    secondsRefusal('preStopSeconds', preStop),
    preStop < grace ? undefined : { property: 'preStopSeconds', rule, got: preStop },
  ];
}

function secondsRefusal(property: string, seconds: number): Refusal | undefined {
  if (Number.isInteger(seconds) && seconds >= 0) return undefined;
  return { property, rule: 'must be a whole number of seconds, 0 or more', got: seconds };
}

function userRefusals({ runAs }: WorkloadContext): readonly (Refusal | undefined)[] {
  const rule = 'must not be root (0); build the image to run as a numbered user';
  return [runAs.user === 0 ? { property: 'runAs.user', rule, got: runAs.user } : undefined];
}
