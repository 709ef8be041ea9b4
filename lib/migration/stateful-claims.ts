import type { Manifest, ManifestFile } from '../core/manifest';
import { at, listAt, textAt } from './at';

/** A claim template of a StatefulSet. */
export interface ClaimTemplate {
  readonly name: string;
  /** The claim's own `spec`. */
  readonly spec: unknown;
  readonly metadata: unknown;
}

/** Claim templates of a StatefulSet in their order. */
export function claimTemplates(statefulSet: Manifest): readonly ClaimTemplate[] {
  return listAt(statefulSet, 'spec', 'volumeClaimTemplates').map((template) => ({
    name: textAt(template, 'metadata', 'name') ?? '',
    spec: at(template, 'spec'),
    metadata: at(template, 'metadata'),
  }));
}

/** Names of the claims that one template came to. https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/ */
export function claimNames(statefulSet: Manifest, template: string, files: readonly ManifestFile[]): readonly string[] {
  return ordinals(statefulSet, files).map((ordinal) => `${template}-${statefulSet.metadata.name}-${ordinal}`);
}

/** Numbers of the replicas, as many as there may have been at once. */
export function ordinals(statefulSet: Manifest, files: readonly ManifestFile[]): readonly number[] {
  const start = at(statefulSet, 'spec', 'ordinals', 'start');
  const first = typeof start === 'number' ? start : 0;
  return Array.from({ length: replicaCount(statefulSet, files) }, (_, index) => first + index);
}

/** Largest number of replicas: that of the set itself, or that of its autoscaler. */
export function replicaCount(statefulSet: Manifest, files: readonly ManifestFile[]): number {
  const replicas = at(statefulSet, 'spec', 'replicas');
  if (typeof replicas === 'number') return replicas;
  const autoscaler = files.find(({ manifest }) => scales(manifest, statefulSet))?.manifest;
  const largest = at(autoscaler, 'spec', 'maxReplicas') ?? at(autoscaler, 'spec', 'maxReplicaCount');
  return typeof largest === 'number' ? largest : 1;
}

function scales({ kind, metadata, spec }: Manifest, target: Manifest): boolean {
  return (
    (kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject') &&
    metadata.namespace === target.metadata.namespace &&
    at(spec, 'scaleTargetRef', 'kind') === target.kind &&
    at(spec, 'scaleTargetRef', 'name') === target.metadata.name
  );
}
