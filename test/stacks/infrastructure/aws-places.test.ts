import { TerraformStack } from 'cdktf';
import { awsPlaces, placeProvider } from '../../../stacks/infrastructure/aws-places';
import { environmentOf } from '../environments';
import { stackJson } from '../stack-json';

const places = awsPlaces(environmentOf('novacron/production'));

test('a place is an account and a region that clusters are in, sorted', () => {
  expect(places.map(({ id }) => id)).toEqual([
    'ap-southeast-1-444455556666',
    'eu-west-1-444455556666',
    'us-east-1-444455556666',
  ]);
  expect(places[0]).toMatchObject({
    account: '444455556666',
    region: 'ap-southeast-1',
    clusters: [{ name: 'ap-southeast-1', clusterName: 'novacron-production-ap-southeast-1' }],
  });
});

test('a place is protected as soon as one of its clusters is', () => {
  const unprotected = [
    'administrators: &administrators',
    'deletionProtection: false\n    administrators: &administrators',
  ] as const;
  const [, , first] = awsPlaces(environmentOf('novacron/production', unprotected));
  expect([first?.id, first?.deletionProtection]).toEqual(['us-east-1-444455556666', false]);
  expect(places.map(({ deletionProtection }) => deletionProtection)).toEqual([true, true, true]);
});

test('clusters on Google Cloud have no place on AWS', () => {
  expect(awsPlaces(environmentOf('genesis/production'))).toEqual([]);
  expect(awsPlaces(environmentOf('funlynk/production'))).toHaveLength(1);
});

test('the provider of a place works there alone, under its name', () => {
  const stack = stackJson((app) => {
    const made = new TerraformStack(app, 'stack');
    for (const place of places.slice(0, 1)) placeProvider(made, place, { system: 'novacron' });
    return made;
  });
  expect(stack.providers('aws')).toEqual([
    {
      alias: 'ap-southeast-1-444455556666',
      region: 'ap-southeast-1',
      allowed_account_ids: ['444455556666'],
      default_tags: [{ tags: { system: 'novacron' } }],
    },
  ]);
});
