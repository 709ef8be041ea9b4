import type { GkeBackupRestorePlanRestoreConfig } from '@cdktf/provider-google/lib/gke-backup-restore-plan';
import type { Refusal } from '../../../core/errors';
import { namespaceBlock, namespaceRefusals } from './namespaces';

/** Which namespaces of a backup are restored. */
export type RestoredNamespaces =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'selected'; readonly namespaces: readonly string[] }
  | { readonly kind: 'excluded'; readonly namespaces: readonly string[] };

/** A kind of Kubernetes object. */
export interface GroupKind {
  /** API group: `apiextensions.k8s.io`, or an empty text for the core group. */
  readonly resourceGroup: string;
  /** Kind: `CustomResourceDefinition`. */
  readonly resourceKind: string;
}

/** Which objects of the cluster itself are restored. */
export type RestoredClusterResources =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'selected'; readonly groupKinds: readonly GroupKind[] }
  | { readonly kind: 'excluded'; readonly groupKinds: readonly GroupKind[] };

/** The namespaces as Backup for GKE wants them. */
export function restoredNamespaces(restored: RestoredNamespaces): Partial<GkeBackupRestorePlanRestoreConfig> {
  switch (restored.kind) {
    case 'all':
      return { allNamespaces: true };
    case 'none':
      return { noNamespaces: true };
    case 'selected':
      return { selectedNamespaces: namespaceBlock(restored.namespaces) };
    case 'excluded':
      return { excludedNamespaces: namespaceBlock(restored.namespaces) };
  }
}

/** The objects of the cluster as Backup for GKE wants them. */
export function restoredClusterResources(
  restored: RestoredClusterResources,
): GkeBackupRestorePlanRestoreConfig['clusterResourceRestoreScope'] {
  switch (restored.kind) {
    case 'all':
      return { allGroupKinds: true };
    case 'none':
      return { noGroupKinds: true };
    case 'selected':
      return { selectedGroupKinds: groupKindBlocks(restored.groupKinds) };
    case 'excluded':
      return { excludedGroupKinds: groupKindBlocks(restored.groupKinds) };
  }
}

/** Kinds have no order of their own. */
export function groupKindBlocks(groupKinds: readonly GroupKind[]): GroupKind[] {
  const byName = new Map(
    groupKinds.map(({ resourceGroup, resourceKind }) => [
      `${resourceGroup}/${resourceKind}`,
      { resourceGroup, resourceKind },
    ]),
  );
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, groupKind]) => groupKind);
}

/** Refuses scopes that Google would, and a restore of nothing. */
export function scopeRefusals(
  namespaces: RestoredNamespaces,
  clusterResources: RestoredClusterResources,
): (Refusal | undefined)[] {
  return [
    namespaces.kind === 'none' && clusterResources.kind === 'none'
      ? {
          property: 'namespaces',
          rule: "must not be 'none' where clusterResources is as well",
          got: namespaces.kind,
          remedy: 'restore one of them',
        }
      : undefined,
    ...('namespaces' in namespaces ? namespaceRefusals('namespaces.namespaces', namespaces.namespaces) : []),
    'groupKinds' in clusterResources && clusterResources.groupKinds.length === 0
      ? { property: 'clusterResources.groupKinds', rule: 'must name one kind at least', got: [] }
      : undefined,
  ];
}
