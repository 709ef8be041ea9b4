import { googleClusters } from '../../../stacks/infrastructure/google-clusters';
import { environmentOf } from '../environments';

test('clusters on Google Cloud are known by what is known at synthesis', () => {
  expect(googleClusters(environmentOf('funlynk/production')).map(({ name, cluster }) => ({ name, cluster }))).toEqual([
    {
      name: 'europe-west1',
      cluster: {
        project: 'funlynk-production',
        location: 'europe-west1',
        clusterName: 'funlynk-production-europe-west1',
      },
    },
  ]);
});

test('a zonal cluster lies in its zone', () => {
  const [cluster] = googleClusters(environmentOf('funlynk/development'));
  expect(cluster?.cluster.location).toBe('europe-west1-b');
});
