import type { Refusal } from '../../core/errors';
import { quantityBytes } from '../../core/quantity';
import { scratchSubPath } from './volumes';
import type { WorkloadContext } from '../workload-props';

/** What a workload's properties say wrong of its volumes and writable folders. */
export function volumeRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  return [...storageRefusals(context), ...scratchRefusals(context.scratch ?? [])];
}

function storageRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  if (context.kind !== 'StatefulSet') return [];
  return Object.entries(context.storage).map(([name, { size }]) =>
    (quantityBytes(size) ?? 0) > 0
      ? undefined
      : { property: `storage.${name}.size`, rule: 'must be a quantity such as 20Gi', got: size },
  );
}

function scratchRefusals(folders: readonly string[]): readonly (Refusal | undefined)[] {
  return folders.flatMap((folder, index) => {
    const same = folders.slice(0, index).find((other) => scratchSubPath(other) === scratchSubPath(folder));
    return [
      /^\/[^/]/.test(folder)
        ? undefined
        : { property: 'scratch', rule: 'must be absolute paths below the root, such as /tmp', got: folder },
      same === undefined
        ? undefined
        : { property: 'scratch', rule: `must not share its folder with '${same}'`, got: folder },
    ];
  });
}
