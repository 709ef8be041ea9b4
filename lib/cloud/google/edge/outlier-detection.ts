import type { ComputeBackendServiceOutlierDetection } from '@cdktf/provider-google/lib/compute-backend-service';

/**
 * Five errors in a row take a pod out for half a minute, and for longer each time. Half of the pods stay, whatever
 * they answer: when all fail, the fault is not with the pods. Statistics about who fails more than others are off:
 * they are worth something with many pods only.
 */
export function outlierDetection(enabled: boolean): ComputeBackendServiceOutlierDetection | undefined {
  if (!enabled) return undefined;
  return {
    consecutiveErrors: 5,
    enforcingConsecutiveErrors: 100,
    enforcingSuccessRate: 0,
    interval: { seconds: 10 },
    baseEjectionTime: { seconds: 30 },
    maxEjectionPercent: 50,
  };
}
