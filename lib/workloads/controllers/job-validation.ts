import type { Refusal } from '../../core/errors';
import type { ContextOf } from '../workload-props';
import { JOB_DEFAULTS } from './controller-defaults';
import { wholeNumberRefusal } from './whole-number';

/** What a workload's properties say wrong of the run of a job. */
export function jobRefusals(context: ContextOf<'Job' | 'CronJob'>): readonly (Refusal | undefined)[] {
  const { completions, parallelism, backoffLimit, activeDeadlineSeconds, ttlSecondsAfterFinished } = context;
  const counts = [wholeNumberRefusal('completions', completions, 1), wholeNumberRefusal('parallelism', parallelism, 1)];
  return [
    ...counts,
    counts.every((refusal) => refusal === undefined) ? parallelismRefusal(context) : undefined,
    wholeNumberRefusal('backoffLimit', backoffLimit, 0),
    wholeNumberRefusal('activeDeadlineSeconds', activeDeadlineSeconds, 1, ' of seconds'),
    wholeNumberRefusal('ttlSecondsAfterFinished', ttlSecondsAfterFinished, 0, ' of seconds'),
  ];
}

/** Kubernetes would run no more pods than have to succeed, and say nothing. */
function parallelismRefusal({
  completions = JOB_DEFAULTS.completions,
  parallelism = JOB_DEFAULTS.parallelism,
}: ContextOf<'Job' | 'CronJob'>): Refusal | undefined {
  if (parallelism <= completions) return undefined;
  return { property: 'parallelism', rule: `must be at most completions (${completions})`, got: parallelism };
}
