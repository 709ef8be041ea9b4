import type { Finding } from '../core/finding';
import { isDigest } from '../core/image-registry';
import type { ClusterOutput, EnvironmentOutput } from './output';
import { pods } from './pods';

/**
 * Rules `image-tag` and `image-digest`: an image has a version; and in the production profile that version can
 * never come to mean other bytes, by its digest or by a registry whose tags are immutable.
 */
export function checkImages({ clusters, profile }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) =>
    pods(cluster.manifests).flatMap((pod) =>
      pod.containers.flatMap((container): readonly Finding[] => {
        const image = String(container['image']);
        const at = { severity: 'error', resource: pod.name, path: pod.file.path } as const;
        if (!isVersioned(image)) {
          const remedy = `set services.${pod.name}.tag or digest in the environment file`;
          return [{ ...at, rule: 'image-tag', message: `image ${image} has no version of its own`, remedy }];
        }
        if (profile === 'development' || isPinned(image, cluster)) return [];
        const message = `image ${image} is named by a tag that can be moved`;
        const remedy = `set services.${pod.name}.digest, or pull from the cluster's registry, whose tags are immutable`;
        return [{ ...at, rule: 'image-digest', message, remedy }];
      }),
    ),
  );
}

function isVersioned(image: string): boolean {
  const tag = /:([^/:]+)$/.exec(image.split('@')[0] ?? '')?.[1];
  return hasDigest(image) || (tag !== undefined && tag !== 'latest');
}

function hasDigest(image: string): boolean {
  return isDigest(image.split('@')[1] ?? '');
}

function isPinned(image: string, { immutableRegistries }: ClusterOutput): boolean {
  return hasDigest(image) || immutableRegistries.some((host) => image.startsWith(`${host}/`));
}
