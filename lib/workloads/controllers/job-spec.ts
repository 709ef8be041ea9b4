import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { ConfigMaps } from '../pod/config-files';
import { podTemplate } from '../pod/pod-template';
import type { ContextOf } from '../workload-props';
import { JOB_DEFAULTS } from './controller-defaults';

/** A run of a Job, or of a CronJob. Kubernetes makes the selector, so that runs tell their pods apart. */
export function jobSpec(context: ContextOf<'Job' | 'CronJob'>, config: ConfigMaps): k8s.JobSpec {
  const {
    completions = JOB_DEFAULTS.completions,
    parallelism = JOB_DEFAULTS.parallelism,
    backoffLimit = JOB_DEFAULTS.backoffLimit,
    activeDeadlineSeconds = JOB_DEFAULTS.activeDeadlineSeconds,
    ttlSecondsAfterFinished,
  } = context;
  return {
    completions,
    parallelism,
    backoffLimit,
    activeDeadlineSeconds,
    ...(ttlSecondsAfterFinished === undefined ? {} : { ttlSecondsAfterFinished }),
    template: podTemplate(context, config),
  };
}
