import { BinaryAuthorizationPolicy as Policy } from '@cdktf/provider-google/lib/binary-authorization-policy';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import {
  attestationRule,
  attestorsRefusal,
  clusterAdmissionRules,
  clusterRuleRefusals,
  type AdmissionMode,
  type ClusterAdmissionRule,
} from './admission-rule';
import type { IAttestor } from './attestor';
import { imagePatternRefusal } from './image-pattern';

const DEFAULT_MODE = 'enforce';

/** Properties for `BinaryAuthorizationPolicy`. */
export interface BinaryAuthorizationPolicyProps {
  /** Project id of the clusters. */
  readonly project: string;
  /** Everybody who has to vouch for an image before it may run: all of them, not one of them. */
  readonly attestors: readonly IAttestor[];
  /**
   * Whether images without their attestations are kept out, or let in and written to the audit log.
   *
   * @default 'enforce'
   */
  readonly mode?: AdmissionMode;
  /**
   * Images that need no attestation, such as `docker.io/istio/*`; two asterisks reach into folders below.
   *
   * @default - none but those that Google's own list of system images exempts
   */
  readonly exemptImages?: readonly string[];
  /**
   * Rules of single clusters, by location and name: `europe-west1.main`.
   *
   * @default - the policy's rule counts for every cluster
   */
  readonly clusters?: Readonly<Record<string, ClusterAdmissionRule>>;
  /**
   * Whether Terraform refuses to destroy the policy. Without it, Google's own counts, which lets every image in.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * Which images the clusters of a project may run. A project has one policy and no more: a second construct for the same
 * project would overwrite the first. Clusters heed it once their own `binaryAuthorization` is on.
 */
export class BinaryAuthorizationPolicy extends Construct {
  constructor(scope: Construct, id: string, props: BinaryAuthorizationPolicyProps) {
    super(scope, id);

    const { project, attestors, mode = DEFAULT_MODE, exemptImages = [], clusters = {} } = props;
    refuse(this.node.path, [
      attestorsRefusal('attestors', attestors),
      ...exemptImages.map((pattern) => imagePatternRefusal('exemptImages', pattern)),
      ...clusterRuleRefusals(clusters),
    ]);

    const asked = [...attestors, ...Object.values(clusters).flatMap(attestorsOf)];
    new Policy(this, 'Resource', {
      project,
      // Without Google's list, the system images of GKE would need attestations of yours.
      globalPolicyEvaluationMode: 'ENABLE',
      admissionWhitelistPatterns: [...new Set(exemptImages)].sort().map((namePattern) => ({ namePattern })),
      defaultAdmissionRule: attestationRule(mode, attestors),
      clusterAdmissionRules: clusterAdmissionRules(clusters, attestors),
      dependsOn: [...new Set(asked.flatMap(({ dependables }) => dependables))],
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
  }
}

function attestorsOf(rule: ClusterAdmissionRule): readonly IAttestor[] {
  return rule.mode === 'off' ? [] : (rule.attestors ?? []);
}
