import { Construct } from 'constructs';
import type { AdmissionMode } from '../../lib/cloud/google/binary-authorization/admission-rule';
import { Attestor } from '../../lib/cloud/google/binary-authorization/attestor';
import { BinaryAuthorizationPolicy } from '../../lib/cloud/google/binary-authorization/binary-authorization-policy';
import type { KmsKeyRing } from '../../lib/cloud/google/keys/kms-key-ring';
import { attestorName } from '../../lib/cloud/google/names';
import type { ResolvedEnvironment } from '../resolve';
import type { GoogleCluster } from './google-clusters';

/** Properties for `GoogleImageTrust`. */
interface GoogleImageTrustProps {
  readonly project: string;
  /** Clusters of the project that ask for attestations; one at least. */
  readonly clusters: readonly GoogleCluster[];
  /** Ring of the key that the attestor signs with. */
  readonly keys: KmsKeyRing;
  readonly deletionProtection: boolean;
}

/** The clusters that ask for attestations of their images, enforced or only audited. */
export function trustingClusters(clusters: readonly GoogleCluster[]): readonly GoogleCluster[] {
  return clusters.filter(({ environment }) => (environment.binaryAuthorization ?? 'off') !== 'off');
}

/** Who vouches for the images of a project's clusters, and what becomes of those that nobody vouched for. */
export class GoogleImageTrust extends Construct {
  constructor(scope: Construct, id: string, resolved: ResolvedEnvironment, props: GoogleImageTrustProps) {
    super(scope, id);
    const { project, clusters, keys, deletionProtection } = props;
    const { signers, exemptImages } = resolved.environment.google.binaryAuthorization ?? {};
    const attestor = new Attestor(this, 'Attestor', {
      ...{ project, signers, deletionProtection },
      name: attestorName(resolved.model.name, resolved.model.environment),
      signingKey: keys.addSigningKey('attestor'),
    });
    const modes = clusters.map(({ environment }): AdmissionMode =>
      environment.binaryAuthorization === 'enforce' ? 'enforce' : 'audit',
    );
    new BinaryAuthorizationPolicy(this, 'Policy', {
      ...{ project, exemptImages, deletionProtection },
      attestors: [attestor],
      // Clusters that nobody names here get the strictest of the rules.
      mode: modes.includes('enforce') ? 'enforce' : 'audit',
      clusters: Object.fromEntries(
        clusters.map(({ cluster }, index) => [
          `${cluster.location}.${cluster.clusterName}`,
          { mode: modes[index] ?? 'enforce' },
        ]),
      ),
    });
  }
}
