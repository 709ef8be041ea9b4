import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { StorageSpec } from '../../core/model/volume';
import type { WorkloadContext } from '../workload-props';
import type { ConfigMaps } from './config-files';

const CONFIG_VOLUME = 'config';
const SCRATCH_VOLUME = 'scratch';

/** Room that a pod's scratch folders share; a pod that fills it is evicted instead of its node. */
const SCRATCH_SIZE = '256Mi';

/** Volumes of a pod, apart from those that claims make. */
export function podVolumes(context: WorkloadContext, { files }: ConfigMaps): Pick<k8s.PodSpec, 'volumes'> {
  const config = files === undefined ? [] : [{ name: CONFIG_VOLUME, configMap: { name: files } }];
  const scratch =
    (context.scratch ?? []).length === 0
      ? []
      : [{ name: SCRATCH_VOLUME, emptyDir: { sizeLimit: k8s.Quantity.fromString(SCRATCH_SIZE) } }];
  const volumes = [...config, ...scratch];
  return volumes.length === 0 ? {} : { volumes };
}

/** Where a container finds its volumes. */
export function volumeMounts(context: WorkloadContext): k8s.VolumeMount[] {
  const { config } = context;
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
    ...(context.scratch ?? []).map((mountPath) => ({
      name: SCRATCH_VOLUME,
      mountPath,
      subPath: scratchSubPath(mountPath),
    })),
  ];
}

/** Folder of the scratch volume that a folder of the container is. */
export function scratchSubPath(mountPath: string): string {
  return mountPath.replace(/^\/+/, '').replaceAll('/', '-');
}

/** A claim for each volume of a StatefulSet's replicas. */
export function volumeClaimTemplates(context: WorkloadContext): k8s.KubePersistentVolumeClaimProps[] {
  return Object.entries(claimedStorage(context)).map(([name, storage]) => ({
    metadata: { name },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: storage.storageClass ?? 'standard-ssd',
      resources: { requests: { storage: k8s.Quantity.fromString(storage.size) } },
    },
  }));
}

function claimedStorage(context: WorkloadContext): Readonly<Record<string, StorageSpec>> {
  return context.kind === 'StatefulSet' ? context.storage : {};
}
