import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import { dependable, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { AwsConstructProps } from '../aws-construct';
import type { IEksCluster } from '../eks/eks-cluster-ref';
import { PodIdentity } from '../identity/pod-identity';
import { ebsCsiKeyStatements } from './ebs-csi-statements';

const NAMESPACE = 'kube-system';

/**
 * Prefixes give a node sixteen addresses at a time, so that a small machine is not full after a few pods; one
 * prefix is kept in reserve.
 */
const VPC_CNI = {
  enableNetworkPolicy: 'true',
  env: { ENABLE_PREFIX_DELEGATION: 'true', WARM_PREFIX_TARGET: '1' },
} as const;

/** Properties for `EksAddons`. */
export interface EksAddonsProps extends AwsConstructProps {
  readonly cluster: IEksCluster;
  /** Key that the pods' volumes are encrypted with. */
  readonly volumesKeyArn: string;
  /** Tags of the pods' volumes, which the provider's default tags do not reach. */
  readonly volumeTags: Readonly<Record<string, string>>;
}

/**
 * The add-ons that a cluster cannot do without, kept by EKS. Some have to be there before the first node joins,
 * some cannot start without one.
 */
export class EksAddons extends Construct {
  /** What a node has to find when it joins. */
  public readonly beforeNodes: readonly ITerraformDependable[];
  private readonly afterNodes: readonly EksAddon[];

  constructor(scope: Construct, id: string, props: EksAddonsProps) {
    super(scope, id);
    const { provider, cluster, volumesKeyArn, volumeTags } = props;

    const vpcCni = new PodIdentity(this, 'vpc-cni-identity', {
      ...{ provider, cluster, name: 'vpc-cni', namespace: NAMESPACE, serviceAccount: 'aws-node' },
      managedPolicies: ['AmazonEKS_CNI_Policy'],
    });
    const ebsCsi = new PodIdentity(this, 'ebs-csi-identity', {
      ...{ provider, cluster, name: 'ebs-csi', namespace: NAMESPACE, serviceAccount: 'ebs-csi-controller-sa' },
      managedPolicies: ['service-role/AmazonEBSCSIDriverPolicy'],
      statements: ebsCsiKeyStatements(cluster, volumesKeyArn),
    });

    this.beforeNodes = [
      this.add(props, 'eks-pod-identity-agent', {}),
      this.add(props, 'kube-proxy', {}),
      this.add(props, 'vpc-cni', VPC_CNI, vpcCni.grants),
    ];
    this.afterNodes = [
      this.add(props, 'coredns', {}),
      this.add(props, 'aws-ebs-csi-driver', { controller: { extraVolumeTags: volumeTags } }, ebsCsi.grants),
    ];
  }

  /** Makes the add-ons that cannot start without a node wait for this one. */
  public waitFor(nodes: ITerraformDependable): void {
    for (const addon of this.afterNodes) addon.dependsOn = [...(addon.dependsOn ?? []), dependable(nodes)];
  }

  private add(
    { provider, cluster }: EksAddonsProps,
    addonName: string,
    configuration: Readonly<Record<string, unknown>>,
    dependsOn: readonly ITerraformDependable[] = [],
  ): EksAddon {
    const configurationValues = Object.keys(configuration).length === 0 ? undefined : JSON.stringify(configuration);
    return new EksAddon(this, addonName, {
      provider,
      clusterName: cluster.clusterNameRef,
      addonName,
      configurationValues,
      // What stands here holds: a change made by hand is undone.
      resolveConflictsOnCreate: 'OVERWRITE',
      resolveConflictsOnUpdate: 'OVERWRITE',
      dependsOn: [...dependsOn],
    });
  }
}
