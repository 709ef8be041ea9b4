import type { TerraformStack } from 'cdktf';
import { Bucket, bucketName, KmsKeyRing } from '../../../../lib/cloud/google';

/** The example of lib/cloud/google/storage/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const project = 'funlynk-prod';
  const location = 'europe-west1';
  const keys = new KmsKeyRing(stack, 'keys', { project, location, name: 'funlynk-production' });

  new Bucket(stack, 'uploads', {
    project,
    location,
    name: bucketName({ system: 'funlynk', environment: 'production', project }, 'uploads'),
    kmsKey: keys.addKey('storage', { users: ['storage'] }),
    lifecycleRules: [{ action: 'SetStorageClass', storageClass: 'NEARLINE', ageDays: 90 }],
  });
  // README ends
}
