import { machineSeries } from './node-pool-machine-series';

/**
 * GPUs that machines bring with them, by the first two parts of the machine type. Where the number of GPUs does not
 * stand in the type (`a2-highgpu-4g` has 4), it goes by the number of processors.
 * https://cloud.google.com/compute/docs/gpus
 */
const BUILT_IN: Readonly<
  Record<string, { readonly type: string; readonly counts?: Readonly<Record<string, number>> }>
> = {
  'a2-highgpu': { type: 'nvidia-tesla-a100' },
  'a2-megagpu': { type: 'nvidia-tesla-a100' },
  'a2-ultragpu': { type: 'nvidia-a100-80gb' },
  'a3-edgegpu': { type: 'nvidia-h100-80gb' },
  'a3-highgpu': { type: 'nvidia-h100-80gb' },
  'a3-megagpu': { type: 'nvidia-h100-mega-80gb' },
  'a3-ultragpu': { type: 'nvidia-h200-141gb' },
  'a4-highgpu': { type: 'nvidia-b200' },
  'a4x-highgpu': { type: 'nvidia-gb200' },
  'g2-standard': {
    type: 'nvidia-l4',
    counts: { '4': 1, '8': 1, '12': 1, '16': 1, '24': 2, '32': 1, '48': 4, '96': 8 },
  },
  'g4-standard': { type: 'nvidia-rtx-pro-6000', counts: { '48': 1, '96': 2, '192': 4, '384': 8 } },
};

/** GPUs that N1 machines take, and how many of them. https://cloud.google.com/compute/docs/gpus#n1-gpus */
const ATTACHABLE: Readonly<Record<string, readonly number[]>> = {
  'nvidia-tesla-p100': [1, 2, 4],
  'nvidia-tesla-p4': [1, 2, 4],
  'nvidia-tesla-t4': [1, 2, 4],
  'nvidia-tesla-v100': [1, 2, 4, 8],
};

/** Series whose machines carry no GPU, and take none. */
const WITHOUT_GPUS = [
  ...['c2', 'c2d', 'c3', 'c3d', 'c4', 'c4a', 'c4d', 'e2', 'f1', 'g1', 'h3', 'h4d', 'm1', 'm2', 'm3', 'm4'],
  ...['n2', 'n2d', 'n4', 'n4a', 'n4d', 't2a', 't2d', 'x4', 'z3'],
];

/** The GPUs that a machine has, whether one asks for them or not. */
export function builtInGpus(machineType: string): { readonly type: string; readonly count: number } | undefined {
  const [, family = '', size = ''] = /^([a-z0-9]+-[a-z]+)-(\d+)g?$/.exec(machineType) ?? [];
  const gpus = BUILT_IN[family];
  if (gpus === undefined) return undefined;
  const count = gpus.counts === undefined ? Number(size) : gpus.counts[size];
  return count === undefined ? undefined : { type: gpus.type, count };
}

/** Whether GPUs can be added to a machine. */
export function attachesGpus(machineType: string): boolean {
  return machineSeries(machineType) === 'n1';
}

/** Whether a machine has no place for GPUs; of an unknown series, nothing is said. */
export function carriesNoGpus(machineType: string): boolean {
  return WITHOUT_GPUS.includes(machineSeries(machineType));
}

/** Numbers in which a type of GPU is added to machines. */
export function attachableCounts(type: string): readonly number[] | undefined {
  return ATTACHABLE[type];
}

/** Machines that a type of GPU is to be had with, in words. */
export function machinesWith(type: string): string | undefined {
  if (ATTACHABLE[type] !== undefined) return 'n1 machines';
  const families = Object.keys(BUILT_IN).filter((family) => BUILT_IN[family]?.type === type);
  return families.length === 0 ? undefined : `${families.join(' or ')} machines`;
}
