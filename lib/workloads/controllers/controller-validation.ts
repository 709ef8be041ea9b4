import type { Refusal } from '../../core/errors';
import type { WorkloadContext } from '../workload-props';
import { cronJobRefusals } from './cron-job-validation';
import { daemonSetRefusals } from './daemon-set-validation';
import { jobRefusals } from './job-validation';
import { quorumRefusals } from './quorum-validation';

/** What a workload's properties say wrong of what makes its pods, apart from `rollout` and `replicas`. */
export function controllerRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  switch (context.kind) {
    case 'StatefulSet':
      return quorumRefusals(context);
    case 'DaemonSet':
      return daemonSetRefusals(context);
    case 'Job':
      return jobRefusals(context);
    case 'CronJob':
      return [...cronJobRefusals(context), ...jobRefusals(context)];
    default:
      return [];
  }
}
