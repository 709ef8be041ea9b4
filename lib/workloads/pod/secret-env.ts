import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import { isStored, type SecretRef } from '../../core/secret-ref';
import { ExternalSecret } from '../../platform/secrets/external-secret';
import type { WorkloadContext } from '../workload-props';

/** Key of a Kubernetes Secret that holds a secret's whole value. */
export const WHOLE_VALUE = 'value';

/** Fetches the secrets of a workload, one Kubernetes Secret for each, used by this workload alone. */
export function addExternalSecrets(scope: Construct, context: WorkloadContext): void {
  if (context.cluster === undefined) return;
  const store = context.cluster.secretStore;
  const refs = Object.values(context.secretEnv ?? {}).filter(isStored);
  for (const name of [...new Set(refs.map((ref) => ref.secret))].sort()) {
    const own = refs.filter((ref) => ref.secret === name);
    new ExternalSecret(scope, `Secret-${name}`, {
      name: secretName(context, name),
      namespace: context.namespace,
      store,
      data: Object.fromEntries(own.map((ref) => [secretKey(ref), ref])),
    });
  }
}

/** Environment variables that hold the secrets. */
export function secretVariables(context: WorkloadContext): k8s.EnvVar[] {
  return Object.entries(context.secretEnv ?? {}).map(([name, ref]) => ({
    name,
    valueFrom: {
      secretKeyRef: isStored(ref)
        ? { name: secretName(context, ref.secret), key: secretKey(ref) }
        : { name: ref.kubernetesSecret, key: ref.key },
    },
  }));
}

function secretName(context: WorkloadContext, secret: string): string {
  return `${context.name}-${secret}`;
}

function secretKey(ref: SecretRef): string {
  return ref.property ?? WHOLE_VALUE;
}
