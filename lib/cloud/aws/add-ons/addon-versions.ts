import type { Refusal } from '../../../core/errors';
import type { AddonName } from './addon-names';

/** Has EKS choose a version when the add-on is made, which then stays until somebody names one. */
export const EKS_DEFAULT = 'eks-default';

const VERSION = /^v(\d+\.\d+)\.\d+-eksbuild\.\d+$/;

/**
 * Versions that suit every version of Kubernetes below.
 *
 * What `aws eks describe-addon-versions` gave as the default, or listed as compatible, for 1.34 to 1.36 in
 * September 2026, as public repositories recorded it. Two are older than the newest on purpose: vpc-cni 1.23 and
 * eks-pod-identity-agent 1.4 were offered, but EKS had not made them its default.
 */
const FOR_EVERY_MINOR = {
  'amazon-cloudwatch-observability': 'v6.7.0-eksbuild.1',
  'aws-ebs-csi-driver': 'v1.66.0-eksbuild.1',
  'aws-efs-csi-driver': 'v3.4.2-eksbuild.1',
  'aws-mountpoint-s3-csi-driver': 'v2.6.0-eksbuild.1',
  'eks-node-monitoring-agent': 'v1.6.6-eksbuild.1',
  'eks-pod-identity-agent': 'v1.3.10-eksbuild.3',
  'metrics-server': 'v0.9.0-eksbuild.11',
  'snapshot-controller': 'v8.6.0-eksbuild.8',
  'vpc-cni': 'v1.22.4-eksbuild.3',
} as const satisfies Partial<Record<AddonName, string>>;

/**
 * Versions that follow the cluster's: EKS' defaults on 23 September 2026, recorded while a cluster was upgraded
 * from 1.31 to 1.36 minor by minor. The tables of AWS name their successors:
 * https://docs.aws.amazon.com/eks/latest/userguide/managing-kube-proxy.html and managing-coredns.html.
 */
const BY_MINOR: Readonly<Record<string, Readonly<Record<'coredns' | 'kube-proxy', string>>>> = {
  '1.33': { coredns: 'v1.12.4-eksbuild.38', 'kube-proxy': 'v1.33.10-eksbuild.29' },
  '1.34': { coredns: 'v1.12.4-eksbuild.38', 'kube-proxy': 'v1.34.6-eksbuild.29' },
  '1.35': { coredns: 'v1.13.2-eksbuild.31', 'kube-proxy': 'v1.35.3-eksbuild.29' },
  '1.36': { coredns: 'v1.14.3-eksbuild.23', 'kube-proxy': 'v1.36.0-eksbuild.25' },
};

/** Versions by add-on: `v1.22.4-eksbuild.3`, or `eks-default`. */
export type AddonVersions = Readonly<Partial<Record<AddonName, string>>>;

/** The version that Gantry pins; undefined for a version of Kubernetes that it has not been tried with. */
export function pinnedVersion(name: AddonName, kubernetesVersion: string): string | undefined {
  const minor = BY_MINOR[kubernetesVersion];
  if (minor === undefined) return undefined;
  return { ...FOR_EVERY_MINOR, ...minor }[name];
}

/** The version as the provider takes it; undefined where EKS chooses. */
export function addonVersion(name: AddonName, kubernetesVersion: string, versions: AddonVersions): string | undefined {
  const version = versions[name] ?? pinnedVersion(name, kubernetesVersion);
  return version === EKS_DEFAULT ? undefined : version;
}

/** Refuses versions that are none, that belong to no add-on of the cluster, or that are missing. */
export function versionRefusals(
  installed: readonly AddonName[],
  kubernetesVersion: string,
  versions: AddonVersions,
): readonly (Refusal | undefined)[] {
  const given = Object.entries(versions);
  return [
    ...given.map(([name, version]) =>
      installed.some((known) => known === name)
        ? versionRefusal(name, version, kubernetesVersion)
        : notInstalled(name, installed),
    ),
    missingRefusal(
      installed.filter((name) => versions[name] === undefined && pinnedVersion(name, kubernetesVersion) === undefined),
      kubernetesVersion,
      versions,
    ),
  ];
}

function versionRefusal(name: string, got: string, kubernetesVersion: string): Refusal | undefined {
  if (got === EKS_DEFAULT) return undefined;
  const property = `versions.${name}`;
  const match = VERSION.exec(got);
  if (match === null) {
    return { property, rule: `must be a version such as v1.22.4-eksbuild.3, or ${EKS_DEFAULT}`, got };
  }
  if (name !== 'kube-proxy' || match[1] === kubernetesVersion) return undefined;
  return { property, rule: `must be of the cluster's own version, v${kubernetesVersion}`, got };
}

function notInstalled(name: string, installed: readonly AddonName[]): Refusal {
  const rule = `must be of an add-on that the cluster has: ${[...installed].sort().join(', ')}`;
  return { property: 'versions', rule, got: name, remedy: 'leave it out, or enable the add-on' };
}

/** A cluster must not get another version of an add-on only because it is made on another day. */
function missingRefusal(
  missing: readonly AddonName[],
  kubernetesVersion: string,
  got: AddonVersions,
): Refusal | undefined {
  if (missing.length === 0) return undefined;
  return {
    property: 'versions',
    rule: `must name ${[...missing].sort().join(', ')}: none are pinned for Kubernetes ${kubernetesVersion}`,
    got,
    remedy: `take them from 'aws eks describe-addon-versions', or say '${EKS_DEFAULT}'`,
  };
}
