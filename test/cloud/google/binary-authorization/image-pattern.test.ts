import { Token } from 'cdktf';
import { imagePatternRefusal } from '../../../../lib/cloud/google/binary-authorization/image-pattern';

describe('a pattern of images', () => {
  test.each([
    'docker.io/istio/*',
    'quay.io/argoproj/**',
    'europe-west1-docker.pkg.dev/funlynk-prod/funlynk-production/api*',
    'registry.k8s.io/pause:3.9',
    'gcr.io/distroless/static@sha256:0123',
    'localhost:5000/api',
    'docker.io/*',
    Token.asString({ resolve: () => 'later' }),
  ])('may be %s', (pattern) => {
    expect(imagePatternRefusal('exemptImages', pattern)).toBeUndefined();
  });

  test.each(['*', '**', '*/*', '/'])('must not be every image, as %s is', (pattern) => {
    expect(imagePatternRefusal('exemptImages', pattern)).toMatchObject({ rule: 'must not be every image' });
  });

  test.each(['nginx', 'nginx*', '*.io/nginx', 'docker.io/*/nginx', 'docker.io/a***', 'docker.io//a', 'docker.io/', ''])(
    'must have a registry, a path, and asterisks at the end only, unlike %p',
    (pattern) => {
      expect(imagePatternRefusal('exemptImages', pattern)).toMatchObject({ property: 'exemptImages', got: pattern });
    },
  );
});
