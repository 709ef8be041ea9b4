import { Token } from 'cdktf';
import type { Refusal } from '../../core/errors';

const MEMBER = /^(user|group|serviceAccount|domain|principal|principalSet):\S+$/;

/** Refuses what is no IAM member, what is everyone, and what Terraform alone knows: the member keys its grant. */
export function memberRefusal(property: string, member: string): Refusal | undefined {
  if (Token.isUnresolved(member)) return { property, rule: 'must be known at synthesis', got: 'a token' };
  if (member === 'allUsers' || member === 'allAuthenticatedUsers') {
    return { property, rule: 'must not be everyone', got: member, remedy: 'name a group' };
  }
  if (MEMBER.test(member)) return undefined;
  return { property, rule: 'must hold IAM members such as group:platform@example.com', got: member };
}
