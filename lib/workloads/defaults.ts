import type { Autoscaling } from '../core/model/scaling';

/** What a workload gets where its specification does not say; the docstrings of `WorkloadSpec` repeat these. */
export const WORKLOAD_DEFAULTS = {
  replicas: 1,
  terminationGracePeriodSeconds: 60,
  preStopSeconds: 5,
} as const;

/** What an autoscaler follows where the workload does not say. */
export const AUTOSCALING_DEFAULTS: Autoscaling = {
  cpuUtilizationPercent: 70,
  memoryUtilizationPercent: 80,
};
