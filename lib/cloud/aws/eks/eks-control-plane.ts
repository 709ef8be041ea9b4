import type { EksClusterConfig } from '@cdktf/provider-aws/lib/eks-cluster';

const DEFAULTS = { zonalShift: true, deletionProtection: true } as const;

/** Sizes of a control plane whose capacity is reserved, beside `standard`, which scales by itself. */
export type EksControlPlaneTier = 'standard' | 'tier-xl' | 'tier-2xl' | 'tier-4xl';

/** The part of a cluster's options that has to do with how its control plane holds out. */
export interface EksControlPlaneOptions {
  /**
   * Whether traffic within the cluster may be moved away from a zone that ails, by hand or, where the account has
   * zonal autoshift, by AWS.
   *
   * @default true
   */
  readonly zonalShift?: boolean;
  /**
   * How much of a control plane is there at all times. A tier is charged by the hour.
   * https://docs.aws.amazon.com/eks/latest/userguide/eks-provisioned-control-plane.html
   *
   * @default - that of EKS, `standard`, which grows and shrinks with its load
   */
  readonly controlPlaneScalingTier?: EksControlPlaneTier;
  /**
   * Whether Terraform refuses to destroy the cluster, and EKS refuses everybody else.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** How the control plane holds out, as the provider writes it. */
export function controlPlane(options: EksControlPlaneOptions): Partial<EksClusterConfig> {
  const { controlPlaneScalingTier: tier, deletionProtection = DEFAULTS.deletionProtection } = options;
  return {
    zonalShiftConfig: { enabled: options.zonalShift ?? DEFAULTS.zonalShift },
    ...(tier === undefined ? {} : { controlPlaneScalingConfig: { tier } }),
    deletionProtection,
    // EKS refuses when all else is gone already: nodes, add-ons, access entries. Terraform refuses before it begins.
    lifecycle: { preventDestroy: deletionProtection },
  };
}
