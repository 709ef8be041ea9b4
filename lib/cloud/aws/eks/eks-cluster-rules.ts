import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import type { AwsPlace } from '../aws-construct';

/** What keeps a cluster from being called and placed as asked. */
export function eksClusterRefusals({ account }: AwsPlace, clusterName: string): readonly (Refusal | undefined)[] {
  return [
    refuseUnless(/^\d{12}$/, 'account', 'must be 12 digits', account),
    refuseUnless(
      /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/,
      'clusterName',
      'must be letters, digits and dashes, 100 at most',
      clusterName,
    ),
  ];
}

/** Notes a name, and refuses it the second time. */
export function takenRefusal(kind: string, name: string, taken: Set<string>): Refusal | undefined {
  if (taken.has(name)) {
    return { property: 'name', rule: `must be unique among the ${kind} of the cluster`, got: name };
  }
  taken.add(name);
  return undefined;
}

function refuseUnless(pattern: RegExp, property: string, rule: string, got: string): Refusal | undefined {
  return Token.isUnresolved(got) || pattern.test(got) ? undefined : { property, rule, got };
}
