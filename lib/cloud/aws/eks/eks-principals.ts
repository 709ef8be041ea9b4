import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

const ROLE_ARN = /^arn:aws:iam::\d{12}:role\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]+)$/;
const USER_ARN = /^arn:aws:iam::\d{12}:user\/(?:[\w+=,.@-]+\/)*[\w+=,.@-]+$/;
const SESSION_ARN = /^arn:aws:sts::(\d{12}):assumed-role\/([\w+=,.@-]+)\//;

/** Last part of a role's ARN; the path before it does not count. */
export function roleNameOf(roleArn: string): string {
  return ROLE_ARN.exec(roleArn)?.[1] ?? roleArn;
}

/** Refuses what is no role. */
export function roleArnRefusal(property: string, arn: string): Refusal | undefined {
  if (Token.isUnresolved(arn) || ROLE_ARN.test(arn)) return undefined;
  const rule = 'must be ARNs of roles such as arn:aws:iam::111122223333:role/platform';
  return { property, rule, got: arn, ...sessionRemedy(arn) };
}

/** Refuses what is neither a role nor a user of IAM, and the roles of AWS' own services, which EKS takes for none. */
export function principalArnRefusal(property: string, arn: string): Refusal | undefined {
  if (Token.isUnresolved(arn)) return undefined;
  if (arn.includes(':role/aws-service-role/')) {
    return { property, rule: "must not be a role of one of AWS' own services", got: arn };
  }
  if (ROLE_ARN.test(arn) || USER_ARN.test(arn)) return undefined;
  const rule = 'must be the ARN of a role or user such as arn:aws:iam::111122223333:role/platform';
  return { property, rule, got: arn, ...sessionRemedy(arn) };
}

/** A session ends, and what it was given would stay: the role behind it is what is meant. */
function sessionRemedy(arn: string): Pick<Refusal, 'remedy'> {
  const session = SESSION_ARN.exec(arn);
  if (session === null) return {};
  return { remedy: `name the role itself, arn:aws:iam::${session[1]}:role/${session[2]}, with its path if it has one` };
}
