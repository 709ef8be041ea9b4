import { Token } from 'cdktf';
import {
  imagePrefix,
  repositoryNameRefusals,
  repositoryPath,
} from '../../../../lib/cloud/google/registry/repository-name';
import { refused } from './refused';

const NAME = { project: 'funlynk-prod', location: 'europe-west1', repositoryId: 'images' };

describe('the name of a repository', () => {
  test('begins the names of its images', () => {
    expect(imagePrefix(NAME)).toBe('europe-west1-docker.pkg.dev/funlynk-prod/images');
    expect(imagePrefix({ ...NAME, project: 'example.com:images' })).toBe(
      'europe-west1-docker.pkg.dev/example.com/images/images',
    );
  });

  test('is a path to Google’s API', () => {
    expect(repositoryPath(NAME)).toBe('projects/funlynk-prod/locations/europe-west1/repositories/images');
  });

  test.each(['europe-west1', 'northamerica-northeast2', 'asia', 'europe', 'us'])(
    'may hold the location %s',
    (location) => {
      expect(refused(repositoryNameRefusals({ ...NAME, location }))).toEqual([]);
    },
  );

  test.each(['eu', 'europe-west1-b', 'Europe', 'global', ''])('may not hold the location %p', (location) => {
    expect(refused(repositoryNameRefusals({ ...NAME, location }))).toEqual([
      `'location' must be a region such as europe-west1, or one of asia, europe, us, got '${location}'`,
    ]);
  });

  test('leaves to Terraform what Terraform alone knows', () => {
    const location = Token.asString({ resolve: () => 'somewhere' });
    expect(refused(repositoryNameRefusals({ ...NAME, location }))).toEqual([]);
  });

  test('may not hold an id that Google refuses', () => {
    expect(refused(repositoryNameRefusals({ ...NAME, repositoryId: 'my_images' }))).toEqual([
      "'repositoryId' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'my_images'",
    ]);
  });
});
