import type {
  BinaryAuthorizationPolicyClusterAdmissionRules,
  BinaryAuthorizationPolicyDefaultAdmissionRule,
} from '@cdktf/provider-google/lib/binary-authorization-policy';
import type { Refusal } from '../../../core/errors';
import type { IAttestor } from './attestor';

/** Whether images without their attestations are kept out, or let in and logged. */
export type AdmissionMode = 'enforce' | 'audit';

/** A rule for one cluster. */
export type ClusterAdmissionRule =
  | {
      readonly mode: AdmissionMode;
      /**
       * All those who have to vouch for an image here.
       *
       * @default - those of the policy
       */
      readonly attestors?: readonly IAttestor[];
    }
  | {
      /** Every image is let in, and nothing is logged. */
      readonly mode: 'off';
    };

const ENFORCEMENT = {
  enforce: 'ENFORCED_BLOCK_AND_AUDIT_LOG',
  audit: 'DRYRUN_AUDIT_LOG_ONLY',
} as const satisfies Record<AdmissionMode, string>;

/** A rule as Binary Authorization wants it. Attestors have no order of their own. */
export function attestationRule(
  mode: AdmissionMode,
  attestors: readonly IAttestor[],
): BinaryAuthorizationPolicyDefaultAdmissionRule {
  return {
    evaluationMode: 'REQUIRE_ATTESTATION',
    enforcementMode: ENFORCEMENT[mode],
    requireAttestationsBy: [...new Set(attestors.map(({ id }) => id))].sort(),
  };
}

/** The rules of single clusters, sorted by cluster. */
export function clusterAdmissionRules(
  clusters: Readonly<Record<string, ClusterAdmissionRule>>,
  attestors: readonly IAttestor[],
): BinaryAuthorizationPolicyClusterAdmissionRules[] {
  return Object.entries(clusters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cluster, rule]) => ({
      cluster,
      ...(rule.mode === 'off'
        ? { evaluationMode: 'ALWAYS_ALLOW', enforcementMode: ENFORCEMENT.enforce }
        : attestationRule(rule.mode, rule.attestors ?? attestors)),
    }));
}

/** Refuses rules that ask nobody, and clusters that are not named as Binary Authorization names them. */
export function clusterRuleRefusals(clusters: Readonly<Record<string, ClusterAdmissionRule>>): (Refusal | undefined)[] {
  return Object.entries(clusters).flatMap(([cluster, rule]) => [
    /^[a-z]+-[a-z]+\d+(-[a-z])?\.[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/.test(cluster)
      ? undefined
      : {
          property: 'clusters',
          rule: "must name clusters by location and name with a dot between, such as 'europe-west1.main'",
          got: cluster,
        },
    rule.mode === 'off' ? undefined : attestorsRefusal(`clusters.${cluster}.attestors`, rule.attestors),
  ]);
}

/** Refuses an empty list of attestors: Google lets no rule ask for the attestation of nobody. */
export function attestorsRefusal(property: string, attestors?: readonly IAttestor[]): Refusal | undefined {
  if (attestors === undefined || attestors.length > 0) return undefined;
  return {
    property,
    rule: 'must name one attestor at least, even where images are only audited',
    got: attestors,
    remedy: 'make an Attestor, or leave Binary Authorization of the cluster off',
  };
}
