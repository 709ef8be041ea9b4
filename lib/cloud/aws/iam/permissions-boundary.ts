import { IamRole as IamRoleResource } from '@cdktf/provider-aws/lib/iam-role';
import { Aspects, TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import { refuse } from '../../../core/errors';
import { boundaryRefusal } from './role-rules';

/**
 * Bounds every role below `scope` that has no boundary of its own: for accounts in which nobody may make a role
 * without one. It reaches the roles of clusters, nodes and pods alike, also those that are added later.
 *
 * Throws a `ConstructError` where `policyArn` is no policy.
 */
export function boundRoles(scope: IConstruct, policyArn: string): void {
  refuse(scope.node.path, [boundaryRefusal(policyArn)]);
  Aspects.of(scope).add({
    visit(node: IConstruct): void {
      if (!isRole(node) || node.permissionsBoundaryInput !== undefined) return;
      node.permissionsBoundary = policyArn;
    },
  });
}

function isRole(node: IConstruct): node is IamRoleResource {
  return TerraformResource.isTerraformResource(node) && node.terraformResourceType === IamRoleResource.tfResourceType;
}
