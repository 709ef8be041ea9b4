import type { AwsPlace } from '../aws-construct';
import type { PolicyConditions } from '../iam/policy-document';

/** Karpenter's pool of a machine. */
export const NODE_POOL_TAG = 'karpenter.sh/nodepool';

/** Karpenter's class of machines, which an instance profile belongs to. */
export const NODE_CLASS_TAG = 'karpenter.k8s.aws/ec2nodeclass';

/** By it Karpenter finds the subnets and security groups of a cluster. */
export const DISCOVERY_TAG = 'karpenter.sh/discovery';

/** Region of an instance profile, which itself has none. */
const REGION_TAG = 'topology.kubernetes.io/region';

/** Cluster of a machine, as EKS names it. */
export const CLUSTER_NAME_TAG = 'eks:eks-cluster-name';

/** A thing must be marked by Karpenter on this cluster already. */
export function markedAs(clusterName: string, kind: string): PolicyConditions {
  return {
    StringEquals: { [`aws:ResourceTag/${ownerTag(clusterName)}`]: ['owned'] },
    StringLike: { [`aws:ResourceTag/${kind}`]: ['*'] },
  };
}

/** A new thing must be marked so from its beginning. */
export function markedFromStart(clusterName: string, kind: string): PolicyConditions {
  return {
    StringEquals: {
      [`aws:RequestTag/${ownerTag(clusterName)}`]: ['owned'],
      [`aws:RequestTag/${CLUSTER_NAME_TAG}`]: [clusterName],
    },
    StringLike: { [`aws:RequestTag/${kind}`]: ['*'] },
  };
}

/** The thing is of this region, or is to be. */
export function ofRegion({ region }: AwsPlace, when: 'RequestTag' | 'ResourceTag'): PolicyConditions {
  return { StringEquals: { [`aws:${when}/${REGION_TAG}`]: [region] } };
}

/** All the conditions at once. */
export function allOf(...conditions: readonly PolicyConditions[]): PolicyConditions {
  const operators = [...new Set(conditions.flatMap((each) => Object.keys(each)))];
  return Object.fromEntries(
    operators.map((operator) => [operator, Object.assign({}, ...conditions.map((each) => each[operator] ?? {}))]),
  );
}

function ownerTag(clusterName: string): string {
  return `kubernetes.io/cluster/${clusterName}`;
}
