import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksAccessPolicyAssociation } from '@cdktf/provider-aws/lib/eks-access-policy-association';
import { Construct } from 'constructs';
import type { AwsConstructProps } from '../aws-construct';
import type { IEksCluster } from './eks-cluster-ref';

const ADMINISTRATOR_POLICY = 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy';

/** Properties for `EksAdministrator`. */
export interface EksAdministratorProps extends AwsConstructProps {
  readonly cluster: IEksCluster;
  /** ARN of the IAM role. */
  readonly roleArn: string;
}

/** An IAM role that may do everything on a cluster. */
export class EksAdministrator extends Construct {
  constructor(scope: Construct, id: string, props: EksAdministratorProps) {
    super(scope, id);
    const { provider, cluster, roleArn } = props;

    const entry = new EksAccessEntry(this, 'Resource', {
      provider,
      clusterName: cluster.clusterNameRef,
      principalArn: roleArn,
      type: 'STANDARD',
    });
    new EksAccessPolicyAssociation(this, 'Policy', {
      provider,
      clusterName: cluster.clusterNameRef,
      principalArn: entry.principalArn,
      policyArn: ADMINISTRATOR_POLICY,
      accessScope: { type: 'cluster' },
    });
  }
}
