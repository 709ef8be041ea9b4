import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { StorageSpec, VolumeSource } from '../../core/model/volume';
import type { WorkloadContext } from '../workload-props';
import { claimName } from './claims';
import type { ConfigMaps } from './config-files';
import { claimSpec } from './disk';
import { hostVolumes } from './host-access';
import { podContainers } from './pod-container';
import { secretFilesVolume } from './secret-files';

/** Name of the volume with a workload's configuration. */
export const CONFIG_VOLUME = 'config';

/** Name of the volume that all scratch folders of a pod lie in. */
export const SCRATCH_VOLUME = 'scratch';

/** Room that a pod's scratch folders share; a pod that fills it is evicted instead of its node. */
const SCRATCH_SIZE = '256Mi';

/** Volumes of a pod, apart from those that a StatefulSet claims for it. */
export function podVolumes(context: WorkloadContext, { files }: ConfigMaps): Pick<k8s.PodSpec, 'volumes'> {
  const hasScratch = podContainers(context).some(({ spec }) => (spec.scratch ?? []).length > 0);
  const volumes: k8s.Volume[] = [
    ...(files === undefined ? [] : [{ name: CONFIG_VOLUME, configMap: { name: files } }]),
    ...Object.entries(context.volumes ?? {}).map(([name, volume]) => ({ name, ...source(context, name, volume) })),
    ...hostVolumes(context),
    ...(hasScratch ? [{ name: SCRATCH_VOLUME, emptyDir: { sizeLimit: k8s.Quantity.fromString(SCRATCH_SIZE) } }] : []),
  ];
  return volumes.length === 0 ? {} : { volumes };
}

/** A claim for each volume of a StatefulSet's replicas. */
export function volumeClaimTemplates(context: WorkloadContext): k8s.KubePersistentVolumeClaimProps[] {
  return Object.entries(claimedStorage(context)).map(([name, disk]) => ({ metadata: { name }, spec: claimSpec(disk) }));
}

/** Volumes that each replica of a StatefulSet has to itself. */
export function claimedStorage(context: WorkloadContext): Readonly<Record<string, StorageSpec>> {
  return context.kind === 'StatefulSet' ? context.storage : {};
}

function source(context: WorkloadContext, name: string, volume: VolumeSource): Omit<k8s.Volume, 'name'> {
  if ('emptyDir' in volume) {
    const { sizeLimit, medium } = volume.emptyDir;
    return {
      emptyDir: {
        sizeLimit: k8s.Quantity.fromString(sizeLimit),
        ...(medium === undefined ? {} : { medium }),
      },
    };
  }
  if ('ephemeral' in volume) return { ephemeral: { volumeClaimTemplate: { spec: claimSpec(volume.ephemeral) } } };
  if ('claim' in volume) return { persistentVolumeClaim: { claimName: claimName(context, name) } };
  if ('existingClaim' in volume) return { persistentVolumeClaim: { claimName: volume.existingClaim } };
  return { projected: secretFilesVolume(context, volume.secretFiles) };
}
