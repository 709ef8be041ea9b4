import type { Manifest } from '../core/manifest';
import { value, type ClusterOutput } from './output';
import { namespaceOf, type Pods } from './pods';

/** The HorizontalPodAutoscaler that sets the number of some pods, where one does. */
export function autoscalerOf({ manifests }: Pick<ClusterOutput, 'manifests'>, pod: Pods): Manifest | undefined {
  return manifests.find(
    ({ manifest }) =>
      manifest.kind === 'HorizontalPodAutoscaler' &&
      namespaceOf(manifest) === pod.namespace &&
      value(manifest, 'spec', 'scaleTargetRef', 'kind') === pod.file.manifest.kind &&
      value(manifest, 'spec', 'scaleTargetRef', 'name') === pod.name,
  )?.manifest;
}
