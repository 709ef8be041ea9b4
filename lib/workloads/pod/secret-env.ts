import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import { isStored, type SecretRef, type SecretSource } from '../../core/secret-ref';
import { ExternalSecret } from '../../platform/secrets/external-secret';
import type { WorkloadContext } from '../workload-props';
import { podContainers } from './pod-container';

/** Key of a Kubernetes Secret that holds a secret's whole value. */
export const WHOLE_VALUE = 'value';

/** A secret of a workload, and the property that names it. */
export interface SecretUse {
  readonly property: string;
  readonly source: SecretSource;
}

/** Every secret that the containers of a workload get, as variables or as files. */
export function secretUses(context: WorkloadContext): readonly SecretUse[] {
  return [
    ...podContainers(context).flatMap(({ prefix, spec }) => uses(`${prefix}secretEnv`, spec.secretEnv ?? {})),
    ...Object.entries(context.volumes ?? {}).flatMap(([name, volume]) =>
      'secretFiles' in volume ? uses(`volumes.${name}.secretFiles`, volume.secretFiles) : [],
    ),
  ];
}

/** Fetches the secrets of a workload, one Kubernetes Secret for each, used by this workload alone. */
export function addExternalSecrets(scope: Construct, context: WorkloadContext): void {
  if (context.cluster === undefined) return;
  const store = context.cluster.secretStore;
  const refs = secretUses(context)
    .map(({ source }) => source)
    .filter(isStored);
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
export function secretVariables(
  context: WorkloadContext,
  secretEnv: Readonly<Record<string, SecretSource>>,
): k8s.EnvVar[] {
  return Object.entries(secretEnv).map(([name, source]) => ({
    name,
    valueFrom: { secretKeyRef: secretKeyOf(context, source) },
  }));
}

/** The Kubernetes Secret that a secret lies in on the cluster, and its key there. */
export function secretKeyOf(
  context: WorkloadContext,
  source: SecretSource,
): { readonly name: string; readonly key: string } {
  return isStored(source)
    ? { name: secretName(context, source.secret), key: secretKey(source) }
    : { name: source.kubernetesSecret, key: source.key };
}

function uses(property: string, sources: Readonly<Record<string, SecretSource>>): readonly SecretUse[] {
  return Object.entries(sources).map(([name, source]) => ({ property: `${property}.${name}`, source }));
}

function secretName(context: WorkloadContext, secret: string): string {
  return `${context.name}-${secret}`;
}

function secretKey(ref: SecretRef): string {
  return ref.property ?? WHOLE_VALUE;
}
