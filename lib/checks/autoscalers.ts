import type { Manifest } from '../core/manifest';
import { text, value, type ClusterOutput } from './output';
import { namespaceOf, type Pods } from './pods';

/** What an autoscaler is bounded by where it does not say: https://keda.sh/docs/latest/reference/scaledobject-spec/ */
const UNSAID: Readonly<Record<string, ReplicaBounds>> = {
  HorizontalPodAutoscaler: { min: 1, max: 1 },
  ScaledObject: { min: 0, max: 100 },
};

/** Kinds of autoscalers, with the fields of their bounds. */
const BOUNDS: Readonly<Record<string, { readonly min: string; readonly max: string }>> = {
  HorizontalPodAutoscaler: { min: 'minReplicas', max: 'maxReplicas' },
  ScaledObject: { min: 'minReplicaCount', max: 'maxReplicaCount' },
};

/** Between how many and how many pods an autoscaler chooses. */
export interface ReplicaBounds {
  readonly min: number;
  readonly max: number;
}

/** What an autoscaler sets the number of; KEDA's is a Deployment where it does not say. */
export function scaleTargetOf(autoscaler: Manifest): { readonly kind: string; readonly name: string } {
  return {
    kind: text(autoscaler, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment',
    name: text(autoscaler, 'spec', 'scaleTargetRef', 'name') ?? '',
  };
}

/** What sets the number of some pods, where something does: a HorizontalPodAutoscaler or a ScaledObject of KEDA. */
export function autoscalerOf({ manifests }: Pick<ClusterOutput, 'manifests'>, pod: Pods): Manifest | undefined {
  return manifests.find(({ manifest }) => {
    if (!(manifest.kind in BOUNDS) || namespaceOf(manifest) !== pod.namespace) return false;
    const { kind, name } = scaleTargetOf(manifest);
    return kind === pod.file.manifest.kind && name === pod.file.manifest.metadata.name;
  })?.manifest;
}

/** Bounds of what sets the number of some pods, where something does. */
export function replicaBounds(cluster: Pick<ClusterOutput, 'manifests'>, pod: Pods): ReplicaBounds | undefined {
  const autoscaler = autoscalerOf(cluster, pod);
  const fields = autoscaler && BOUNDS[autoscaler.kind];
  const unsaid = autoscaler && UNSAID[autoscaler.kind];
  if (fields === undefined || unsaid === undefined) return undefined;
  const bound = (field: string, otherwise: number): number => {
    const found = value(autoscaler, 'spec', field);
    return typeof found === 'number' ? found : otherwise;
  };
  return { min: bound(fields.min, unsaid.min), max: bound(fields.max, unsaid.max) };
}
