import { Cidr } from '../../../core/cidr';
import type { Refusal } from '../../../core/errors';

const ROLE_ARN = /^arn:aws:iam::\d{12}:role\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]+)$/;

/** A range wider than this is the internet by another name. */
const WIDEST_ACCESS = 8;

/** The properties of a cluster that can be wrong. */
interface Checked {
  readonly account: string;
  readonly clusterName: string;
  readonly kubernetesVersion: string;
  readonly administrators: readonly string[];
  readonly publicAccessCidrs?: readonly string[];
}

/** What keeps a cluster from being made as asked; empty where nothing does. */
export function eksClusterRefusals(props: Checked): readonly Refusal[] {
  const { account, clusterName, kubernetesVersion } = props;
  return [
    ...refuseUnless(/^\d{12}$/, 'account', 'must be 12 digits', account),
    ...refuseUnless(
      /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/,
      'clusterName',
      'must be letters, digits and dashes, 100 at most',
      clusterName,
    ),
    ...refuseUnless(/^1\.\d{2}$/, 'kubernetesVersion', 'must be a minor version such as 1.34', kubernetesVersion),
    ...administratorRefusals(props.administrators),
    ...(props.publicAccessCidrs ?? []).flatMap(cidrRefusals),
  ];
}

/** Last part of a role's ARN; the path before it does not count. */
export function roleNameOf(roleArn: string): string {
  return ROLE_ARN.exec(roleArn)?.[1] ?? roleArn;
}

function refuseUnless(pattern: RegExp, property: string, rule: string, got: string): readonly Refusal[] {
  return pattern.test(got) ? [] : [{ property, rule, got }];
}

function administratorRefusals(administrators: readonly string[]): readonly Refusal[] {
  const property = 'administrators';
  const names = administrators.map(roleNameOf);
  return [
    ...(administrators.length === 0
      ? [{ property, rule: 'must name one role at least, or nobody could enter the cluster', got: administrators }]
      : []),
    ...administrators
      .filter((arn) => !ROLE_ARN.test(arn))
      .map((got) => ({ property, rule: 'must be ARNs of roles such as arn:aws:iam::111122223333:role/platform', got })),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((got) => ({ property, rule: 'must name each role once', got })),
  ];
}

function cidrRefusals(text: string): readonly Refusal[] {
  const property = 'publicAccessCidrs';
  try {
    if (Cidr.parse(text).prefix >= WIDEST_ACCESS) return [];
  } catch {
    return [{ property, rule: 'must be IPv4 ranges that start on their own boundary', got: text }];
  }
  const remedy = 'name the networks of those who need it, or leave the list empty';
  return [
    { property, rule: `must not open the API server to the internet: /${WIDEST_ACCESS} at most`, got: text, remedy },
  ];
}
