import type { Finding } from '../core/finding';
import type { Manifest } from '../core/manifest';
import { at, keysOf, textAt } from './at';
import type { ClusterChange, ObjectChange } from './cluster-change';
import { cannotBecome, differs } from './field-change';
import { report } from './statement';
import { canGrow, compareSizes, sizeOf } from './volume-size';

/** What may change of a claim, apart from its size, which may grow. */
const MUTABLE = ['resources', 'volumeAttributesClassName'];

/** What may be set where it was not. */
const SET_ONCE = ['volumeName', 'storageClassName'];

/**
 * Rule `immutable-field` for claims: they grow and do nothing else.
 * https://github.com/kubernetes/kubernetes/blob/v1.34.1/pkg/apis/core/validation/validation.go
 * (`ValidatePersistentVolumeClaimUpdate`)
 */
export function volumeClaimFindings(cluster: ClusterChange): readonly Finding[] {
  return cluster.changed
    .filter(({ next }) => next.kind === 'PersistentVolumeClaim')
    .flatMap((change) =>
      claimFaults(change, cluster).map((message) =>
        report(
          { path: change.path, manifest: change.next },
          { rule: 'immutable-field', severity: 'error', message, remedy: anotherClaim(change.next) },
        ),
      ),
    );
}

function claimFaults({ previous, next }: ObjectChange, cluster: ClusterChange): readonly string[] {
  const [before, after] = [previous['spec'], next['spec']];
  const fields = new Set([...keysOf(before), ...keysOf(after)]);
  const others = [...fields].flatMap((field) => {
    const [old, wanted] = [at(before, field), at(after, field)];
    if (MUTABLE.includes(field) || (SET_ONCE.includes(field) && old === undefined)) return [];
    if (!differs(old, wanted, field === 'volumeMode' ? 'Filesystem' : undefined)) return [];
    return [cannotBecome(`spec.${field}`, old, wanted)];
  });
  return [...sizeFault(before, after, cluster), ...others];
}

function sizeFault(before: unknown, after: unknown, cluster: ClusterChange): readonly string[] {
  const [old, wanted] = [sizeOf(before), sizeOf(after)];
  const comparison = compareSizes(old, wanted);
  const className = textAt(before, 'storageClassName');
  if (comparison === 'same' || (comparison === 'larger' && canGrow(cluster.next, className))) return [];
  const message = cannotBecome('spec.resources.requests.storage', old, wanted);
  return [comparison === 'smaller' ? message : `${message}: disks of ${className} cannot grow`];
}

function anotherClaim({ metadata }: Manifest): string {
  return `add a second claim, copy the data, have the pods name that one, then take '${metadata.name}' away`;
}
