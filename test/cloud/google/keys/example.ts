import type { TerraformStack } from 'cdktf';
import { KmsKeyRing, SecretManagerSecret } from '../../../../lib/cloud/google';

/** The example of lib/cloud/google/keys/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const project = 'funlynk-prod';
  const ring = new KmsKeyRing(stack, 'keys', { project, location: 'europe-west1', name: 'funlynk-production' });

  const secrets = ring.addKey('secrets', { users: ['secret-manager'], rotationDays: 30 });
  new SecretManagerSecret(stack, 'database', {
    project,
    secretId: 'database',
    regions: ['europe-west1'],
    kmsKeys: { 'europe-west1': secrets },
  });

  ring.addSigningKey('images', { signers: ['serviceAccount:ci@funlynk-prod.iam.gserviceaccount.com'] });
  // README ends
}
