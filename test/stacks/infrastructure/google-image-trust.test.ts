import { googleClusters } from '../../../stacks/infrastructure/google-clusters';
import { trustingClusters } from '../../../stacks/infrastructure/google-image-trust';
import { environmentOf } from '../environments';

test.each([
  ['genesis/production', ['europe-west1', 'us-central1']],
  ['genesis/staging', ['us-central1']],
  ['genesis/development', []],
])('attestations are asked for in %s by %j', (name, expected) => {
  expect(trustingClusters(googleClusters(environmentOf(name))).map((cluster) => cluster.name)).toEqual(expected);
});
