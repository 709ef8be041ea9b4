import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

const ACCOUNT = /^\d{12}$/;
const IAM_ARN = /^arn:aws:iam::\d{12}:(root|(role|user)\/[\w+=,.@/-]+)$/;

/** ARN that a policy names for the number of an account, or for the ARN of a role or a user, which stays as it is. */
export function principalArn(principal: string): string {
  return ACCOUNT.test(principal) ? `arn:aws:iam::${principal}:root` : principal;
}

/** ARNs of principals, each once; sorted, since their order means nothing. */
export function principalArns(principals: readonly string[]): readonly string[] {
  return [...new Set(principals.map(principalArn))].sort();
}

/** Refuses what is neither an account, a role nor a user, and everyone. */
export function principalRefusals(property: string, principals: readonly string[] = []): (Refusal | undefined)[] {
  return principals.map((got) =>
    Token.isUnresolved(got) || ACCOUNT.test(got) || IAM_ARN.test(got)
      ? undefined
      : { property, rule: 'must be the number of an account, or the ARN of a role or a user in one', got },
  );
}

/** Refuses what is no number of an account. */
export function accountRefusal(property: string, account: string): Refusal | undefined {
  if (Token.isUnresolved(account) || ACCOUNT.test(account)) return undefined;
  return { property, rule: 'must be the number of an account, 12 digits', got: account };
}
