import type { TerraformStack } from 'cdktf';
import { Bucket, bucketName, KmsKey, storageKeyAlias } from '../../../../lib/cloud/aws';

/** The example of lib/cloud/aws/storage/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const place = { account: '111122223333', region: 'us-east-1' };
  const scope = { ...place, system: 'funlynk', environment: 'production' };
  const kmsKey = new KmsKey(stack, 'storage-key', {
    ...place,
    alias: storageKeyAlias('funlynk', 'production'),
    description: 'Buckets of funlynk production',
  });

  new Bucket(stack, 'uploads', {
    ...place,
    kmsKey,
    bucketName: bucketName(scope, 'uploads'),
    lifecycleRules: [{ action: 'Transition', storageClass: 'STANDARD_IA', days: 90 }],
  });
  // README ends
}
