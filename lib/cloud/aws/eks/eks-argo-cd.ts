import type { EksCapabilityConfigurationArgoCd } from '@cdktf/provider-aws/lib/eks-capability';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import { isDnsLabel } from '../../../core/names';
import { type AccessPolicies, policiesRefusals } from './eks-access-entry';

const DEFAULT_NAMESPACE = 'argocd';
const DEFAULT_POLICIES: AccessPolicies = { AmazonEKSClusterAdminPolicy: 'cluster' };
const ROLES = ['admin', 'editor', 'viewer'] as const;

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListInstances.html */
const INSTANCE_ARN = /^arn:aws:sso:::instance\/(sso)?ins-[a-zA-Z0-9.-]{16}$/;

/** https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_DescribeGroup.html */
const IDENTITY_ID = /^([0-9a-f]{10}-)?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/;

/** A user or a group of Identity Center. */
export interface ArgoCdIdentity {
  /** ID in the identity store, which is no name: `906751fb-ae42-4d71-9d0f-4d6c8f1a2b3c`. */
  readonly id: string;
  readonly type: 'SSO_USER' | 'SSO_GROUP';
}

/** Who may do what in Argo CD. */
export interface ArgoCdRbac {
  /**
   * Who may do everything, settings included.
   *
   * @default [] - nobody
   */
  readonly admin?: readonly ArgoCdIdentity[];
  /**
   * Who may change applications, and have them synchronised.
   *
   * @default [] - nobody
   */
  readonly editor?: readonly ArgoCdIdentity[];
  /**
   * Who may look.
   *
   * @default [] - nobody
   */
  readonly viewer?: readonly ArgoCdIdentity[];
}

/** Argo CD as AWS runs it. */
export interface EksArgoCdOptions {
  /** ARN of the instance of IAM Identity Center that people sign in with; Argo CD's own users are not offered. */
  readonly idcInstanceArn: string;
  /**
   * Region of that instance.
   *
   * @default - the cluster's
   */
  readonly idcRegion?: string;
  /**
   * Namespace of the objects `Application` and the like.
   *
   * @default 'argocd'
   */
  readonly namespace?: string;
  /** Users and groups by what they may do; one at least. */
  readonly rbac: ArgoCdRbac;
  /**
   * What Argo CD may deploy on its own cluster, by EKS' access policies.
   *
   * @default { AmazonEKSClusterAdminPolicy: 'cluster' } - everything, as an Argo CD of your own would
   */
  readonly policies?: AccessPolicies;
  /**
   * Endpoints of the VPCs that reach Argo CD. With them, nobody reaches it over the internet.
   *
   * @default [] - it is reached over the internet, past Identity Center
   */
  readonly vpceIds?: readonly string[];
}

/** Argo CD's configuration, as the provider writes it. */
export function argoCd(options: EksArgoCdOptions): EksCapabilityConfigurationArgoCd {
  const { idcInstanceArn, idcRegion, namespace = DEFAULT_NAMESPACE, rbac, vpceIds = [] } = options;
  return {
    namespace,
    awsIdc: [{ idcInstanceArn, ...(idcRegion === undefined ? {} : { idcRegion }) }],
    rbacRoleMapping: ROLES.flatMap((role) => {
      const identity = [...(rbac[role] ?? [])].sort(byId);
      return identity.length === 0 ? [] : [{ role: role.toUpperCase(), identity }];
    }),
    ...(vpceIds.length === 0 ? {} : { networkAccess: [{ vpceIds: [...new Set(vpceIds)].sort() }] }),
  };
}

/** What Argo CD may deploy on its own cluster. */
export function argoCdPolicies({ policies = DEFAULT_POLICIES }: EksArgoCdOptions): AccessPolicies {
  return policies;
}

/** What keeps Argo CD from working as asked; `prefix` goes before the properties' names. */
export function argoCdRefusals(prefix: string, options: EksArgoCdOptions): readonly (Refusal | undefined)[] {
  const { idcInstanceArn, idcRegion, namespace = DEFAULT_NAMESPACE, rbac, vpceIds = [] } = options;
  const identities = ROLES.flatMap((role) => (rbac[role] ?? []).map(({ id }) => ({ role, id })));
  return [
    matchRefusal(
      `${prefix}idcInstanceArn`,
      INSTANCE_ARN,
      'must be the ARN of an instance of Identity Center such as arn:aws:sso:::instance/ssoins-0123456789abcdef',
      idcInstanceArn,
    ),
    idcRegion === undefined
      ? undefined
      : matchRefusal(`${prefix}idcRegion`, /^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a region such as us-east-1', idcRegion),
    isDnsLabel(namespace)
      ? undefined
      : {
          property: `${prefix}namespace`,
          rule: 'must be lower-case letters, digits and dashes, 63 at most',
          got: namespace,
        },
    identities.length > 0
      ? undefined
      : {
          property: `${prefix}rbac`,
          rule: 'must name one user or group at least, or nobody could enter Argo CD',
          got: rbac,
        },
    ...identities.map(({ role, id }) =>
      matchRefusal(
        `${prefix}rbac.${role}`,
        IDENTITY_ID,
        'must hold IDs of Identity Center such as 906751fb-ae42-4d71-9d0f-4d6c8f1a2b3c, not names',
        id,
      ),
    ),
    ...repeated(identities).map(({ role, id }) => ({
      property: `${prefix}rbac.${role}`,
      rule: 'must name each user and group once, in one role',
      got: id,
    })),
    ...policiesRefusals(`${prefix}policies`, argoCdPolicies(options)),
    ...vpceIds.map((id) =>
      matchRefusal(
        `${prefix}vpceIds`,
        /^vpce-[0-9a-f]{8,17}$/,
        'must hold endpoints such as vpce-0123456789abcdef0',
        id,
      ),
    ),
  ];
}

function repeated(identities: readonly { readonly role: string; readonly id: string }[]) {
  return identities.filter(({ id }, index) => identities.findIndex((other) => other.id === id) < index);
}

function matchRefusal(property: string, pattern: RegExp, rule: string, got: string): Refusal | undefined {
  return Token.isUnresolved(got) || pattern.test(got) ? undefined : { property, rule, got };
}

function byId(a: ArgoCdIdentity, b: ArgoCdIdentity): number {
  return a.id < b.id ? -1 : 1;
}
