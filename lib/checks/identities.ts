import type { Finding } from '../core/finding';
import type { Manifest } from '../core/manifest';
import { awsIdentityFaults } from './aws-identities';
import { googleIdentityFaults } from './google-identities';
import { list, text, type ClusterOutput, type EnvironmentOutput, type TerraformStack } from './output';

/** What an identity check looks at: one cluster's objects, the stack that makes it, and all stacks beside it. */
export interface IdentityScope {
  readonly cluster: ClusterOutput;
  readonly stack: TerraformStack;
  readonly stacks: readonly TerraformStack[];
}

/** What is wrong with the identity that an object names. */
export interface IdentityFault {
  readonly manifest: Manifest;
  readonly message: string;
}

/**
 * Rule `identity`: whatever cloud identity a manifest names exists on Terraform's side, is bound to exactly that
 * service account, and may do what the manifest needs of it; and the secrets that it reads exist.
 */
export function checkIdentities({ clusters, stacks }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) => {
    const stack = stacks.find(({ name }) => name === cluster.stack) ?? { name: cluster.stack, resource: {}, data: {} };
    const scope = { cluster, stack, stacks };
    const faults = cluster.cloud === 'aws' ? awsIdentityFaults(scope) : googleIdentityFaults(scope);
    return faults.map(({ manifest, message }): Finding => {
      const path = cluster.manifests.find((file) => file.manifest === manifest)?.path ?? cluster.name;
      const remedy = 'let the identity come from the model, which renders both sides';
      return { rule: 'identity', severity: 'error', resource: manifest.metadata.name, path, message, remedy };
    });
  });
}

/** Names of the secrets that the ExternalSecrets of a namespace read through a store. */
export function secretsRead(cluster: ClusterOutput, store: Manifest): readonly string[] {
  const keys = cluster.manifests
    .filter(
      ({ manifest }) =>
        manifest.kind === 'ExternalSecret' &&
        manifest.metadata.namespace === store.metadata.namespace &&
        text(manifest, 'spec', 'secretStoreRef', 'name') === store.metadata.name,
    )
    .flatMap(({ manifest }) => list(manifest, 'spec', 'data'))
    .flatMap((entry) => text(entry, 'remoteRef', 'key') ?? []);
  return [...new Set(keys)].sort();
}

/** Objects of a kind on a cluster. */
export function ofKind(cluster: ClusterOutput, kind: string): readonly Manifest[] {
  return cluster.manifests.flatMap(({ manifest }) => (manifest.kind === kind ? [manifest] : []));
}
