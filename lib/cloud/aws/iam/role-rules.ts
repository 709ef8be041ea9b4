import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { IamRoleProps } from './iam-role';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
const PATH = /^\/([\w+=,.@-]+\/)*$/;
const MAX_PATH = 512;
const MAX_DESCRIPTION = 1000;
const SESSION_SECONDS = { min: 3600, max: 43_200 } as const;
const POLICY_ARN = /^arn:aws:iam::(aws|\d{12}):policy\/[\w+=,.@/-]+$/;
/**
 * Characters of all the inline policies of a role together, without white space.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const MAX_INLINE_POLICY = 10_240;

/** Refuses a role that IAM would. */
export function roleRefusals(props: IamRoleProps): (Refusal | undefined)[] {
  const { roleName, description, path, permissionsBoundaryArn, maxSessionDurationSeconds } = props;
  return [
    Token.isUnresolved(roleName) || ROLE_NAME.test(roleName)
      ? undefined
      : { property: 'roleName', rule: 'must be letters, digits and +=,.@_-, 64 at most', got: roleName },
    Token.isUnresolved(description) || description.length <= MAX_DESCRIPTION
      ? undefined
      : { property: 'description', rule: `must be at most ${MAX_DESCRIPTION} characters`, got: description.length },
    path === undefined ? undefined : pathRefusal(path),
    permissionsBoundaryArn === undefined ? undefined : boundaryRefusal(permissionsBoundaryArn),
    maxSessionDurationSeconds === undefined
      ? undefined
      : wholeNumberRefusal('maxSessionDurationSeconds', maxSessionDurationSeconds, SESSION_SECONDS),
  ];
}

/** Refuses what is no policy, such as its name. */
export function boundaryRefusal(policyArn: string): Refusal | undefined {
  if (Token.isUnresolved(policyArn) || POLICY_ARN.test(policyArn)) return undefined;
  return { property: 'permissionsBoundaryArn', rule: 'must be the ARN of a managed policy', got: policyArn };
}

/** Refuses more statements than a role holds. What Terraform alone knows has no length yet, and is left to IAM. */
export function policySizeRefusals(policy: string): (Refusal | undefined)[] {
  if (Token.isUnresolved(policy) || policy.length <= MAX_INLINE_POLICY) return [];
  return [
    {
      property: 'statements',
      rule: `must come to at most ${MAX_INLINE_POLICY} characters, which is all that a role holds`,
      got: policy.length,
      remedy: 'name fewer resources, or split what acts as the role',
    },
  ];
}

function pathRefusal(path: string): Refusal | undefined {
  if (Token.isUnresolved(path) || (PATH.test(path) && path.length <= MAX_PATH)) return undefined;
  return {
    property: 'path',
    rule: `must begin and end with a slash, and be ${MAX_PATH} characters at most`,
    got: path,
  };
}
