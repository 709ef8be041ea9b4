import type { Refusal } from '../../core/errors';
import type { DiskSpec, VolumeSpec } from '../../core/model/volume';
import { isDnsLabel } from '../../core/names';
import { suggest } from '../../core/nearest';
import { quantityBytes } from '../../core/quantity';
import type { WorkloadContext } from '../workload-props';
import { storageClassOf } from './disk';
import { hostPaths } from './host-access';
import { claimedStorage, CONFIG_VOLUME, SCRATCH_VOLUME } from './volumes';

/** What Kubernetes takes for the name of a file in a ConfigMap or a Secret. */
const FILE_NAME = /^(?!\.{1,2}$)[-._a-zA-Z0-9]{1,253}$/;

/** What a workload's properties say wrong of its volumes: their names, sizes, classes and files. */
export function volumeRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  return [
    ...nameRefusals(context),
    ...Object.entries(claimedStorage(context)).flatMap(([name, disk]) =>
      diskRefusals(context, `storage.${name}`, disk),
    ),
    ...Object.entries(context.volumes ?? {}).flatMap(([name, volume]) =>
      sourceRefusals(context, `volumes.${name}`, volume),
    ),
    ...configRefusals(context),
  ];
}

/** Volumes of a pod have one space of names, wherever they are written. */
function nameRefusals(context: WorkloadContext): readonly (Refusal | undefined)[] {
  const all = [
    ...Object.keys(claimedStorage(context)).map((name) => ({ name, property: `storage.${name}` })),
    ...Object.keys(context.volumes ?? {}).map((name) => ({ name, property: `volumes.${name}` })),
    ...hostPaths(context).map(([name]) => ({ name, property: `host.paths.${name}` })),
  ];
  return all.map(({ name, property }, index) => {
    if (!isDnsLabel(name)) {
      return { property, rule: 'must be named in lower-case letters, digits and dashes, 63 at most', got: name };
    }
    if ([CONFIG_VOLUME, SCRATCH_VOLUME].includes(name)) {
      return { property, rule: `must not be named ${CONFIG_VOLUME} or ${SCRATCH_VOLUME}, which are others`, got: name };
    }
    const same = all.slice(0, index).find((other) => other.name === name);
    if (same === undefined) return undefined;
    return { property, rule: `must not have the name of another volume, ${same.property}`, got: name };
  });
}

function sourceRefusals(
  context: WorkloadContext,
  property: string,
  volume: VolumeSpec,
): readonly (Refusal | undefined)[] {
  if ('emptyDir' in volume) return emptyDirRefusals(context, `${property}.emptyDir.sizeLimit`, volume.emptyDir);
  if ('ephemeral' in volume) return diskRefusals(context, `${property}.ephemeral`, volume.ephemeral);
  if ('claim' in volume) return diskRefusals(context, `${property}.claim`, volume.claim);
  if ('secretFiles' in volume) return fileRefusals(`${property}.secretFiles`, Object.keys(volume.secretFiles));
  return [
    /^[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?$/.test(volume.existingClaim)
      ? undefined
      : { property: `${property}.existingClaim`, rule: 'must be the name of a claim', got: volume.existingClaim },
  ];
}

function emptyDirRefusals(
  { resources }: WorkloadContext,
  property: string,
  { sizeLimit, medium }: { readonly sizeLimit: string; readonly medium?: 'Memory' },
): readonly (Refusal | undefined)[] {
  const wrong = sizeRefusal(property, sizeLimit);
  const limit = quantityBytes(resources.limits.memory);
  if (wrong !== undefined || medium === undefined || limit === undefined) return [wrong];
  const rule = `must be at most resources.limits.memory (${resources.limits.memory}), which it counts towards`;
  return [(quantityBytes(sizeLimit) ?? 0) > limit ? { property, rule, got: sizeLimit } : undefined];
}

function diskRefusals(
  { cluster }: WorkloadContext,
  property: string,
  disk: DiskSpec,
): readonly (Refusal | undefined)[] {
  const storageClass = storageClassOf(disk);
  const classes = cluster?.storageClasses;
  const known = Object.entries(classes ?? {}).flatMap(([name, spec]) => (spec === undefined ? [] : [name]));
  return [
    sizeRefusal(`${property}.size`, disk.size),
    classes === undefined || known.includes(storageClass)
      ? undefined
      : {
          property: `${property}.storageClass`,
          rule: 'must be a storage class of the cluster',
          got: storageClass,
          remedy: suggest(storageClass, known),
        },
  ];
}

function sizeRefusal(property: string, size: string): Refusal | undefined {
  if ((quantityBytes(size) ?? 0) > 0) return undefined;
  return { property, rule: 'must be a quantity such as 20Gi', got: size };
}

function configRefusals({ config }: WorkloadContext): readonly (Refusal | undefined)[] {
  if (config === undefined) return [];
  const files = Object.keys(config.files);
  return [
    ...fileRefusals('config.files', files),
    config.subPath === undefined || files.includes(config.subPath)
      ? undefined
      : {
          property: 'config.subPath',
          rule: 'must be one of config.files',
          got: config.subPath,
          remedy: suggest(config.subPath, files),
        },
  ];
}

function fileRefusals(property: string, names: readonly string[]): readonly (Refusal | undefined)[] {
  if (names.length === 0) return [{ property, rule: 'must have a file', got: names }];
  return names.map((name) =>
    FILE_NAME.test(name)
      ? undefined
      : { property, rule: 'must be named in letters, digits, dots, dashes and underscores', got: name },
  );
}
