import { isRecord, list, text, value, type TerraformStack } from './output';

/** A role with its trust and what it may do. */
export interface Role {
  readonly id: string;
  readonly name: string;
  /** Who may assume it, as the text of a policy. */
  readonly trust: string;
  readonly statements: readonly unknown[];
}

/** Roles that a stack makes, each with the policies that stand in it. */
export function rolesOf({ resource }: TerraformStack): readonly Role[] {
  const policies = Object.values(resource['aws_iam_role_policy'] ?? {});
  return Object.entries(resource['aws_iam_role'] ?? {}).map(([id, block]) => ({
    id,
    name: text(block, 'name') ?? '',
    trust: text(block, 'assume_role_policy') ?? '',
    statements: policies
      .filter((policy) => text(policy, 'role')?.includes(`aws_iam_role.${id}.`) === true)
      .flatMap((policy) => statementsOf(text(policy, 'policy'))),
  }));
}

/** Statements of a policy, given as its text; none where there is no text. */
export function statementsOf(policy = ''): readonly unknown[] {
  const parsed: unknown = JSON.parse(policy === '' ? '{}' : policy);
  return list(parsed, 'Statement').filter(isRecord);
}

/** Whether a role may do something on a resource that fits, under conditions that fit. */
export function allows(
  role: Role,
  action: string,
  matches: (resource: string) => boolean,
  meets: (conditions: unknown) => boolean = () => true,
): boolean {
  return role.statements.some(
    (statement) =>
      value(statement, 'Effect') === 'Allow' &&
      list(statement, 'Action').includes(action) &&
      list(statement, 'Resource').some((resource) => typeof resource === 'string' && matches(resource)) &&
      meets(value(statement, 'Condition')),
  );
}
