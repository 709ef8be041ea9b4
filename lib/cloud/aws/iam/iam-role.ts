import { IamRole as IamRoleResource } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { AwsConstructProps } from '../aws-construct';
import { type PolicyStatement, policyDocument, type PrincipalStatement, trustPolicy } from './policy-document';

/** Properties for `IamRole`. */
export interface IamRoleProps extends AwsConstructProps {
  /** Name of the role, unique in the account. */
  readonly roleName: string;
  readonly description: string;
  /** Who may assume the role. */
  readonly trust: PrincipalStatement;
  /**
   * Policies that AWS keeps, by name: `AmazonEKSClusterPolicy`.
   *
   * @default []
   */
  readonly managedPolicies?: readonly string[];
  /**
   * What else the role may do.
   *
   * @default [] - nothing but the managed policies
   */
  readonly statements?: readonly PolicyStatement[];
}

/** A role and all that it may do. */
export class IamRole extends Construct {
  public readonly arn: string;
  public readonly roleName: string;
  /** What gives the role its permissions; whatever acts as the role waits for these, not for the role alone. */
  public readonly grants: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: IamRoleProps) {
    super(scope, id);
    const { provider, roleName, description, statements = [], managedPolicies = [] } = props;

    const role = new IamRoleResource(this, 'Resource', {
      provider,
      name: roleName,
      description,
      assumeRolePolicy: trustPolicy(this.node.path, props.trust),
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
    this.roleName = roleName;
    this.grants = [...attachments, ...own];
  }
}
