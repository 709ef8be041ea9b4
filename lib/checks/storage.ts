import type { Finding } from '../core/finding';
import { quantityBytes } from '../core/quantity';
import { claimClass, claimSize, claimsOf } from './claims';
import { value, type ClusterOutput, type EnvironmentOutput } from './output';
import { resourceName } from './pods';

/**
 * What every gp3 volume has, and beyond it the IOPS that each GiB allows:
 * https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
 */
const GP3_BASELINE_IOPS = 3000;
const GP3_IOPS_PER_GIB = 500;

/** Rule `storage-size`: a claim is large enough for what its class promises, or the disk is never made. */
export function checkStorage({ clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) =>
    cluster.manifests.flatMap(({ path, manifest }) =>
      claimsOf(manifest).flatMap((claim): readonly Finding[] => {
        const storageClass = claimClass(claim) ?? '';
        const size = claimSize(claim);
        const iops = provisionedIops(cluster, storageClass);
        const smallestGib = Math.ceil(iops / GP3_IOPS_PER_GIB);
        if (iops <= GP3_BASELINE_IOPS || (quantityBytes(size) ?? 0) >= smallestGib * 2 ** 30) return [];
        return [
          {
            rule: 'storage-size',
            severity: 'error',
            resource: resourceName(manifest),
            path,
            message: `claims ${size} of ${storageClass}, whose ${iops} IOPS AWS gives to ${smallestGib}Gi and more`,
            remedy: `claim ${smallestGib}Gi, or use another class`,
          },
        ];
      }),
    ),
  );
}

/** IOPS that a class asks for; 0 where its disks have a fixed number. */
function provisionedIops(cluster: ClusterOutput, storageClass: string): number {
  const found = cluster.manifests.find(
    ({ manifest }) => manifest.kind === 'StorageClass' && manifest.metadata.name === storageClass,
  );
  return Number(value(found?.manifest, 'parameters', 'iops') ?? 0);
}
