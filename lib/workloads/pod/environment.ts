import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { PodField } from '../../core/model/container';
import { quorumVariables } from '../controllers/quorum';
import { cloudVariables } from '../identity/cloud-variables';
import { traceVariables } from '../telemetry/trace-variables';
import type { WorkloadContext } from '../workload-props';
import type { ConfigMaps } from './config-files';
import type { PodContainer } from './pod-container';
import { secretVariables } from './secret-env';

/**
 * Environment variables of a container. What the platform tells comes first and then what the pod knows of itself, so
 * that `env` can refer to both as `$(POD_NAME)`. The container's own win over those of `configEnv`.
 */
export function containerEnvironment(
  context: WorkloadContext,
  container: PodContainer,
  config: ConfigMaps,
): Pick<k8s.Container, 'env' | 'envFrom'> {
  const { env = {}, fieldEnv = {}, secretEnv = {} } = container.spec;
  return {
    env: [
      ...platformVariables(context, container),
      ...Object.entries(fieldEnv).map(([name, field]) => ({ name, valueFrom: fieldSource(field) })),
      ...Object.entries(env).map(([name, value]) => ({ name, value })),
      ...secretVariables(context, secretEnv),
    ],
    ...(config.env === undefined ? {} : { envFrom: [{ configMapRef: { name: config.env } }] }),
  };
}

/** What the platform tells a container; a name of its own that is among these is refused where they are made. */
function platformVariables(context: WorkloadContext, { role }: PodContainer): readonly k8s.EnvVar[] {
  return [
    ...cloudVariables(context),
    ...(role === 'sidecar' ? [] : quorumVariables(context)),
    ...(role === 'main' ? traceVariables(context) : []),
  ];
}

/** Amounts belong to the container, everything else to the pod. */
function fieldSource(field: PodField): k8s.EnvVarSource {
  return /^(limits|requests)\./.test(field)
    ? { resourceFieldRef: { resource: field } }
    : { fieldRef: { fieldPath: field } };
}
