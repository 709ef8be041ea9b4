import type { EksClusterConfig } from '@cdktf/provider-aws/lib/eks-cluster';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { isDnsLabel } from '../../../core/names';
import { accessEntryRefusals, type EksAccessEntryOptions } from './eks-access-entry';
import { type BreakGlassOptions, breakGlassRefusals } from './eks-break-glass-role';
import { roleArnRefusal, roleNameOf } from './eks-principals';

/** The part of a cluster's options that has to do with who may enter it. */
export interface EksAccessOptions {
  /**
   * ARNs of the IAM roles that may do everything on the cluster. Who creates the cluster is not among them of
   * itself, so the list should name one role at least.
   */
  readonly administrators: readonly string[];
  /**
   * Who else may enter, by a name of your own, and what they may do.
   *
   * @default {} - nobody
   */
  readonly accessEntries?: Readonly<Record<string, EksAccessEntryOptions>>;
  /**
   * A role for emergencies, `<cluster>-break-glass`, which administers the cluster and wants a second factor.
   *
   * @default false - there is none
   */
  readonly breakGlassRole?: false | BreakGlassOptions;
}

/** Access entries alone, and none for whoever creates the cluster. There is no `aws-auth` to keep in order. */
export function access(): Partial<EksClusterConfig> {
  return { accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: false } };
}

/** Refuses a cluster that nobody could enter, and what EKS would refuse of those who may. */
export function accessRefusals(options: EksAccessOptions): readonly (Refusal | undefined)[] {
  const { administrators, accessEntries = {}, breakGlassRole = false } = options;
  return [
    ...administratorRefusals(administrators),
    ...Object.entries(accessEntries).flatMap(([name, entry]) => [
      isDnsLabel(name)
        ? undefined
        : {
            property: `accessEntries.${name}`,
            rule: 'must have a name of lower-case letters, digits and dashes',
            got: name,
          },
      ...accessEntryRefusals(`accessEntries.${name}.`, entry),
    ]),
    ...repeatedPrincipals(administrators, accessEntries),
    ...(breakGlassRole === false ? [] : breakGlassRefusals('breakGlassRole.', breakGlassRole)),
  ];
}

function administratorRefusals(administrators: readonly string[]): readonly (Refusal | undefined)[] {
  const property = 'administrators';
  const names = administrators.map(roleNameOf);
  return [
    administrators.length === 0
      ? { property, rule: 'must name one role at least, or nobody could enter the cluster', got: administrators }
      : undefined,
    ...administrators.map((arn) => roleArnRefusal(property, arn)),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((got) => ({ property, rule: 'must name each role once', got })),
  ];
}

/** EKS has one entry for a principal, and no more. */
function repeatedPrincipals(
  administrators: readonly string[],
  accessEntries: Readonly<Record<string, EksAccessEntryOptions>>,
): readonly Refusal[] {
  const entries = Object.entries(accessEntries);
  const taken = [...administrators, ...entries.map(([, { principalArn }]) => principalArn)];
  return entries
    .map(([name, { principalArn: got }], index) => ({ name, got, place: administrators.length + index }))
    .filter(({ got, place }) => !Token.isUnresolved(got) && taken.indexOf(got) < place)
    .map(({ name, got }) => ({
      property: `accessEntries.${name}.principalArn`,
      rule: 'must not be in another entry, nor among the administrators',
      got,
      remedy: 'put all that it may do into one entry',
    }));
}
