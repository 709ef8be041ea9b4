import type { Finding } from '../core/finding';
import { SERVICE_LABEL } from '../core/labels';
import type { Manifest } from '../core/manifest';
import type { ClusterChange } from './cluster-change';
import { controllers } from './controllers';
import { kubectl, report, resource, steps } from './statement';

/**
 * Rule `renamed` for workloads that keep their name and change their kind. Both controllers' pods bear the same labels,
 * so that Services and autoscalers take them for one while the one ends and the other starts.
 * https://argo-rollouts.readthedocs.io/en/stable/migrating/
 */
export function kindChangeFindings({ gone, added }: ClusterChange): readonly Finding[] {
  return controllers(added).flatMap((next) => {
    const previous = controllers(gone).find(({ manifest }) => isSameName(manifest, next.manifest))?.manifest;
    if (previous === undefined) return [];
    return [
      report(next, {
        rule: 'renamed',
        severity: 'warning',
        message: `was a ${previous.kind} and is a ${next.manifest.kind}: pods of both bear the same labels, and the old ones end whether or not the new ones are ready`,
        remedy: steps(
          'sync without pruning, wait until the new pods are ready, then delete the old ones; where two must not run at once, scale them to 0 first',
          kubectl(next.manifest, `get pods -l ${SERVICE_LABEL}=${next.manifest.metadata.name}`),
          kubectl(previous, `delete ${resource(previous)}`),
        ),
      }),
    ];
  });
}

function isSameName(previous: Manifest, next: Manifest): boolean {
  return (
    previous.metadata.name === next.metadata.name &&
    previous.metadata.namespace === next.metadata.namespace &&
    previous.kind !== next.kind
  );
}
