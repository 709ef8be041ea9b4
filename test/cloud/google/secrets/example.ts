import type { TerraformStack } from 'cdktf';
import { KmsKeyRing, PubSubQueue, SecretManagerSecret, secretId } from '../../../../lib/cloud/google';

/** The example of lib/cloud/google/secrets/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const project = 'funlynk-prod';
  const region = 'europe-west1';
  const keys = new KmsKeyRing(stack, 'keys', { project, location: region, name: 'funlynk-production' });

  const secret = new SecretManagerSecret(stack, 'secret-database', {
    project,
    secretId: secretId('funlynk', 'production', 'database'),
    regions: [region],
    kmsKeys: { [region]: keys.addKey('secrets', { users: ['secret-manager'] }) },
    rotation: { periodDays: 90, nextRotationTime: '2027-01-15T03:00:00Z' },
  });
  new PubSubQueue(stack, 'rotations', { project, name: 'funlynk-production-rotations', topic: secret.rotationTopic });
  // README ends
}
