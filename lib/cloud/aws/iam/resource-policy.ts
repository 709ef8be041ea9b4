import { refuse, type Refusal } from '../../../core/errors';
import {
  emptyRefusal,
  principalRefusals,
  type PrincipalStatement,
  renderPolicy,
  renderPrincipalStatement,
  wildcardRefusal,
} from './policy-document';

/** What one principal may, or may not, do with the resource that holds the policy. */
export type ResourceStatement = PrincipalStatement & {
  /** ARNs of the resource itself, or of what lies in it. */
  readonly resources: readonly string[];
  /**
   * `Deny` wins over every `Allow`, whoever gave it.
   *
   * @default 'Allow'
   */
  readonly effect?: 'Allow' | 'Deny';
  /**
   * Why an action that is allowed holds a `*`. Without a reason it is refused.
   *
   * @default - no action holds one
   */
  readonly wildcard?: string;
};

/**
 * Renders the policy of a bucket, a queue, a topic or another resource that says itself who may use it.
 *
 * Throws a `ConstructError` for `path` where a statement is empty, allows or denies something to anyone without a
 * condition, or allows actions by a wildcard without a reason.
 */
export function resourcePolicy(path: string, statements: readonly ResourceStatement[]): string {
  refuse(path, [
    statements.length === 0 ? { property: 'statements', rule: 'must hold one at least', got: statements } : undefined,
    ...statements.flatMap(statementRefusals),
  ]);
  return renderPolicy(
    statements.map((statement) => ({
      ...renderPrincipalStatement(statement, statement.effect),
      Resource: statement.resources,
    })),
  );
}

/**
 * Keeps everyone, the account itself as well, from using a resource without TLS.
 *
 * `actions` are for services that accept no `*` in the policy of a resource, such as SNS.
 */
export function denyInsecureTransport(
  resources: readonly string[],
  actions: readonly string[] = everyAction(resources),
): ResourceStatement {
  return {
    sid: 'DenyInsecureTransport',
    effect: 'Deny',
    principal: { anyone: 'within conditions' },
    actions,
    resources,
    conditions: { Bool: { 'aws:SecureTransport': ['false'] } },
  };
}

function statementRefusals(statement: ResourceStatement): (Refusal | undefined)[] {
  const { sid, actions, resources, effect, wildcard } = statement;
  return [
    ...principalRefusals(statement),
    emptyRefusal(`${sid}.resources`, resources),
    // A denial cannot be too wide by its actions, and an object of a bucket is only named by a wildcard.
    effect === 'Deny' || wildcard !== undefined ? undefined : wildcardRefusal(sid, actions),
  ];
}

/** `s3:*` for what an ARN of S3 names; an ARN that AWS alone knows does not tell its service. */
function everyAction(arns: readonly string[]): readonly string[] {
  const services = arns.map((arn) => arn.split(':')[2]);
  return [...new Set(services.map((service) => (service === undefined ? '*' : `${service}:*`)))].sort();
}
