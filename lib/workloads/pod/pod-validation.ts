import type { Refusal } from '../../core/errors';
import type { WorkloadContext } from '../workload-props';
import { claimRefusals } from './claim-validation';
import { containerRefusals } from './container-validation';
import { environmentRefusals } from './environment-validation';
import { gpuRefusals } from './gpu-validation';
import { gracePeriodSeconds, preStopSeconds } from './lifecycle';
import { mountRefusals } from './mount-validation';
import { placementRefusals } from './placement-validation';
import { probeRefusals } from './probe-validation';
import { resourceRefusals } from './resource-validation';
import { secretRefusals } from './secret-validation';
import { userRefusals } from './user-validation';
import { volumeRefusals } from './volume-validation';

/** What a workload's properties say wrong of its pods. */
export function podRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  return [
    ...containerRefusals(context),
    ...resourceRefusals(context),
    ...gpuRefusals(context),
    ...placementRefusals(context),
    ...probeRefusals(context),
    ...graceRefusals(context),
    ...environmentRefusals(context),
    ...secretRefusals(context),
    ...volumeRefusals(context),
    ...claimRefusals(context),
    ...mountRefusals(context),
    ...userRefusals(context),
  ];
}

function graceRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const grace = gracePeriodSeconds(context);
  const preStop = preStopSeconds(context);
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
