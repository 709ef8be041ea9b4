import { IamRole as IamRoleResource } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import { type PolicyStatement, policyDocument, type PrincipalStatement, trustPolicy } from './policy-document';
import { policySizeRefusals, roleRefusals } from './role-rules';

/** Properties for `IamRole`. */
export interface IamRoleProps extends AwsConstructProps {
  /** Name of the role, unique in the account whatever its path. A change replaces the role. */
  readonly roleName: string;
  readonly description: string;
  /** Who may assume the role. */
  readonly trust: PrincipalStatement | readonly PrincipalStatement[];
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
  /**
   * ARN of a policy that bounds what the role may ever do, whatever else allows it. `boundRoles` sets one for all the
   * roles of a stack.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
  /**
   * Path that the role's ARN holds before its name, such as `/platform/`. A change replaces the role.
   *
   * @default '/'
   */
  readonly path?: string;
  /**
   * How long a session of the role may last at most, from 3600 (an hour) to 43200 (twelve).
   *
   * @default 3600
   */
  readonly maxSessionDurationSeconds?: number;
}

/**
 * A role and all that it may do.
 *
 * Throws a `ConstructError` where IAM would refuse a name, a path or a duration, a statement holds a wildcard without a
 * reason, or the statements are more than fits in a role.
 */
export class IamRole extends Construct {
  public readonly arn: string;
  public readonly roleName: string;
  /** What gives the role its permissions; whatever acts as the role waits for these, not for the role alone. */
  public readonly grants: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: IamRoleProps) {
    super(scope, id);
    const { provider, roleName, description, statements = [], managedPolicies = [] } = props;
    const policy = policyDocument(this.node.path, statements);
    refuse(this.node.path, [...roleRefusals(props), ...policySizeRefusals(policy)]);

    const role = new IamRoleResource(this, 'Resource', {
      provider,
      name: roleName,
      description,
      path: props.path,
      permissionsBoundary: props.permissionsBoundaryArn,
      maxSessionDuration: props.maxSessionDurationSeconds,
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
    const own =
      statements.length === 0
        ? []
        : [new IamRolePolicy(this, 'Policy', { provider, name: 'permissions', role: role.name, policy })];

    this.arn = role.arn;
    this.roleName = roleName;
    this.grants = [...attachments, ...own];
  }
}
