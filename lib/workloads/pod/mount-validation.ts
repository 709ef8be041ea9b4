import type { Refusal } from '../../core/errors';
import { suggest } from '../../core/nearest';
import type { WorkloadContext } from '../workload-props';
import { hostPaths } from './host-access';
import { podContainers, type PodContainer } from './pod-container';
import { scratchSubPath } from './volume-mounts';
import { claimedStorage, CONFIG_VOLUME } from './volumes';

/** What a workload's properties say wrong of where its containers find their volumes and writable folders. */
export function mountRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const containers = podContainers(context);
  return [
    ...containers.flatMap((container) => unknownRefusals(context, container)),
    ...containers.flatMap((container) => pathRefusals(context, container)),
    ...sharedScratchRefusals(containers),
  ];
}

function unknownRefusals(context: WorkloadContext, { prefix, spec }: PodContainer): readonly (Refusal | undefined)[] {
  const known = [
    ...(context.config === undefined ? [] : [CONFIG_VOLUME]),
    ...Object.keys(claimedStorage(context)),
    ...Object.keys(context.volumes ?? {}),
  ];
  return Object.keys(spec.mounts ?? {}).map((name) =>
    known.includes(name)
      ? undefined
      : {
          property: `${prefix}mounts.${name}`,
          rule: 'must be a volume of the workload',
          got: name,
          remedy: suggest(name, known),
        },
  );
}

/** A place in a container where something is mounted, and the property that says so. */
interface Place {
  readonly property: string;
  readonly path: string;
}

function pathRefusals(context: WorkloadContext, container: PodContainer): readonly (Refusal | undefined)[] {
  const mounts = container.role === 'main' ? mainPlaces(context) : ownPlaces(container);
  const property = `${container.prefix}scratch`;
  const scratch = (container.spec.scratch ?? []).map((path): Place => ({ property, path }));
  return [
    ...mounts.map((place) => formRefusal(place, 'must be an absolute path below the root, such as /data')),
    ...scratch.map((place) => formRefusal(place, 'must be absolute paths below the root, such as /tmp')),
    ...mounts.map((place, index) => twiceRefusal(place, [...scratch, ...mounts.slice(0, index)])),
    ...[...mounts, ...scratch].map((place) => insideRefusal(place, scratch)),
  ];
}

function mainPlaces(context: WorkloadContext): readonly Place[] {
  const at = (property: string, { mountPath }: { readonly mountPath: string }): Place => ({
    property: `${property}.mountPath`,
    path: mountPath,
  });
  return [
    ...(context.config === undefined ? [] : [at('config', context.config)]),
    ...Object.entries(claimedStorage(context)).map(([name, disk]) => at(`storage.${name}`, disk)),
    ...Object.entries(context.volumes ?? {}).map(([name, volume]) => at(`volumes.${name}`, volume)),
    ...hostPaths(context).map(([name, path]) => at(`host.paths.${name}`, path)),
  ];
}

function ownPlaces({ prefix, spec }: PodContainer): readonly Place[] {
  return Object.entries(spec.mounts ?? {}).map(([name, path]) => ({ property: `${prefix}mounts.${name}`, path }));
}

/** Kubernetes takes no colon in a path; the root would hide the image. */
function formRefusal({ property, path }: Place, rule: string): Refusal | undefined {
  const parts = path.split('/').slice(1);
  if (/^\/[^/:][^:]*$/.test(path) && !parts.includes('..') && !parts.includes('.')) return undefined;
  return { property, rule, got: path };
}

function twiceRefusal({ property, path }: Place, others: readonly Place[]): Refusal | undefined {
  const same = others.find((other) => folder(other.path) === folder(path));
  return same === undefined ? undefined : { property, rule: `must not be the path of ${same.property} too`, got: path };
}

/** Scratch is empty when a pod starts, and what is mounted in it would be made there anew. */
function insideRefusal({ property, path }: Place, scratch: readonly Place[]): Refusal | undefined {
  const around = scratch.find((other) => folder(path).startsWith(`${folder(other.path)}/`));
  if (around === undefined || folder(around.path) === '') return undefined;
  return { property, rule: `must not lie in the scratch folder '${around.path}'`, got: path };
}

/** All scratch folders of a pod lie side by side in one volume. */
function sharedScratchRefusals(containers: readonly PodContainer[]): readonly (Refusal | undefined)[] {
  const all = containers.flatMap((container) =>
    (container.spec.scratch ?? []).map((path) => ({
      property: `${container.prefix}scratch`,
      path,
      subPath: scratchSubPath(container, path),
    })),
  );
  return all.map(({ property, path, subPath }, index) => {
    const same = all.slice(0, index).find((other) => other.subPath === subPath);
    if (same === undefined) return undefined;
    const owner = same.property === property ? '' : ` of ${same.property}`;
    return { property, rule: `must not share its folder with '${same.path}'${owner}`, got: path };
  });
}

function folder(path: string): string {
  return path.replace(/\/+$/, '');
}
