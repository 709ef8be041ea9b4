import type { ContainerNodePoolNodeConfigGuestAccelerator } from '@cdktf/provider-google/lib/container-node-pool';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { attachableCounts, attachesGpus, builtInGpus, carriesNoGpus, machinesWith } from './node-pool-gpu-machines';
import type { NodeImageType } from './node-pool-system';

/** Bounds of both strategies. https://cloud.google.com/kubernetes-engine/docs/concepts/timesharing-gpus */
const CLIENTS_PER_GPU = { min: 2, max: 48 };
/** As many as the largest machine carries. */
const MAX_GPUS = 16;
/** Types that cannot be parted. https://cloud.google.com/kubernetes-engine/docs/how-to/gpus-multi */
const NOT_PARTED = ['nvidia-l4', 'nvidia-tesla-p4', 'nvidia-tesla-p100', 'nvidia-tesla-t4', 'nvidia-tesla-v100'];

/** The GPUs of each node. */
export interface GkeGpu {
  /** Accelerator type, such as `nvidia-l4`; GPUs of `a2`, `a3`, `a4`, `g2` and `g4` machines come with the machine. */
  readonly type: string;
  /** How many each node has. */
  readonly count: number;
  /**
   * Driver that GKE installs: the one that goes with its version, the newest (Container-Optimized OS only), or none, for
   * those who install their own.
   *
   * @default 'DEFAULT'
   */
  readonly driver?: 'DEFAULT' | 'LATEST' | 'DISABLED';
  /**
   * Has several pods share a GPU, from 2 to 48: by turns, or at once.
   *
   * @default - a pod has a whole GPU, or a whole partition
   */
  readonly sharing?: { readonly strategy: 'TIME_SHARING' | 'MPS'; readonly maxClientsPerGpu: number };
  /**
   * Parts each GPU into instances of this size, such as `1g.5gb`.
   *
   * @default - GPUs are whole
   */
  readonly partitionSize?: string;
}

/** The part of a node pool's options that has to do with GPUs. */
export interface GkeNodeGpuOptions {
  /**
   * GPUs of each node. GKE taints such nodes by itself, `nvidia.com/gpu=present:NoSchedule`, and tolerates the taint for
   * pods that ask for `nvidia.com/gpu`.
   *
   * @default - none
   */
  readonly gpu?: GkeGpu;
}

/** What the options of a pool say about its machines, as far as GPUs depend on it. */
interface GpuMachine extends GkeNodeGpuOptions {
  readonly machineType: string;
  readonly imageType?: NodeImageType;
  readonly gvisor?: boolean;
}

/** The accelerators of each node, as the provider writes them. */
export function accelerators(gpu: GkeGpu): ContainerNodePoolNodeConfigGuestAccelerator[] {
  const { driver = 'DEFAULT', sharing, partitionSize } = gpu;
  return [
    {
      type: gpu.type,
      count: gpu.count,
      gpuDriverInstallationConfig: { gpuDriverVersion: driver === 'DISABLED' ? 'INSTALLATION_DISABLED' : driver },
      ...(sharing === undefined
        ? {}
        : {
            gpuSharingConfig: {
              gpuSharingStrategy: sharing.strategy,
              maxSharedClientsPerGpu: sharing.maxClientsPerGpu,
            },
          }),
      ...(partitionSize === undefined ? {} : { gpuPartitionSize: partitionSize }),
    },
  ];
}

/** Refuses GPUs that the machines do not have or cannot take, and ways of sharing them that GKE would refuse. */
export function gpuRefusals(options: GpuMachine): (Refusal | undefined)[] {
  const { gpu, machineType } = options;
  if (Token.isUnresolved(machineType)) return [];
  if (gpu === undefined) return [missingGpuRefusal(machineType)];
  return [
    wholeNumberRefusal('gpu.count', gpu.count, { min: 1, max: MAX_GPUS }),
    machineRefusal(machineType, gpu),
    gpu.driver === 'LATEST' && options.imageType === 'UBUNTU_CONTAINERD'
      ? {
          property: 'gpu.driver',
          rule: 'must be DEFAULT or DISABLED on Ubuntu, for which GKE has no newer one',
          got: gpu.driver,
        }
      : undefined,
    ...sharingRefusals(gpu, options.gvisor ?? false),
    partitionRefusal(gpu),
  ];
}

function missingGpuRefusal(machineType: string): Refusal | undefined {
  const built = builtInGpus(machineType);
  if (built === undefined) return undefined;
  const { type, count } = built;
  return {
    property: 'machineType',
    rule: `must go with gpu, since the machine carries ${count} ${type}`,
    got: machineType,
    remedy: `add gpu: { type: '${type}', count: ${count} }`,
  };
}

function machineRefusal(machineType: string, { type, count }: GkeGpu): Refusal | undefined {
  const built = builtInGpus(machineType);
  if (built !== undefined) {
    if (built.type !== type) {
      return { property: 'gpu.type', rule: `must be ${built.type}, which ${machineType} carries`, got: type };
    }
    return built.count === count
      ? undefined
      : { property: 'gpu.count', rule: `must be ${built.count}, as many as ${machineType} carries`, got: count };
  }
  const counts = attachableCounts(type);
  if (attachesGpus(machineType) && counts !== undefined) {
    return counts.includes(count)
      ? undefined
      : { property: 'gpu.count', rule: `must be one of ${counts.join(', ')} for ${type}`, got: count };
  }
  const machines = machinesWith(type);
  if (!carriesNoGpus(machineType) && !(attachesGpus(machineType) && machines !== undefined)) return undefined;
  return {
    property: 'machineType',
    rule: `must be of a series that carries ${type}`,
    got: machineType,
    ...(machines === undefined ? {} : { remedy: `choose ${machines}` }),
  };
}

function sharingRefusals({ sharing, partitionSize }: GkeGpu, gvisor: boolean): (Refusal | undefined)[] {
  if (sharing === undefined) return [];
  const { strategy, maxClientsPerGpu } = sharing;
  const property = 'gpu.sharing.strategy';
  return [
    wholeNumberRefusal('gpu.sharing.maxClientsPerGpu', maxClientsPerGpu, CLIENTS_PER_GPU),
    strategy === 'MPS' && partitionSize !== undefined
      ? {
          property,
          rule: 'must be TIME_SHARING for GPUs that are parted',
          got: strategy,
          remedy: 'or leave partitionSize out',
        }
      : undefined,
    strategy === 'MPS' && gvisor
      ? { property, rule: 'must be TIME_SHARING for pods that run in gVisor', got: strategy }
      : undefined,
  ];
}

function partitionRefusal({ type, partitionSize }: GkeGpu): Refusal | undefined {
  const property = 'gpu.partitionSize';
  if (partitionSize === undefined || Token.isUnresolved(partitionSize)) return undefined;
  if (!/^\d+g\.\d+gb$/.test(partitionSize)) {
    return { property, rule: 'must be a size of GPU instances such as 1g.5gb', got: partitionSize };
  }
  if (!NOT_PARTED.includes(type)) return undefined;
  return { property, rule: `must be left out, since a ${type} cannot be parted`, got: partitionSize };
}
