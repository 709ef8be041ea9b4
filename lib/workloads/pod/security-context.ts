import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { WorkloadContext } from '../workload-props';
import { hostAccess } from './host-access';
import type { PodContainer } from './pod-container';

const ROOT = 0;

/** Who all containers of a pod are where they do not say, and whose its volumes are. */
export function podSecurityContext({ runAs }: WorkloadContext): k8s.PodSecurityContext {
  const group = runAs.group ?? runAs.user;
  return {
    ...(runAs.user === ROOT ? {} : { runAsNonRoot: true }),
    runAsUser: runAs.user,
    runAsGroup: group,
    fsGroup: group,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/**
 * What a container may do: nothing but run, on a file system that it cannot write. Only the main container of an
 * agent gets more, which is what its `host` names.
 */
export function containerSecurityContext(context: WorkloadContext, container: PodContainer): k8s.SecurityContext {
  const { privileged = false, capabilities = [] } = (container.role === 'main' ? hostAccess(context) : undefined) ?? {};
  return {
    // The API server refuses a privileged container that may not escalate: both are one thing to the kernel.
    allowPrivilegeEscalation: privileged || capabilities.includes('SYS_ADMIN'),
    ...(privileged ? { privileged } : {}),
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'], ...(capabilities.length === 0 ? {} : { add: [...capabilities] }) },
    ...(container.role === 'main' ? {} : ownUser(container.spec)),
  };
}

function ownUser({ runAs }: PodContainer['spec']): k8s.SecurityContext {
  if (runAs === undefined) return {};
  return {
    ...(runAs.user === ROOT ? {} : { runAsNonRoot: true }),
    runAsUser: runAs.user,
    runAsGroup: runAs.group ?? runAs.user,
  };
}
