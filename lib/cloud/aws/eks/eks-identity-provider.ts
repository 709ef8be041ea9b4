import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import { Construct } from 'constructs';
import type { AwsConstructProps } from '../aws-construct';

/** Who the tokens of pods are for, when they ask IAM for a role. */
export const TOKEN_AUDIENCE = 'sts.amazonaws.com';

/** The part of a cluster's options that has to do with roles that pods get by their tokens. */
export interface EksIdentityProviderOptions {
  /**
   * Whether IAM believes the tokens of the cluster's pods, for roles by `addIrsaRole`. Pod Identity does without; but
   * pods on Fargate have no Pod Identity agent, and some charts know the older way only.
   *
   * @default false
   */
  readonly oidcProvider?: boolean;
}

/** What roles of pods need to know of the provider that vouches for them. */
export interface IEksIdentityProvider {
  /** ARN of the provider in IAM. */
  readonly oidcProviderArn: string;
  /** URL that the tokens of the cluster's pods say they come from. */
  readonly issuer: string;
}

/** Properties for `EksIdentityProvider`. */
export interface EksIdentityProviderProps extends AwsConstructProps {
  /** URL that the tokens of the cluster's pods say they come from, known once the cluster is created. */
  readonly issuer: string;
}

/** Has IAM believe the tokens of a cluster's pods. */
export class EksIdentityProvider extends Construct implements IEksIdentityProvider {
  public readonly oidcProviderArn: string;
  public readonly issuer: string;

  constructor(scope: Construct, id: string, { provider, issuer }: EksIdentityProviderProps) {
    super(scope, id);

    // Without a thumbprint: IAM trusts the authorities that it knows, and EKS' is among them.
    const oidc = new IamOpenidConnectProvider(this, 'Resource', {
      provider,
      url: issuer,
      clientIdList: [TOKEN_AUDIENCE],
    });

    this.oidcProviderArn = oidc.arn;
    this.issuer = issuer;
  }
}
