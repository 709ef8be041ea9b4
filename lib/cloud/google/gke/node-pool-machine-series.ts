import type { ConfidentialTechnology } from './gke-confidential-nodes';

/**
 * What the machine series can do, as far as it is known to be certain: a series that a list does not name is left to
 * Google to judge. https://cloud.google.com/compute/docs/machine-resource
 */
const SHARED_CORE = ['f1', 'g1'];
/** https://cloud.google.com/compute/docs/disks/hyperdisks#hyperdisk-vm-support */
const HYPERDISK_ONLY = ['a4', 'a4x', 'c4', 'c4a', 'c4d', 'g4', 'h4d', 'm4', 'n4', 'n4a', 'n4d', 'x4'];
const PERSISTENT_DISK_ONLY = [...SHARED_CORE, 'a2', 'c2', 'c2d', 'e2', 'g2', 'n1', 'n2', 't2a', 't2d'];
/** https://cloud.google.com/compute/docs/disks/local-ssd#machine-series-lssd */
const WITHOUT_LOCAL_SSD = [...SHARED_CORE, 'e2', 'h3', 'n4', 'n4a', 'n4d', 't2a', 't2d'];
/** https://cloud.google.com/kubernetes-engine/docs/how-to/compact-placement */
const NOT_COMPACT = [...SHARED_CORE, 'e2', 'n1', 'n4', 'n4a', 'n4d', 't2a', 't2d'];
/** https://cloud.google.com/kubernetes-engine/docs/how-to/confidential-gke-nodes */
const CONFIDENTIAL: Readonly<Record<ConfidentialTechnology, readonly string[]>> = {
  SEV: ['c2d', 'c3d', 'c4d', 'n2d'],
  SEV_SNP: ['c2d', 'c3d', 'c4d', 'n2d'],
  TDX: ['a3', 'c3', 'c4'],
};
/** https://cloud.google.com/compute/docs/instances/nested-virtualization/overview#restrictions */
const WITHOUT_NESTING = [...SHARED_CORE, 'c2d', 'c3d', 'c4a', 'c4d', 'e2', 'n2d', 'n4a', 'n4d', 't2a', 't2d'];

/** `n2d` of `n2d-standard-4`. Custom machines without a series in their name are of the oldest, N1. */
export function machineSeries(machineType: string): string {
  const series = /^[a-z]+\d+[a-z]*(?=-)/.exec(machineType)?.[0];
  return series ?? (machineType.startsWith('custom-') ? 'n1' : machineType);
}

/** Kinds of boot disk that a machine takes. */
export function bootDisks(machineType: string): 'persistent-disk' | 'hyperdisk' | 'both' {
  const series = machineSeries(machineType);
  if (HYPERDISK_ONLY.includes(series) || machineType.startsWith('a3-ultragpu-')) return 'hyperdisk';
  return PERSISTENT_DISK_ONLY.includes(series) ? 'persistent-disk' : 'both';
}

/** Whether local SSDs are for the pool to choose, a part of the machine, or not to be had. */
export function localSsds(machineType: string): 'chosen' | 'built-in' | 'none' {
  if (WITHOUT_LOCAL_SSD.includes(machineSeries(machineType))) return 'none';
  return /-lssd$|^(a2-ultragpu|a3|a4|a4x|z3)-/.test(machineType) ? 'built-in' : 'chosen';
}

/** Whether machines can be put close to each other. */
export function canBeCompact(machineType: string): boolean {
  return !NOT_COMPACT.includes(machineSeries(machineType));
}

/** Series that can be confidential in a certain way. */
export function confidentialSeries(technology: ConfidentialTechnology): readonly string[] {
  return CONFIDENTIAL[technology];
}

/** How a machine can be confidential, if at all: the way that every machine of its series has. */
export function confidentialTechnology(machineType: string): ConfidentialTechnology | undefined {
  const series = machineSeries(machineType);
  return (['SEV', 'TDX'] as const).find((technology) => CONFIDENTIAL[technology].includes(series));
}

/** Whether machines can run virtual machines of their own. */
export function canNest(machineType: string): boolean {
  return !WITHOUT_NESTING.includes(machineSeries(machineType));
}
