import type { TerraformStack } from 'cdktf';
import { ArtifactRegistry, KmsKeyRing, RemoteRepository, VirtualRepository } from '../../../../lib/cloud/google';

/** The first example of lib/cloud/google/registry/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const name = { project: 'funlynk-prod', location: 'europe-west1' };
  const keys = new KmsKeyRing(stack, 'keys', { ...name, name: 'funlynk-production' });
  const kmsKey = keys.addKey('registry', { users: ['artifact-registry'] });

  const images = new ArtifactRegistry(stack, 'images', {
    ...{ ...name, kmsKey, repositoryId: 'images' },
    writers: ['serviceAccount:ci@funlynk-prod.iam.gserviceaccount.com'],
  });
  const dockerHub = new RemoteRepository(stack, 'docker-hub', {
    ...{ ...name, kmsKey, repositoryId: 'docker-hub' },
    upstream: 'docker-hub',
  });
  new VirtualRepository(stack, 'all', {
    ...{ ...name, kmsKey, repositoryId: 'all' },
    upstreams: {
      images: { repository: images, priority: 20 },
      'docker-hub': { repository: dockerHub, priority: 10 },
    },
    readers: ['group:developers@example.com'],
  });
  // README ends
}
