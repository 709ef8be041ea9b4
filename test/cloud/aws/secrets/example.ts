import type { TerraformStack } from 'cdktf';
import { KmsKey, SecretsManagerSecret, secretName, secretsKeyAlias } from '../../../../lib/cloud/aws';

/** The example of lib/cloud/aws/secrets/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const place = { account: '111122223333', region: 'us-east-1' };
  const kmsKey = new KmsKey(stack, 'secrets-key', {
    ...place,
    alias: secretsKeyAlias('funlynk', 'production'),
    description: 'Secrets of funlynk production',
  });

  new SecretsManagerSecret(stack, 'secret-database', {
    kmsKey,
    secretName: secretName('funlynk', 'production', 'database'),
    rotation: { lambdaArn: 'arn:aws:lambda:us-east-1:111122223333:function:rotate-database' },
  });
  new SecretsManagerSecret(stack, 'secret-payments', {
    kmsKey,
    secretName: secretName('funlynk', 'production', 'payments'),
    rotation: { reminderDays: 90, topicArn: 'arn:aws:sns:us-east-1:111122223333:funlynk-production-rotations' },
  });
  // README ends
}
