import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { WORKLOAD_DEFAULTS } from '../defaults';
import type { WorkloadContext } from '../workload-props';
import type { PodContainer } from './pod-container';

/** How long a pod may take to end. */
export function gracePeriodSeconds({ terminationGracePeriodSeconds }: WorkloadContext): number {
  return terminationGracePeriodSeconds ?? WORKLOAD_DEFAULTS.terminationGracePeriodSeconds;
}

/** How long a pod goes on serving after it was told to end. Nobody calls a pod that runs to its end. */
export function preStopSeconds(context: WorkloadContext): number {
  return context.preStopSeconds ?? (runsToEnd(context) ? 0 : WORKLOAD_DEFAULTS.preStopSeconds);
}

/** Whether the workload's pods run to their end, and are not started again for ever. */
export function runsToEnd({ kind }: WorkloadContext): boolean {
  return kind === 'Job' || kind === 'CronJob';
}

/** Whether containers that end are started again; of pods that serve, always. */
export function restartPolicy(context: WorkloadContext): Pick<k8s.PodSpec, 'restartPolicy'> {
  if (context.kind !== 'Job' && context.kind !== 'CronJob') return {};
  return { restartPolicy: context.restartPolicy ?? 'Never' };
}

/**
 * Goes on serving while load balancers take the pod off their lists. The command has to be in the image: the
 * kubelet's own sleep came after the Kubernetes version of our types.
 */
export function containerLifecycle(
  context: WorkloadContext,
  { role, spec }: PodContainer,
): Pick<k8s.Container, 'lifecycle'> {
  const serves = role === 'main' || Object.keys(spec.ports ?? {}).length > 0;
  const seconds = preStopSeconds(context);
  if (!serves || seconds === 0) return {};
  return { lifecycle: { preStop: { exec: { command: ['sleep', String(seconds)] } } } };
}
