import type { Refusal } from '../../core/errors';
import { maxReplicas } from '../../core/model/scaling';
import { WORKLOAD_DEFAULTS } from '../defaults';
import type { ContextOf, WorkloadContext } from '../workload-props';
import { isShared, storageClassOf } from './disk';

/** What a workload's properties say wrong of disks that its pods would have to share and cannot. */
export function claimRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const sharing = sharingPods(context);
  if (sharing === undefined) return [];
  return Object.entries(context.volumes ?? {}).map(([name, volume]) =>
    !('claim' in volume) || isShared(volume.claim)
      ? undefined
      : {
          property: `volumes.${name}.claim.storageClass`,
          rule: `must be 'shared' where ${sharing.why}`,
          got: storageClassOf(volume.claim),
          ...(sharing.remedy === undefined ? {} : { remedy: sharing.remedy }),
        },
  );
}

/** Why two pods of a workload may want one disk. */
interface Sharing {
  readonly why: string;
  /** @default - none but the other class */
  readonly remedy?: string;
}

function sharingPods(context: WorkloadContext): Sharing | undefined {
  switch (context.kind) {
    case 'StatefulSet':
      return maxReplicas(context.replicas ?? WORKLOAD_DEFAULTS.replicas) > 1
        ? { why: 'more than one replica may run', remedy: 'a disk for each replica is one of storage' }
        : undefined;
    case 'DaemonSet':
      return { why: 'every node has a pod' };
    case 'Job':
      return parallel(context.parallelism);
    case 'CronJob':
      return context.concurrencyPolicy === 'Allow'
        ? { why: "concurrencyPolicy is 'Allow'", remedy: "'Forbid' has one run at a time" }
        : parallel(context.parallelism);
    default:
      return ofDeployment(context);
  }
}

function ofDeployment({
  replicas = WORKLOAD_DEFAULTS.replicas,
  rollout,
}: ContextOf<'Deployment'>): Sharing | undefined {
  if (maxReplicas(replicas) > 1) return { why: 'more than one replica may run' };
  if (rollout?.strategy === 'Recreate') return undefined;
  return {
    why: 'a rollout runs the new pod beside the old one',
    remedy: "rollout.strategy 'Recreate' ends the old one first",
  };
}

function parallel(parallelism = 1): Sharing | undefined {
  return parallelism > 1 ? { why: 'parallelism is more than 1' } : undefined;
}
