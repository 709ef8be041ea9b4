import type { IKmsKey } from '../keys/kms-key';
import type { GkeNodeIdentity } from './gke-node-identity';

const OAUTH_SCOPES = ['https://www.googleapis.com/auth/cloud-platform'];

interface HardenedNode {
  readonly serviceAccount: string;
  readonly oauthScopes: string[];
  readonly bootDiskKmsKey: string;
  readonly tags: string[];
  readonly metadata: Record<string, string>;
  readonly shieldedInstanceConfig: { enableSecureBoot: boolean; enableIntegrityMonitoring: boolean };
  readonly workloadMetadataConfig: { mode: string };
}

/**
 * What every node has, those of the pool that is removed at once included: an own service account, whose roles
 * bound it (the scope bounds nothing), an encrypted disk, verified boot, and no way for pods to its credentials.
 */
export function hardenedNode(identity: GkeNodeIdentity, volumesKey: IKmsKey, nodeTag: string): HardenedNode {
  return {
    serviceAccount: identity.email,
    oauthScopes: OAUTH_SCOPES,
    bootDiskKmsKey: volumesKey.id,
    tags: [nodeTag],
    metadata: { 'disable-legacy-endpoints': 'true' },
    shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
    workloadMetadataConfig: { mode: 'GKE_METADATA' },
  };
}
