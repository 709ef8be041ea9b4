import { refuse } from '../../../core/errors';

const VERSION = '2012-10-17';

/** Operator, then condition key, then the values of which one must match. */
export type PolicyConditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** One thing that whoever holds the policy may do. */
export interface PolicyStatement {
  /** Says in a word what is allowed; letters and digits only. */
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** @default - no condition */
  readonly conditions?: PolicyConditions;
  /**
   * Why an action or a resource holds a `*`. Without a reason a wildcard is refused.
   *
   * @default - there is no wildcard
   */
  readonly wildcard?: string;
}

/** Who may do something; `anyone` is bounded by the statement's conditions, and refused without. */
export type Principal =
  { readonly service: string } | { readonly arn: string } | { readonly anyone: 'within conditions' };

/** One principal that may assume a role, or use a key. */
export interface PrincipalStatement {
  /** Says in a word what is allowed; letters and digits only. */
  readonly sid: string;
  readonly principal: Principal;
  readonly actions: readonly string[];
  /** @default - no condition */
  readonly conditions?: PolicyConditions;
}

/**
 * Renders what a role may do, as IAM reads it.
 *
 * Throws a `ConstructError` for `path` where a statement is empty, or holds a wildcard without a reason.
 */
export function policyDocument(path: string, statements: readonly PolicyStatement[]): string {
  refuse(
    path,
    statements.flatMap(({ sid, actions, resources, wildcard }) => [
      refuseEmpty(`${sid}.actions`, actions),
      refuseEmpty(`${sid}.resources`, resources),
      ...(wildcard === undefined ? [refuseWildcard(sid, actions), refuseWildcard(sid, resources)] : []),
    ]),
  );
  return render(
    statements.map(({ sid, actions, resources, conditions }) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: actions,
      Resource: resources,
      ...(conditions === undefined ? {} : { Condition: conditions }),
    })),
  );
}

/** Renders who may assume a role. */
export function trustPolicy(path: string, statement: PrincipalStatement): string {
  return render([principalStatement(path, statement)]);
}

/** Renders who may use a key. `*` as the resource of a key's own policy means that key. */
export function keyPolicy(path: string, statements: readonly PrincipalStatement[]): string {
  return render(statements.map((statement) => ({ ...principalStatement(path, statement), Resource: '*' })));
}

function principalStatement(path: string, statement: PrincipalStatement): Record<string, unknown> {
  const { sid, principal, actions, conditions } = statement;
  refuse(path, [
    refuseEmpty(`${sid}.actions`, actions),
    'anyone' in principal && Object.keys(conditions ?? {}).length === 0
      ? { property: `${sid}.conditions`, rule: 'must bound a principal that may be anyone', got: conditions ?? {} }
      : undefined,
  ]);
  return {
    Sid: sid,
    Effect: 'Allow',
    Principal: renderPrincipal(principal),
    Action: actions,
    ...(conditions === undefined ? {} : { Condition: conditions }),
  };
}

function renderPrincipal(principal: Principal): Record<string, string> {
  if ('service' in principal) return { Service: principal.service };
  return { AWS: 'arn' in principal ? principal.arn : '*' };
}

function refuseEmpty(property: string, values: readonly string[]): Parameters<typeof refuse>[1][number] {
  return values.length === 0 ? { property, rule: 'must name one at least', got: values } : undefined;
}

function refuseWildcard(sid: string, values: readonly string[]): Parameters<typeof refuse>[1][number] {
  const wide = values.find((value) => value.includes('*'));
  if (wide === undefined) return undefined;
  const remedy = 'name what is meant, or give the reason in wildcard';
  return { property: sid, rule: 'must not hold a wildcard without a reason', got: wide, remedy };
}

function render(statements: readonly unknown[]): string {
  return JSON.stringify({ Version: VERSION, Statement: statements });
}
