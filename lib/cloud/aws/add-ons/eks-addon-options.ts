import type { OptionalAddon } from './addon-names';
import type { AddonVersions } from './addon-versions';
import type { CorednsOptions } from './coredns';
import type { VpcCniOptions } from './vpc-cni';

/** The part of a cluster's options that has to do with the add-ons that EKS keeps. */
export interface EksAddonOptions {
  /**
   * Add-ons beside those that a cluster cannot do without.
   *
   * @default ['eks-node-monitoring-agent', 'metrics-server', 'snapshot-controller'] - without the first on Auto Mode, which includes it
   */
  readonly enabled?: readonly OptionalAddon[];
  /**
   * Versions by add-on, `v1.22.4-eksbuild.3`; or `eks-default`, which has EKS choose once.
   *
   * @default - the versions that Gantry pins for the cluster's version of Kubernetes
   */
  readonly versions?: AddonVersions;
  /**
   * How pods get their addresses, and whether network policies hold.
   *
   * @default {}
   */
  readonly vpcCni?: VpcCniOptions;
  /**
   * How many replicas resolve names, and where they run.
   *
   * @default {}
   */
  readonly coredns?: CorednsOptions;
  /**
   * Whether the EBS driver may touch volumes and snapshots of this cluster alone, and not those of another cluster
   * of the account. Snapshots of a predecessor cannot be restored then.
   *
   * @default false
   */
  readonly ebsClusterScoped?: boolean;
  /**
   * File systems that the EFS driver may make directories in.
   *
   * @default - all those of the account and region, where the driver is enabled
   */
  readonly efsFileSystemArns?: readonly string[];
}
