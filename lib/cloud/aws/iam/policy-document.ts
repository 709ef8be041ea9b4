import { refuse, type Refusal } from '../../../core/errors';

const VERSION = '2012-10-17';

type Refusals = (Refusal | undefined)[];

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
      emptyRefusal(`${sid}.actions`, actions),
      emptyRefusal(`${sid}.resources`, resources),
      ...(wildcard === undefined ? [wildcardRefusal(sid, actions), wildcardRefusal(sid, resources)] : []),
    ]),
  );
  return renderPolicy(
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
export function trustPolicy(path: string, trust: PrincipalStatement | readonly PrincipalStatement[]): string {
  const statements = 'principal' in trust ? [trust] : trust;
  const rule = 'must name somebody who may assume the role';
  refuse(path, [
    statements.length === 0 ? { property: 'trust', rule, got: statements } : undefined,
    ...statements.flatMap(principalRefusals),
  ]);
  return renderPolicy(statements.map((statement) => renderPrincipalStatement(statement)));
}

/** Renders who may use a key. `*` as the resource of a key's own policy means that key. */
export function keyPolicy(path: string, statements: readonly PrincipalStatement[]): string {
  refuse(path, statements.flatMap(principalRefusals));
  return renderPolicy(statements.map((statement) => ({ ...renderPrincipalStatement(statement), Resource: '*' })));
}

/** Refuses a statement about nothing, and one about anyone at all. */
export function principalRefusals({ sid, principal, actions, conditions = {} }: PrincipalStatement): Refusals {
  const rule = 'must bound a principal that may be anyone';
  return [
    emptyRefusal(`${sid}.actions`, actions),
    'anyone' in principal && Object.keys(conditions).length === 0
      ? { property: `${sid}.conditions`, rule, got: conditions }
      : undefined,
  ];
}

/** A statement as AWS reads it, without a resource. */
export function renderPrincipalStatement(
  { sid, principal, actions, conditions }: PrincipalStatement,
  effect: 'Allow' | 'Deny' = 'Allow',
): Readonly<Record<string, unknown>> {
  return {
    Sid: sid,
    Effect: effect,
    Principal: renderPrincipal(principal),
    Action: actions,
    ...(conditions === undefined ? {} : { Condition: conditions }),
  };
}

/** A policy of statements as AWS reads it. */
export function renderPolicy(statements: readonly unknown[]): string {
  return JSON.stringify({ Version: VERSION, Statement: statements });
}

/** Refuses a list that names nothing. */
export function emptyRefusal(property: string, values: readonly string[]): Refusal | undefined {
  return values.length === 0 ? { property, rule: 'must name one at least', got: values } : undefined;
}

/** Refuses a `*`. */
export function wildcardRefusal(sid: string, values: readonly string[]): Refusal | undefined {
  const wide = values.find((value) => value.includes('*'));
  if (wide === undefined) return undefined;
  const remedy = 'name what is meant, or give the reason in wildcard';
  return { property: sid, rule: 'must not hold a wildcard without a reason', got: wide, remedy };
}

function renderPrincipal(principal: Principal): Record<string, string | readonly string[]> {
  if ('service' in principal) return { Service: principal.service };
  return { AWS: 'arn' in principal ? principal.arn : '*' };
}
