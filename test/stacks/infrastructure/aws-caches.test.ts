import { awsCaches, cachePrefixes } from '../../../stacks/infrastructure/aws-caches';
import { environmentOf } from '../environments';

test('caches are those of the file, sorted, each under a prefix without dots', () => {
  expect(cachePrefixes(environmentOf('novacron/staging'))).toEqual(['public-ecr-aws', 'quay-io', 'registry-k8s-io']);
});

test('a cache has the credentials of every region', () => {
  const [hub] = awsCaches(environmentOf('novacron/production'));
  expect(hub).toMatchObject({ upstream: 'docker-hub', prefix: 'docker-hub' });
  expect(hub?.credentialSecretArns.map((arn) => arn.split(':')[3])).toEqual([
    'us-east-1',
    'eu-west-1',
    'ap-southeast-1',
  ]);
});

test('an environment that asks for none has none', () => {
  expect(awsCaches(environmentOf('funlynk/production'))).toEqual([]);
});
