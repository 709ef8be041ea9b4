import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import type { AwsConstructProps } from '../aws-construct';
import { breakGlassRoleName, eksClusterArn } from '../names';
import { EksAdministrator } from './eks-administrator';
import type { IEksCluster } from './eks-cluster-ref';
import { principalArnRefusal } from './eks-principals';
import { TrustedRole } from './trusted-role';

const DEFAULT_SESSION_SECONDS = 3600;

/** What IAM takes. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const SESSION_SECONDS = { min: 3600, max: 43_200 } as const;

/** Who may do everything on a cluster when all else fails. */
export interface BreakGlassOptions {
  /**
   * ARNs of the IAM users and roles that may act as the role, which they may with a second factor alone. A role's
   * session has one only where the role was assumed with it; sessions of Identity Center have none.
   */
  readonly trustedArns: readonly string[];
  /**
   * Longest session in seconds, from 3600 to 43,200. Who comes from another role has an hour at most.
   *
   * @default 3600
   */
  readonly maxSessionDurationSeconds?: number;
}

/** Properties for `EksBreakGlassRole`. */
export interface EksBreakGlassRoleProps extends BreakGlassOptions, AwsConstructProps {
  readonly cluster: IEksCluster;
}

/**
 * A role for emergencies, that administers one cluster and can find it, and nothing else. Every use of it shows in
 * CloudTrail as `AssumeRole` of a role that is otherwise never assumed: that is what to be alarmed by.
 *
 * Throws a `ConstructError` where nobody is trusted, somebody who is no role or user, or the session cannot last so.
 */
export class EksBreakGlassRole extends Construct {
  public readonly roleArn: string;

  constructor(scope: Construct, id: string, props: EksBreakGlassRoleProps) {
    super(scope, id);
    refuse(this.node.path, breakGlassRefusals('', props));
    const { provider, cluster, trustedArns } = props;

    const role = new TrustedRole(this, 'Role', {
      provider,
      roleName: breakGlassRoleName(cluster.clusterName),
      description: `Administers ${cluster.clusterName} when all else fails`,
      trusted: { arns: trustedArns },
      conditions: { Bool: { 'aws:MultiFactorAuthPresent': ['true'] } },
      maxSessionDurationSeconds: props.maxSessionDurationSeconds ?? DEFAULT_SESSION_SECONDS,
      statements: [
        {
          sid: 'FindCluster',
          actions: ['eks:DescribeCluster'],
          resources: [eksClusterArn(cluster, cluster.clusterName)],
        },
      ],
    });
    new EksAdministrator(this, 'Access', { provider, cluster, roleArn: role.arn });

    this.roleArn = role.arn;
  }
}

/** What keeps the role from being made as asked; `prefix` goes before the properties' names. */
export function breakGlassRefusals(prefix: string, options: BreakGlassOptions): readonly (Refusal | undefined)[] {
  const { trustedArns, maxSessionDurationSeconds = DEFAULT_SESSION_SECONDS } = options;
  return [
    trustedArns.length === 0
      ? { property: `${prefix}trustedArns`, rule: 'must name one role or user at least', got: trustedArns }
      : undefined,
    ...trustedArns.map((arn) => principalArnRefusal(`${prefix}trustedArns`, arn)),
    wholeNumberRefusal(`${prefix}maxSessionDurationSeconds`, maxSessionDurationSeconds, SESSION_SECONDS),
  ];
}
