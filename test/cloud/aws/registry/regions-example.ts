import type { TerraformProvider, TerraformStack } from 'cdktf';
import { KmsKey, RepositoryCreationTemplate, registryKeyAlias } from '../../../../lib/cloud/aws';

/** The example of copies in lib/cloud/aws/registry/README.md, word for word between the two marks. */
export function regionsExample(stack: TerraformStack, ireland: TerraformProvider): void {
  // README begins
  const there = { provider: ireland, account: '111122223333', region: 'eu-west-1' };
  new RepositoryCreationTemplate(stack, 'copies', {
    ...there,
    prefix: 'funlynk-production',
    appliedFor: ['REPLICATION'],
    kmsKey: new KmsKey(stack, 'copies-key', {
      ...there,
      alias: registryKeyAlias('funlynk', 'production'),
      description: 'Copies of images',
    }),
  });
  // README ends
}
