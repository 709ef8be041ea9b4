import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';

/** Technology that keeps the memory of a machine encrypted: AMD's, AMD's newer one, or Intel's. */
export type ConfidentialTechnology = 'SEV' | 'SEV_SNP' | 'TDX';

/** A small machine that offers it, for the pool that GKE makes and Terraform removes. */
const SMALLEST_MACHINE: Readonly<Record<ConfidentialTechnology, string>> = {
  SEV: 'n2d-standard-2',
  SEV_SNP: 'n2d-standard-2',
  TDX: 'c3-standard-4',
};

/** The part of a Standard cluster's options that has to do with encrypted memory. */
export interface GkeConfidentialOptions {
  /**
   * Whether the memory of all nodes is encrypted, and by which technology; `true` stands for `SEV`. All pools need
   * machines that offer it. A change replaces the cluster; a single pool can have it on its own, see `addNodePool`.
   *
   * @default false
   */
  readonly confidentialNodes?: boolean | ConfidentialTechnology;
}

/** Encrypted memory as the provider writes it. */
export function confidentialNodes({
  confidentialNodes: chosen = false,
}: GkeConfidentialOptions): Partial<ContainerClusterConfig> {
  const technology = technologyOf(chosen);
  if (technology === undefined) return {};
  return { confidentialNodes: { enabled: true, confidentialInstanceType: technology } };
}

/** Machines of the pool that GKE makes and Terraform removes: GKE's own choice, unless memory is to be encrypted. */
export function temporaryMachine({ confidentialNodes: chosen = false }: GkeConfidentialOptions): {
  readonly machineType?: string;
} {
  const technology = technologyOf(chosen);
  return technology === undefined ? {} : { machineType: SMALLEST_MACHINE[technology] };
}

function technologyOf(chosen: boolean | ConfidentialTechnology): ConfidentialTechnology | undefined {
  if (typeof chosen !== 'boolean') return chosen;
  return chosen ? 'SEV' : undefined;
}
