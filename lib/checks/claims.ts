import type { Manifest } from '../core/manifest';
import { list, text, value } from './output';
import { podTemplate } from './pods';

/** A claim that an object makes, or is. */
export interface Claim {
  /** The claim's own `spec`. */
  readonly spec: unknown;
  /** How many there are of it: one, one for each replica of a StatefulSet, or one for each pod that runs. */
  readonly each: 'once' | 'replica' | 'pod';
}

/** Claims for storage: one of its own, those of a StatefulSet, and those that vanish with a pod. */
export function claimsOf(manifest: Manifest): readonly Claim[] {
  if (manifest.kind === 'PersistentVolumeClaim') return [{ spec: manifest['spec'], each: 'once' }];
  const replicas = list(manifest, 'spec', 'volumeClaimTemplates').map((claim): Claim => ({
    spec: value(claim, 'spec'),
    each: 'replica',
  }));
  const ephemeral = list(podTemplate(manifest), 'spec', 'volumes').flatMap((volume): readonly Claim[] => {
    const spec = value(volume, 'ephemeral', 'volumeClaimTemplate', 'spec');
    return spec === undefined ? [] : [{ spec, each: 'pod' }];
  });
  return [...replicas, ...ephemeral];
}

/** Size of a claim as Kubernetes writes it. */
export function claimSize({ spec }: Claim): string {
  return text(spec, 'resources', 'requests', 'storage') ?? '0';
}

/** Name of a claim's class, where it has one. */
export function claimClass({ spec }: Claim): string | undefined {
  return text(spec, 'storageClassName');
}
