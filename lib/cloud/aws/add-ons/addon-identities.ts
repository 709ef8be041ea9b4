import type { Construct } from 'constructs';
import type { AwsConstructProps } from '../aws-construct';
import type { IEksCluster } from '../eks/eks-cluster-ref';
import { PodIdentity } from '../identity/pod-identity';
import type { IpFamily } from '../network/cluster-network';
import type { AddonName } from './addon-names';
import { ebsCsiKeyStatements } from './ebs-csi-statements';
import { efsCsiStatements } from './efs-csi-statements';
import type { EksAddonOptions } from './eks-addon-options';
import { vpcCniIpv6Statements } from './vpc-cni';

const NAMESPACE = 'kube-system';

/** What the identities of add-ons depend on. */
export interface AddonIdentityProps extends AwsConstructProps {
  readonly cluster: IEksCluster;
  readonly ipFamily: IpFamily;
  readonly volumesKeyArn: string;
  readonly options: EksAddonOptions;
}

/**
 * Makes the identity that an add-on needs; undefined for one that calls no API of AWS.
 *
 * The association is a resource of its own, and not a block of the add-on: the add-on waits for it, so that its pods
 * have their rights from their first start, and a change of rights restarts nothing.
 */
export function addonIdentity(scope: Construct, addon: AddonName, props: AddonIdentityProps): PodIdentity | undefined {
  const { provider, cluster, options } = props;
  switch (addon) {
    case 'vpc-cni':
      return new PodIdentity(scope, 'vpc-cni-identity', {
        ...{ provider, cluster, name: 'vpc-cni', namespace: NAMESPACE, serviceAccount: 'aws-node' },
        ...(props.ipFamily === 'ipv6'
          ? { statements: vpcCniIpv6Statements(cluster) }
          : { managedPolicies: ['AmazonEKS_CNI_Policy'] }),
      });
    case 'aws-ebs-csi-driver':
      return new PodIdentity(scope, 'ebs-csi-identity', {
        ...{ provider, cluster, name: 'ebs-csi', namespace: NAMESPACE, serviceAccount: 'ebs-csi-controller-sa' },
        managedPolicies: [ebsPolicy(options.ebsClusterScoped ?? false)],
        statements: ebsCsiKeyStatements(cluster, props.volumesKeyArn),
      });
    case 'aws-efs-csi-driver':
      return new PodIdentity(scope, 'efs-csi-identity', {
        ...{ provider, cluster, name: 'efs-csi', namespace: NAMESPACE, serviceAccount: 'efs-csi-controller-sa' },
        ...(options.efsFileSystemArns === undefined
          ? { managedPolicies: ['service-role/AmazonEFSCSIDriverPolicy'] }
          : { statements: efsCsiStatements(cluster, options.efsFileSystemArns) }),
      });
    case 'amazon-cloudwatch-observability':
      return new PodIdentity(scope, 'cloudwatch-identity', {
        ...{
          provider,
          cluster,
          name: 'cloudwatch',
          namespace: 'amazon-cloudwatch',
          serviceAccount: 'cloudwatch-agent',
        },
        managedPolicies: ['CloudWatchAgentServerPolicy'],
      });
    default:
      return undefined;
  }
}

/**
 * Both reach only what a driver made, by its tags; the second only what the driver of the same cluster made. AWS
 * advises against the policy before them: https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/install.md
 */
function ebsPolicy(clusterScoped: boolean): string {
  return clusterScoped ? 'AmazonEBSCSIDriverEKSClusterScopedPolicy' : 'AmazonEBSCSIDriverPolicyV2';
}
