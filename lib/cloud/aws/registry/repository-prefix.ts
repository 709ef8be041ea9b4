import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import type { AwsPlace } from '../aws-construct';

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html */
const NAME = /^([a-z0-9]+([._-][a-z0-9]+)*\/)*[a-z0-9]+([._-][a-z0-9]+)*$/;
const MAX_NAME = 256;

/** Prefix that means every repository which no longer prefix is about. */
export const ROOT_PREFIX = 'ROOT';

/** Why a wildcard ends the ARN that `repositoriesArn` makes. */
export const REPOSITORIES_WILDCARD = 'the repositories under the prefix, named by whoever pushes or pulls them';

/** ARN that the repositories under a prefix have in common. */
export function repositoriesArn({ account, region }: AwsPlace, prefix: string): string {
  const path = prefix === ROOT_PREFIX ? '*' : `${prefix}/*`;
  return `arn:aws:ecr:${region}:${account}:repository/${path}`;
}

/** Refuses a name that no repository can have. */
export function repositoryNameRefusal(property: string, name: string): Refusal | undefined {
  if (Token.isUnresolved(name) || (name.length >= 2 && name.length <= MAX_NAME && NAME.test(name))) return undefined;
  const rule = `must be lower-case letters and digits, parted by single dashes, dots or slashes, ${MAX_NAME} at most`;
  return { property, rule, got: name };
}

/** Refuses a prefix that no repository can begin with; `maxLength` where ECR allows less than a name. */
export function prefixRefusal(property: string, prefix: string, maxLength = MAX_NAME): Refusal | undefined {
  if (Token.isUnresolved(prefix) || prefix === ROOT_PREFIX) return undefined;
  if (prefix.length >= 2 && prefix.length <= maxLength && NAME.test(prefix)) return undefined;
  return {
    property,
    rule: `must be lower-case letters and digits, parted by single dashes, dots or slashes, ${maxLength} at most, or ${ROOT_PREFIX}`,
    got: prefix,
    ...(prefix.endsWith('/') ? { remedy: 'leave the slash at the end out: ECR adds it' } : {}),
  };
}
