import type { Finding } from '../core/finding';
import type { Manifest, ManifestFile } from '../core/manifest';
import { at, textAt } from './at';
import type { ClusterChange } from './cluster-change';
import { claimNames, claimTemplates, replicaCount, type ClaimTemplate } from './stateful-claims';
import { kubectl, report, type Statement } from './statement';
import { reclaimPolicyOf } from './volume-size';

/** Annotations with which GitOps leaves an object that is no longer among the manifests. */
const KEPT = [
  ['argocd.argoproj.io/sync-options', 'Prune=false'],
  ['kustomize.toolkit.fluxcd.io/prune', 'disabled'],
] as const;

/** Rule `storage-removed`: an error where disks are deleted, else a warning that they are left. */
export function storageFindings(cluster: ClusterChange): readonly Finding[] {
  return [
    ...cluster.gone.flatMap((file) => goneFindings(cluster, file)),
    ...cluster.changed.flatMap(({ path, previous, next }) =>
      next.kind === 'StatefulSet' ? smallerFindings(cluster, { path, manifest: next }, previous) : [],
    ),
  ];
}

function goneFindings(cluster: ClusterChange, file: ManifestFile): readonly Finding[] {
  const { manifest } = file;
  const isDeleted = isNamespaceGone(cluster, manifest);
  if (manifest.kind === 'PersistentVolumeClaim') {
    const claim = { claims: [manifest.metadata.name], className: textAt(manifest, 'spec', 'storageClassName') };
    const state = isDeleted || !isKept(manifest) ? deleted(cluster, manifest, claim) : left(manifest, claim);
    return [report(file, state)];
  }
  if (manifest.kind !== 'StatefulSet') return [];
  const followsSet = at(manifest, 'spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted') === 'Delete';
  return claimTemplates(manifest)
    .map((template) => claimsFrom(template, claimNames(manifest, template.name, cluster.previous)))
    .filter(({ claims }) => claims.length > 0)
    .map((claim) => report(file, isDeleted || followsSet ? deleted(cluster, manifest, claim) : left(manifest, claim)));
}

/** Claims of replicas that a StatefulSet no longer has, where its policy deletes them. */
function smallerFindings(cluster: ClusterChange, file: ManifestFile, previous: Manifest): readonly Finding[] {
  const { manifest } = file;
  if (at(manifest, 'spec', 'persistentVolumeClaimRetentionPolicy', 'whenScaled') !== 'Delete') return [];
  const dropped = replicaCount(previous, cluster.previous) - replicaCount(manifest, cluster.next);
  if (dropped <= 0) return [];
  return claimTemplates(previous).map((template) =>
    report(
      file,
      deleted(
        cluster,
        manifest,
        claimsFrom(template, claimNames(previous, template.name, cluster.previous).slice(-dropped)),
      ),
    ),
  );
}

interface Claims {
  readonly claims: readonly string[];
  readonly className: string | undefined;
}

function claimsFrom({ spec }: ClaimTemplate, claims: readonly string[]): Claims {
  return { claims, className: textAt(spec, 'storageClassName') };
}

function deleted({ previous }: ClusterChange, manifest: Manifest, { claims, className }: Claims): Statement {
  const policy = reclaimPolicyOf(previous, className);
  const names = claims.join(', ');
  const backUp = `back the data up or copy it before; or waive this, where nobody needs it`;
  if (policy === 'Retain') {
    return {
      rule: 'storage-removed',
      severity: 'warning',
      message: `deletes ${names}; their disks stay, as class ${className} says, and nothing uses them`,
      remedy:
        'delete the disks by hand once nobody needs them; Kubernetes calls their volumes Released: kubectl get pv',
    };
  }
  return {
    rule: 'storage-removed',
    severity: 'error',
    message: `deletes ${names} and the data in them, as ${className === undefined ? 'the default class' : `class ${className}`} says`,
    remedy:
      manifest.kind === 'PersistentVolumeClaim'
        ? `${backUp}; annotations for GitOps keep a claim: ${keptText()}`
        : backUp,
  };
}

function left(manifest: Manifest, { claims }: Claims): Statement {
  return {
    rule: 'storage-removed',
    severity: 'warning',
    message: `leaves ${claims.join(', ')} with the data in them; nothing uses them, and their disks go on costing`,
    remedy: `delete them by hand once nobody needs them: ${kubectl(manifest, `delete pvc ${claims.join(' ')}`)}`,
  };
}

function keptText(): string {
  return KEPT.map(([key, value]) => `${key}: ${value}`).join(', ');
}

function isKept({ metadata }: Manifest): boolean {
  return KEPT.some(([key, value]) => (metadata.annotations?.[key] ?? '').split(',').includes(value));
}

function isNamespaceGone({ gone }: ClusterChange, { metadata }: Manifest): boolean {
  return gone.some(({ manifest }) => manifest.kind === 'Namespace' && manifest.metadata.name === metadata.namespace);
}
