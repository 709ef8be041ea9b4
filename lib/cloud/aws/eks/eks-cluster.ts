import type { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { Karpenter, type KarpenterOptions } from '../karpenter/karpenter';
import { autoScalingKeyStatements } from '../keys/key-statements';
import type { ClusterNetwork } from '../network/cluster-network';
import { EksNodeGroup, type EksNodeGroupOptions } from '../nodes/eks-node-group';
import { FargateProfile, type FargateProfileOptions } from '../nodes/fargate-profile';
import { EksClusterBase } from './eks-cluster-base';
import type { EksClusterOptions } from './eks-cluster-options';
import { takenRefusal } from './eks-cluster-rules';

/** Properties for `EksCluster`. */
export type EksClusterProps = EksClusterOptions;

/**
 * An EKS cluster: private, encrypted with keys of its own, audited, administered through access entries, with
 * the add-ons that it cannot do without. It needs one node group or Fargate profile at least.
 *
 * Throws a `ConstructError` where the version, an administrator, a range or anything else cannot work.
 */
export class EksCluster extends EksClusterBase {
  private readonly network: ClusterNetwork;
  private readonly instanceTags: Readonly<Record<string, string>>;
  private readonly kubernetesVersion: string;
  private readonly pullThroughCaches: readonly string[];
  private readonly nodeGroups = new Set<string>();
  private readonly fargateProfiles = new Set<string>();

  constructor(scope: Construct, id: string, props: EksClusterProps) {
    super(scope, id, props, {
      mode: 'standard',
      volumesKeyStatements: autoScalingKeyStatements(props.account),
      controlPlane: { trustedActions: ['sts:AssumeRole'], managedPolicies: [], statements: () => [] },
      compute: () => ({ attributes: {}, grants: [] }),
    });

    this.network = props.network;
    this.instanceTags = props.instanceTags ?? {};
    this.kubernetesVersion = props.kubernetesVersion;
    this.pullThroughCaches = props.pullThroughCaches ?? [];
    this.node.addValidation({ validate: () => this.missingNodes() });
  }

  /**
   * Adds machines of one kind.
   *
   * Throws a `ConstructError` where the name is taken, or the options cannot work.
   */
  public addNodeGroup(name: string, options: EksNodeGroupOptions): EksNodeGroup {
    refuse(this.node.path, [takenRefusal('node groups', name, this.nodeGroups)]);
    const group = new EksNodeGroup(this, `node-group-${name}`, {
      kubernetesVersion: this.kubernetesVersion,
      ...options,
      provider: this.provider,
      cluster: this,
      name,
      subnetIds: this.network.privateSubnetIds,
      pullThroughCaches: this.pullThroughCaches,
      volumesKeyArn: this.volumesKey.arn,
      instanceTags: this.instanceTags,
      dependsOn: [...this.network.egress, ...this.addons.beforeNodes],
    });
    this.addons.waitFor(group.resource);
    return group;
  }

  /**
   * Has some pods run on Fargate, each on a machine of its own.
   *
   * Throws a `ConstructError` where the name is taken, or the options cannot work.
   */
  public addFargateProfile(name: string, options: FargateProfileOptions): FargateProfile {
    refuse(this.node.path, [takenRefusal('Fargate profiles', name, this.fargateProfiles)]);
    const profile = new FargateProfile(this, `fargate-profile-${name}`, {
      ...options,
      provider: this.provider,
      cluster: this,
      name,
      subnetIds: this.network.privateSubnetIds,
      pullThroughCaches: this.pullThroughCaches,
      dependsOn: [...this.network.egress],
    });
    this.addons.waitFor(profile.resource);
    return profile;
  }

  /**
   * Adds what Karpenter needs of AWS. Its controller runs on nodes that it did not make: those of a node group, or
   * Fargate.
   *
   * Throws where it is there already, and a `ConstructError` where the options cannot work.
   */
  public addKarpenter(options: KarpenterOptions = {}): Karpenter {
    return new Karpenter(this, 'Karpenter', {
      ...options,
      provider: this.provider,
      cluster: this,
      volumesKeyArn: this.volumesKey.arn,
      pullThroughCaches: this.pullThroughCaches,
      dependsOn: [...this.network.egress, ...this.addons.beforeNodes],
    });
  }

  private missingNodes(): string[] {
    if (this.nodeGroups.size + this.fargateProfiles.size > 0) return [];
    return [
      `${this.node.path}: has no nodes, and without them coredns never gets ready; call addNodeGroup, or addFargateProfile`,
    ];
  }
}
