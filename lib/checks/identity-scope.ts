import type { Manifest } from '../core/manifest';
import type { SystemModel } from '../core/model/system-model';
import { list, text, type ClusterOutput, type TerraformStack } from './output';

/** What an identity check looks at: the system, one cluster's objects, the stack that makes it, and all beside it. */
export interface IdentityScope {
  readonly model: SystemModel;
  readonly cluster: ClusterOutput;
  readonly stack: TerraformStack;
  readonly stacks: readonly TerraformStack[];
}

/** What is wrong with the identity that an object names. */
export interface IdentityFault {
  readonly manifest: Manifest;
  readonly message: string;
}

/** A service account that a cloud lets act as an identity. */
export interface Grant {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly identity: string;
}

/** Grants to service accounts that are missing in a namespace that we write: theirs is a renamed account. */
export function orphanFaults(cluster: ClusterOutput, grants: readonly Grant[]): readonly IdentityFault[] {
  return ofKind(cluster, 'Namespace').flatMap((manifest) =>
    grants
      .filter(({ namespace }) => namespace === manifest.metadata.name)
      .filter(
        ({ namespace, serviceAccount }) =>
          !ofKind(cluster, 'ServiceAccount').some(
            ({ metadata }) => metadata.namespace === namespace && metadata.name === serviceAccount,
          ),
      )
      .map(({ namespace, serviceAccount, identity }) => ({
        manifest,
        message: `${identity} is given to service account ${namespace}/${serviceAccount}, which is not written`,
      })),
  );
}

/** Names of the secrets that the ExternalSecrets of a namespace read through a store. */
export function secretsRead(cluster: ClusterOutput, store: Manifest): readonly string[] {
  const keys = cluster.manifests
    .filter(
      ({ manifest }) =>
        manifest.kind === 'ExternalSecret' &&
        manifest.metadata.namespace === store.metadata.namespace &&
        (text(manifest, 'spec', 'secretStoreRef', 'kind') ?? 'SecretStore') === store.kind &&
        text(manifest, 'spec', 'secretStoreRef', 'name') === store.metadata.name,
    )
    .flatMap(({ manifest }) => [
      ...list(manifest, 'spec', 'data').flatMap((entry) => text(entry, 'remoteRef', 'key') ?? []),
      ...list(manifest, 'spec', 'dataFrom').flatMap((entry) => text(entry, 'extract', 'key') ?? []),
    ]);
  return [...new Set(keys)].sort();
}

/** Objects of a kind on a cluster. */
export function ofKind(cluster: ClusterOutput, kind: string): readonly Manifest[] {
  return cluster.manifests.flatMap(({ manifest }) => (manifest.kind === kind ? [manifest] : []));
}
