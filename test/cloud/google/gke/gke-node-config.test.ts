import { hardenedNode } from '../../../../lib/cloud/google/gke/gke-node-config';
import { GkeNodeIdentity } from '../../../../lib/cloud/google/gke/gke-node-identity';
import { KmsKey } from '../../../../lib/cloud/google/keys/kms-key';
import { googleStack, PROJECT } from '../synth';

describe('hardenedNode', () => {
  test('boots verified, on an encrypted disk, under its own account', () => {
    const stack = googleStack();
    const identity = new GkeNodeIdentity(stack, 'nodes', { project: PROJECT, clusterName: 'main' });
    expect(hardenedNode(identity, KmsKey.fromId('projects/p/key'), 'main-node')).toEqual({
      serviceAccount: identity.email,
      bootDiskKmsKey: 'projects/p/key',
      oauthScopes: ['https://www.googleapis.com/auth/cloud-platform'],
      tags: ['main-node'],
      metadata: { 'disable-legacy-endpoints': 'true' },
      shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
      workloadMetadataConfig: { mode: 'GKE_METADATA' },
    });
  });
});
