import { checkImages } from '../../lib/checks/images';
import type { EnvironmentOutput } from '../../lib/checks/output';
import type { Finding } from '../../lib/core/finding';
import { cluster, controller, environment } from './fixtures';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

const check = (image: string, fields: Partial<EnvironmentOutput> = {}): readonly Finding[] => {
  const manifests = [controller('web', { container: { image } })];
  const clusters = [cluster(manifests, { immutableRegistries: ['other.example', 'registry.example/shop'] })];
  return checkImages(environment([], { clusters, ...fields }));
};

test.each([
  ['a digest', `docker.io/library/web@${DIGEST}`],
  ['a tag and a digest', `docker.io/library/web:latest@${DIGEST}`],
  ['a tag of a registry whose tags are immutable', 'registry.example/shop/web:v1'],
])('%s is sound', (_, image) => {
  expect(check(image)).toEqual([]);
});

test.each(['web', 'web:latest', 'registry.example:5000/web', 'registry.example/shop/web:latest', 'web@sha256:abc'])(
  '%s has no version, in whatever profile',
  (image) => {
    const finding = {
      rule: 'image-tag',
      severity: 'error',
      resource: 'web',
      path: 'deployment-web.yaml',
      message: `image ${image} has no version of its own`,
      remedy: 'set services.web.tag or digest in the environment file',
    };

    expect(check(image)).toEqual([finding]);
    expect(check(image, { profile: 'development' })).toEqual([finding]);
  },
);

test.each(['docker.io/library/web:v1', 'registry.example/shopping/web:v1', 'web:v1@sha256:abc'])(
  '%s is named by a tag that can be moved',
  (image) => {
    expect(check(image)).toEqual([
      {
        rule: 'image-digest',
        severity: 'error',
        resource: 'web',
        path: 'deployment-web.yaml',
        message: `image ${image} is named by a tag that can be moved`,
        remedy: "set services.web.digest, or pull from the cluster's registry, whose tags are immutable",
      },
    ]);
  },
);

test('a tag that can be moved is good enough for development', () => {
  expect(check('docker.io/library/web:v1', { profile: 'development' })).toEqual([]);
});

test('images of init containers are looked at too', () => {
  const web = controller('web', { pod: { initContainers: [{ name: 'first', image: 'first' }] } });

  expect(checkImages(environment([web], { profile: 'development' }))).toMatchObject([
    { message: 'image first has no version of its own' },
  ]);
});
