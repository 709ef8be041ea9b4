import type { Refusal } from '../../../core/errors';

/** Add-ons that a cluster with nodes of its own cannot do without, as EKS spells them. */
export const CORE_ADDONS = [
  'eks-pod-identity-agent',
  'kube-proxy',
  'vpc-cni',
  'coredns',
  'aws-ebs-csi-driver',
] as const;

/** Add-ons that a cluster may have besides, as EKS spells them. */
export const OPTIONAL_ADDONS = [
  'amazon-cloudwatch-observability',
  'aws-efs-csi-driver',
  'aws-mountpoint-s3-csi-driver',
  'eks-node-monitoring-agent',
  'metrics-server',
  'snapshot-controller',
] as const;

/** What Auto Mode watches its nodes with, without an add-on. */
const INCLUDED_IN_AUTO_MODE: readonly string[] = ['eks-node-monitoring-agent'];

export type CoreAddon = (typeof CORE_ADDONS)[number];
export type OptionalAddon = (typeof OPTIONAL_ADDONS)[number];
export type AddonName = CoreAddon | OptionalAddon;

const DEFAULT_OPTIONAL: readonly OptionalAddon[] = [
  'eks-node-monitoring-agent',
  'metrics-server',
  'snapshot-controller',
];

/** The optional add-ons of a cluster whose owner names none. */
export function defaultOptionalAddons(mode: 'standard' | 'auto'): readonly OptionalAddon[] {
  return mode === 'auto' ? DEFAULT_OPTIONAL.filter((name) => !INCLUDED_IN_AUTO_MODE.includes(name)) : DEFAULT_OPTIONAL;
}

/** Refuses names that are no optional add-ons, or that the cluster has already. */
export function enabledRefusals(
  enabled: readonly string[],
  mode: 'standard' | 'auto',
): readonly (Refusal | undefined)[] {
  return enabled.map((name, index) =>
    enabled.indexOf(name) === index
      ? enabledRefusal(name, mode)
      : { property: 'enabled', rule: 'must name each add-on once', got: name },
  );
}

function enabledRefusal(got: string, mode: 'standard' | 'auto'): Refusal | undefined {
  const property = 'enabled';
  if (isOneOf(CORE_ADDONS, got)) {
    const rule = 'must name what a cluster may have besides the add-ons that it always has';
    return { property, rule, got, remedy: 'leave it out' };
  }
  if (got === 'aws-guardduty-agent') {
    const rule = 'must not name the agent that GuardDuty installs and updates itself';
    return { property, rule, got, remedy: 'leave it out, and switch on the runtime monitoring of GuardDuty' };
  }
  if (!isOneOf(OPTIONAL_ADDONS, got)) {
    return { property, rule: `must name add-ons among ${OPTIONAL_ADDONS.join(', ')}`, got };
  }
  if (mode === 'auto' && INCLUDED_IN_AUTO_MODE.includes(got)) {
    return { property, rule: 'must not name what EKS Auto Mode includes', got, remedy: 'leave it out' };
  }
  return undefined;
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
