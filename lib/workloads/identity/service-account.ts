import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import { identityName } from '../../core/model/system-model';
import { objectMetadata, type WorkloadContext } from '../workload-props';

/** The service account that the pods run as; it acts as a cloud identity where the workload has permissions. */
export function addServiceAccount(scope: Construct, context: WorkloadContext): void {
  new k8s.KubeServiceAccount(scope, 'ServiceAccount', {
    metadata: { ...objectMetadata(context), ...annotations(context) },
    automountServiceAccountToken: false,
  });
}

function annotations({ cluster, permissions = [], namespace, name }: WorkloadContext): {
  annotations?: Record<string, string>;
} {
  if (cluster === undefined || permissions.length === 0) return {};
  const found = cluster.identityAnnotations({ name: identityName(namespace, name) });
  return Object.keys(found).length === 0 ? {} : { annotations: { ...found } };
}
