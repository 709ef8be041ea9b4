import type { TerraformStack } from 'cdktf';
import {
  EcrRepository,
  KmsKey,
  PullThroughCache,
  RegistryReplication,
  RegistryScanning,
  registryKeyAlias,
  repositoryName,
} from '../../../../lib/cloud/aws';

/** The first example of lib/cloud/aws/registry/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const place = { account: '111122223333', region: 'us-east-1' };
  const kmsKey = new KmsKey(stack, 'registry-key', {
    ...place,
    alias: registryKeyAlias('funlynk', 'production'),
    description: 'Images of funlynk production',
  });

  new EcrRepository(stack, 'backend', {
    kmsKey,
    repositoryName: repositoryName('funlynk', 'production', 'backend'),
    immutableTags: { except: ['pr-*'] },
    lifecycle: [{ action: 'EXPIRE', tagPatterns: ['pr-*'], olderThanDays: 14 }],
    readers: ['444455556666'],
  });
  new PullThroughCache(stack, 'docker-hub', {
    ...{ ...place, kmsKey },
    repositoryPrefix: 'docker-hub',
    upstream: 'docker-hub',
    credentialSecretArn: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:ecr-pullthroughcache/docker-hub-AbCdEf',
  });
  new RegistryScanning(stack, 'scanning', place);
  new RegistryReplication(stack, 'replication', {
    ...place,
    destinations: [{ region: 'eu-west-1' }],
    repositoryPrefixes: ['funlynk-production/'],
  });
  // README ends
}
