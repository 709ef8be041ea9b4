import { clusterId, regionOf } from '../../../lib/cloud/google/cluster-name';

describe('the names of a cluster', () => {
  test('make up its id', () => {
    expect(clusterId({ project: 'p', location: 'europe-west1-b', clusterName: 'main' })).toBe(
      'projects/p/locations/europe-west1-b/clusters/main',
    );
  });

  test.each([
    ['europe-west1', 'europe-west1'],
    ['europe-west1-b', 'europe-west1'],
    ['northamerica-northeast1-a', 'northamerica-northeast1'],
  ])('place %s in the region %s', (location, region) => {
    expect(regionOf(location)).toBe(region);
  });
});
