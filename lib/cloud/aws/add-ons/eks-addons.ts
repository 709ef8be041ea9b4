import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import { dependable, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import type { IEksCluster } from '../eks/eks-cluster-ref';
import type { IpFamily } from '../network/cluster-network';
import { addonConfiguration } from './addon-configuration';
import { addonIdentity } from './addon-identities';
import { type AddonName, CORE_ADDONS, defaultOptionalAddons, enabledRefusals, OPTIONAL_ADDONS } from './addon-names';
import { addonVersion, versionRefusals } from './addon-versions';
import { corednsConfiguration, corednsRefusals } from './coredns';
import { efsFileSystemRefusals } from './efs-csi-statements';
import type { EksAddonOptions } from './eks-addon-options';
import { vpcCniConfiguration, vpcCniRefusals } from './vpc-cni';

export type { EksAddonOptions } from './eks-addon-options';

const DEFAULT_IP_FAMILY = 'ipv4';

/** What a node has to find when it joins; none of them needs a node to become ready. */
const BEFORE_NODES: readonly AddonName[] = ['eks-pod-identity-agent', 'kube-proxy', 'vpc-cni'];

/**
 * What nodes cannot work without stays on the cluster when it leaves Terraform's hands, to be taken over by others or
 * to end with the cluster. The rest goes with its add-on.
 */
const PRESERVED: readonly AddonName[] = ['coredns', 'kube-proxy', 'vpc-cni'];

/** Options that say something of add-ons that Auto Mode replaces. */
const STANDARD_ONLY = ['vpcCni', 'coredns', 'ebsClusterScoped'] as const;

/** Properties for `EksAddons`. */
export interface EksAddonsProps extends AwsConstructProps {
  readonly cluster: IEksCluster;
  /** Minor version of the cluster, such as `1.35`, which decides on the versions of the add-ons. */
  readonly kubernetesVersion: string;
  /**
   * Family of the pods' addresses.
   *
   * @default 'ipv4'
   */
  readonly ipFamily?: IpFamily;
  /** Key that the pods' volumes are encrypted with. */
  readonly volumesKeyArn: string;
  /** Tags of the pods' volumes, which the provider's default tags do not reach. */
  readonly volumeTags: Readonly<Record<string, string>>;
  /**
   * What the cluster's owner chose.
   *
   * @default {}
   */
  readonly options?: EksAddonOptions;
}

/**
 * The add-ons that a cluster cannot do without, and those that its owner wants besides: kept by EKS, of versions
 * that are written down, each with rights of its own. Some have to be there before the first node joins, some cannot
 * start without one. On Auto Mode the former are not there, since AWS runs what they do.
 *
 * Throws a `ConstructError` where an add-on, its version or what it is told cannot work.
 */
export class EksAddons extends Construct {
  /** What a node has to find when it joins. */
  public readonly beforeNodes: readonly ITerraformDependable[];
  private readonly afterNodes: readonly EksAddon[];

  constructor(scope: Construct, id: string, props: EksAddonsProps) {
    super(scope, id);
    const { cluster, kubernetesVersion, options = {} } = props;
    const names = addonNames(cluster, options);
    refuse(this.node.path, [
      ...refusals(props, options),
      ...versionRefusals(names, kubernetesVersion, options.versions ?? {}),
    ]);

    this.beforeNodes = names
      .filter((name) => BEFORE_NODES.includes(name))
      .map((name) => this.add(name, props, options));
    this.afterNodes = names
      .filter((name) => !BEFORE_NODES.includes(name))
      .map((name) => this.add(name, props, options));
  }

  /** Makes the add-ons that cannot start without a node wait for this one. */
  public waitFor(nodes: ITerraformDependable): void {
    for (const addon of this.afterNodes) addon.dependsOn = [...(addon.dependsOn ?? []), dependable(nodes)];
  }

  private add(addonName: AddonName, props: EksAddonsProps, options: EksAddonOptions): EksAddon {
    const { provider, cluster, kubernetesVersion, volumesKeyArn, ipFamily = DEFAULT_IP_FAMILY } = props;
    const identity = addonIdentity(this, addonName, { provider, cluster, volumesKeyArn, ipFamily, options });
    return new EksAddon(this, addonName, {
      provider,
      clusterName: cluster.clusterNameRef,
      addonName,
      addonVersion: addonVersion(addonName, kubernetesVersion, options.versions ?? {}),
      configurationValues: addonConfiguration(configuration(addonName, props, options)),
      // What stands here holds: a change made by hand is undone.
      resolveConflictsOnCreate: 'OVERWRITE',
      resolveConflictsOnUpdate: 'OVERWRITE',
      preserve: PRESERVED.includes(addonName) ? true : undefined,
      dependsOn: [...(identity?.grants ?? [])],
    });
  }
}

function addonNames(cluster: IEksCluster, options: EksAddonOptions): readonly AddonName[] {
  // A name that is none is refused as such, not for want of a version.
  const optional = (options.enabled ?? defaultOptionalAddons(cluster.mode)).filter((name) =>
    OPTIONAL_ADDONS.includes(name),
  );
  return cluster.mode === 'auto' ? optional : [...CORE_ADDONS, ...optional];
}

function configuration(
  addonName: AddonName,
  { volumeTags, ipFamily = DEFAULT_IP_FAMILY }: EksAddonsProps,
  options: EksAddonOptions,
): Readonly<Record<string, unknown>> {
  switch (addonName) {
    case 'vpc-cni':
      return vpcCniConfiguration(options.vpcCni ?? {}, ipFamily);
    case 'coredns':
      return corednsConfiguration(options.coredns ?? {});
    case 'aws-ebs-csi-driver':
      return { controller: { extraVolumeTags: volumeTags } };
    default:
      return {};
  }
}

function refusals(props: EksAddonsProps, options: EksAddonOptions): readonly (Refusal | undefined)[] {
  const { cluster, ipFamily = DEFAULT_IP_FAMILY } = props;
  const enabled = options.enabled ?? [];
  return [
    ...enabledRefusals(enabled, cluster.mode),
    ...vpcCniRefusals(options.vpcCni ?? {}, ipFamily),
    ...corednsRefusals(options.coredns ?? {}),
    ...efsFileSystemRefusals(enabled, options.efsFileSystemArns),
    ...(cluster.mode === 'auto' ? STANDARD_ONLY.map((property) => autoModeRefusal(property, options[property])) : []),
  ];
}

function autoModeRefusal(property: string, got: unknown): Refusal | undefined {
  if (got === undefined) return undefined;
  const rule = 'must not be there on EKS Auto Mode, which does the work of that add-on itself';
  return { property, rule, got, remedy: 'leave it out' };
}
