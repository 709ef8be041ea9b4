import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import { objectMetadata, type WorkloadContext } from '../workload-props';

/**
 * Whether a token of the service account is mounted: only for what uses the Kubernetes API. Cloud identities need none:
 * GKE's metadata server asks for tokens by itself, and EKS' agent brings one of its own.
 */
export function mountsToken({ apiAccess = [] }: WorkloadContext): boolean {
  return apiAccess.length > 0;
}

/** Lets the workload's service account do through the Kubernetes API what the workload says, in its namespace. */
export function addApiAccess(scope: Construct, context: WorkloadContext): void {
  const { apiAccess = [], name, namespace } = context;
  if (apiAccess.length === 0) return;
  new k8s.KubeRole(scope, 'Role', {
    metadata: objectMetadata(context),
    rules: apiAccess.map(({ apiGroups, resources, verbs, resourceNames }) => ({
      apiGroups: [...apiGroups],
      resources: [...resources],
      verbs: [...verbs],
      ...(resourceNames === undefined ? {} : { resourceNames: [...resourceNames] }),
    })),
  });
  new k8s.KubeRoleBinding(scope, 'RoleBinding', {
    metadata: objectMetadata(context),
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  });
}
