import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ConfigMaps } from '../pod/config-files';
import { progressiveRollout } from '../rollouts/progressive';
import { addProgressiveRollout } from '../rollouts/progressive-rollout';
import type { WorkloadContext } from '../workload-props';
import { addCronJob } from './cron-job';
import { addDaemonSet } from './daemon-set';
import { addDeployment } from './deployment';
import { addJob } from './job';
import { addStatefulSet } from './stateful-set';

/** What runs a workload's pods. */
export function addController(scope: Construct, context: WorkloadContext, config: ConfigMaps): ApiObject {
  switch (context.kind) {
    case 'StatefulSet':
      return addStatefulSet(scope, context, config);
    case 'DaemonSet':
      return addDaemonSet(scope, context, config);
    case 'Job':
      return addJob(scope, context, config);
    case 'CronJob':
      return addCronJob(scope, context, config);
    default:
      return progressiveRollout(context) === undefined
        ? addDeployment(scope, context, config)
        : addProgressiveRollout(scope, context, config);
  }
}
