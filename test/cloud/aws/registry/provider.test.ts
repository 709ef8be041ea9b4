import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { KmsKey } from '../../../../lib/cloud/aws/keys/kms-key';
import { EcrRepository } from '../../../../lib/cloud/aws/registry/ecr-repository';
import { PullThroughCache } from '../../../../lib/cloud/aws/registry/pull-through-cache';
import { RegistryPolicy } from '../../../../lib/cloud/aws/registry/registry-policy';
import { RegistryReplication } from '../../../../lib/cloud/aws/registry/registry-replication';
import { RegistryScanning } from '../../../../lib/cloud/aws/registry/registry-scanning';
import { PLACE, synth } from '../harness';

/** Everything that the folder makes, with a provider that is not the stack's own. */
const output = synth((stack) => {
  const place = { ...PLACE, provider: new AwsProvider(stack, 'other', { region: 'eu-west-1', alias: 'other' }) };
  const readers = ['444455556666'];
  const kmsKey = new KmsKey(stack, 'key', { ...place, alias: 'alias/images', description: 'Tests' });
  new EcrRepository(stack, 'repository', { ...place, kmsKey, repositoryName: 'funlynk/backend', readers });
  new PullThroughCache(stack, 'cache', { ...place, kmsKey, repositoryPrefix: 'quay', upstream: 'quay.io' });
  new RegistryPolicy(stack, 'policy', { ...place, replicationSources: [{ account: '444455556666' }] });
  new RegistryReplication(stack, 'replication', { ...place, destinations: [{ region: 'eu-west-1' }] });
  new RegistryScanning(stack, 'scanning', { ...place, enableInspector: true });
});

test.each([
  'aws_ecr_lifecycle_policy',
  'aws_ecr_pull_through_cache_rule',
  'aws_ecr_registry_policy',
  'aws_ecr_registry_scanning_configuration',
  'aws_ecr_replication_configuration',
  'aws_ecr_repository',
  'aws_ecr_repository_creation_template',
  'aws_ecr_repository_policy',
  'aws_iam_role',
  'aws_iam_role_policy',
  'aws_inspector2_enabler',
])('the provider given makes %s', (type) => {
  expect(output.one(type).provider).toBe('aws.other');
});
