import { loadEnvironment } from '../../lib/environment/load';
import { resolveEnvironment } from '../../stacks/resolve';
import { SYSTEMS } from '../../stacks/systems';
import { clusterOf, environmentOf } from './environments';

const production = environmentOf('funlynk/production');

test('the clusters of an environment are sorted by name, whatever their order in the file', () => {
  expect(Object.keys(production.environment.clusters)).toEqual(['us-east-1', 'europe-west1']);
  expect(production.clusters.map(({ name }) => name)).toEqual(['europe-west1', 'us-east-1']);
});

test('each cluster has what the file says of it, and the contract of its cloud', () => {
  expect(clusterOf(production, 'us-east-1')).toMatchObject({
    environment: { cloud: 'aws', account: '111122223333' },
    contract: { cloud: 'aws', location: 'us-east-1', clusterName: 'funlynk-production-us-east-1' },
  });
  expect(clusterOf(production, 'europe-west1')).toMatchObject({
    environment: { cloud: 'google', project: 'funlynk-production' },
    contract: { cloud: 'google', location: 'europe-west1', clusterName: 'funlynk-production-europe-west1' },
  });
});

test('the contract of a zonal cluster names its zone', () => {
  expect(clusterOf(environmentOf('funlynk/development'), 'europe-west1').contract.location).toBe('europe-west1-b');
});

test('the model is of the system that the file names, with the values of the file', () => {
  expect(production.model).toMatchObject({ name: 'funlynk', environment: 'production', domain: 'funlynk.com' });
  expect(production.model.services['backend']?.version).toEqual({ tag: 'v1.4.2' });
});

test('an environment of a system that is not ours is refused', () => {
  const environment = loadEnvironment('environments/funlynk/staging.yaml', SYSTEMS);
  expect(() => resolveEnvironment({ ...environment, system: 'bunlynk' })).toThrow(
    'environments/funlynk/staging.yaml: no such system: bunlynk',
  );
});
