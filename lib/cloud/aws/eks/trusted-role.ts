import { IamRole as IamRoleResource } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { AwsConstructProps } from '../aws-construct';
import { type PolicyConditions, policyDocument, type PolicyStatement, renderPolicy } from '../iam/policy-document';

/** Several people and roles of IAM, or whoever brings a token that an identity provider vouches for. */
export type TrustedParty = { readonly arns: readonly string[] } | { readonly federated: string };

/** Properties for `TrustedRole`. */
export interface TrustedRoleProps extends AwsConstructProps {
  /** Name of the role, unique in the account. */
  readonly roleName: string;
  readonly description: string;
  /** Who may assume the role. */
  readonly trusted: TrustedParty;
  /** What else has to hold of whoever assumes it. */
  readonly conditions: PolicyConditions;
  /**
   * Longest session in seconds.
   *
   * @default 3600
   */
  readonly maxSessionDurationSeconds?: number;
  /**
   * Policies that AWS keeps, by name.
   *
   * @default []
   */
  readonly managedPolicies?: readonly string[];
  /**
   * What else the role may do.
   *
   * @default []
   */
  readonly statements?: readonly PolicyStatement[];
}

/** A role of people, or of pods with a token; a service, or one role, has an `IamRole`. */
export class TrustedRole extends Construct {
  public readonly arn: string;
  /** What gives the role its permissions. */
  public readonly grants: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: TrustedRoleProps) {
    super(scope, id);
    const { provider, managedPolicies = [], statements = [] } = props;

    const role = new IamRoleResource(this, 'Resource', {
      provider,
      name: props.roleName,
      description: props.description,
      maxSessionDuration: props.maxSessionDurationSeconds,
      assumeRolePolicy: trust(props),
    });
    const attachments = managedPolicies.map(
      (policy) =>
        new IamRolePolicyAttachment(this, policy.replace('/', '-'), {
          provider,
          role: role.name,
          policyArn: `arn:aws:iam::aws:policy/${policy}`,
        }),
    );
    const policy = policyDocument(this.node.path, statements);
    const own =
      statements.length === 0
        ? []
        : [new IamRolePolicy(this, 'Policy', { provider, name: 'permissions', role: role.name, policy })];

    this.arn = role.arn;
    this.grants = [...attachments, ...own];
  }
}

function trust({ trusted, conditions }: TrustedRoleProps): string {
  const federated = 'federated' in trusted;
  return renderPolicy([
    {
      Sid: 'Trust',
      Effect: 'Allow',
      Principal: federated ? { Federated: trusted.federated } : { AWS: [...new Set(trusted.arns)].sort() },
      Action: federated ? 'sts:AssumeRoleWithWebIdentity' : 'sts:AssumeRole',
      Condition: conditions,
    },
  ]);
}
