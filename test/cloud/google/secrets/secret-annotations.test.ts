import { annotationRefusals } from '../../../../lib/cloud/google/secrets/secret-annotations';

const refusals = (annotations?: Record<string, string>) =>
  annotationRefusals('annotations', annotations).filter(Boolean);

describe('annotationRefusals', () => {
  test('accepts annotations that Secret Manager takes, and none', () => {
    expect(refusals({ a: 'Anything at all', 'owner.team_a-1': '' })).toEqual([]);
    expect(refusals()).toEqual([]);
  });

  test.each(['', '-a', 'a-', 'a/b', 'a'.repeat(64)])('refuses the key %p', (key) => {
    expect(refusals({ [key]: '' })).toEqual([
      {
        property: 'annotations',
        rule: 'must have keys of up to 63 letters, digits, dashes, dots and underscores, letters or digits at both ends',
        got: key,
      },
    ]);
  });

  test('refuses 16 KiB of keys and values', () => {
    expect(refusals({ a: 'a'.repeat(16_382) })).toEqual([]);
    expect(refusals({ a: 'a'.repeat(16_383) })).toEqual([
      { property: 'annotations', rule: 'must be less than 16384 bytes in all', got: 16_384 },
    ]);
  });
});
