import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { VolumeSpec } from '../../core/model/volume';
import type { WorkloadContext } from '../workload-props';
import { hostMounts } from './host-access';
import type { PodContainer } from './pod-container';
import { CONFIG_VOLUME, SCRATCH_VOLUME, claimedStorage } from './volumes';

/** Where a container finds its volumes: the main one all of them, others those that they mount. */
export function volumeMounts(context: WorkloadContext, container: PodContainer): k8s.VolumeMount[] {
  return [
    ...(container.role === 'main' ? mainMounts(context) : ownMounts(context, container)),
    ...(container.spec.scratch ?? []).map((mountPath) => ({
      name: SCRATCH_VOLUME,
      mountPath,
      subPath: scratchSubPath(container, mountPath),
    })),
  ];
}

/** Folder of the scratch volume that a folder of a container is; other containers than the main one have their own. */
export function scratchSubPath({ name, role }: PodContainer, mountPath: string): string {
  const folder = mountPath.replace(/^\/+/, '').replaceAll('/', '-');
  return role === 'main' ? folder : `${name}-${folder}`;
}

function mainMounts(context: WorkloadContext): k8s.VolumeMount[] {
  const { config, volumes = {} } = context;
  return [
    ...(config === undefined
      ? []
      : [
          {
            name: CONFIG_VOLUME,
            mountPath: config.mountPath,
            readOnly: true,
            ...(config.subPath === undefined ? {} : { subPath: config.subPath }),
          },
        ]),
    ...Object.entries(claimedStorage(context)).map(([name, { mountPath }]) => ({ name, mountPath })),
    ...Object.entries(volumes).map(([name, volume]) => ({
      name,
      mountPath: volume.mountPath,
      ...readOnly(volume),
    })),
    ...hostMounts(context),
  ];
}

function ownMounts({ volumes = {} }: WorkloadContext, { spec }: PodContainer): k8s.VolumeMount[] {
  return Object.entries(spec.mounts ?? {}).map(([name, mountPath]) => {
    const volume = volumes[name];
    return {
      name,
      mountPath,
      ...(name === CONFIG_VOLUME ? { readOnly: true } : volume === undefined ? {} : readOnly(volume)),
    };
  });
}

function readOnly(volume: VolumeSpec): { readonly readOnly?: true } {
  return 'secretFiles' in volume || volume.readOnly === true ? { readOnly: true } : {};
}
