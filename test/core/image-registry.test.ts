import { imageReference, isDigest, TAG } from '../../lib/core/image-registry';

const DIGEST = `sha256:${'0a'.repeat(32)}`;

test.each([
  [{ tag: 'v1', digest: DIGEST }, `ghcr.io/funlynk/backend:v1@${DIGEST}`],
  [{ tag: 'v1' }, 'ghcr.io/funlynk/backend:v1'],
  [{ digest: DIGEST }, `ghcr.io/funlynk/backend@${DIGEST}`],
  [{}, 'ghcr.io/funlynk/backend'],
])('the version %j gives %s', (version, reference) => {
  expect(imageReference('ghcr.io/funlynk/backend', version)).toBe(reference);
});

test.each([
  [DIGEST, true],
  [DIGEST.slice(0, -1), false],
  [DIGEST.toUpperCase(), false],
  [`md5:${'0'.repeat(32)}`, false],
])("'%s' is a digest: %s", (text, valid) => {
  expect(isDigest(text)).toBe(valid);
});

test.each([
  ['v1.4.2', true],
  ['_build-7', true],
  ['a'.repeat(128), true],
  ['a'.repeat(129), false],
  ['.v1', false],
  ['feature/login', false],
  ['', false],
])("'%s' is a tag: %s", (text, valid) => {
  expect(TAG.test(text)).toBe(valid);
});
