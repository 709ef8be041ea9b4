import type { EksClusterConfig } from '@cdktf/provider-aws/lib/eks-cluster';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

const DEFAULTS = { upgradePolicy: 'STANDARD', forceUpdateVersion: false } as const;

/** The part of a cluster's options that has to do with its version. */
export interface EksUpgradeOptions {
  /** Minor version, such as `1.34`. EKS goes up one at a time, and never back. */
  readonly kubernetesVersion: string;
  /**
   * What happens when standard support of the version ends, 14 months after EKS released it: EKS upgrades the cluster
   * by itself (`STANDARD`), or charges for another 12 months of support (`EXTENDED`).
   * https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
   *
   * @default 'STANDARD'
   */
  readonly upgradePolicy?: 'STANDARD' | 'EXTENDED';
  /**
   * Whether EKS upgrades the cluster even where its upgrade insights found something that speaks against it.
   *
   * @default false
   */
  readonly forceUpdateVersion?: boolean;
}

/** The version, and how it changes, as the provider writes it. */
export function upgrade(options: EksUpgradeOptions): Partial<EksClusterConfig> {
  return {
    version: options.kubernetesVersion,
    forceUpdateVersion: options.forceUpdateVersion ?? DEFAULTS.forceUpdateVersion,
    upgradePolicy: { supportType: options.upgradePolicy ?? DEFAULTS.upgradePolicy },
  };
}

/** Refuses what is no minor version. */
export function upgradeRefusals({ kubernetesVersion: got }: EksUpgradeOptions): readonly (Refusal | undefined)[] {
  if (Token.isUnresolved(got) || /^1\.\d{2}$/.test(got)) return [];
  return [{ property: 'kubernetesVersion', rule: 'must be a minor version such as 1.34', got }];
}
