import { tagConditions, tagRefusals } from '../../../../lib/cloud/aws/backup/resource-tags';

describe('tags that resources are chosen by', () => {
  test('are conditions in the order of their keys', () => {
    expect(tagConditions({ b: '2', a: '1' })).toEqual([
      { key: 'aws:ResourceTag/a', value: '1' },
      { key: 'aws:ResourceTag/b', value: '2' },
    ]);
  });

  test('have a key, and are not too long', () => {
    expect(tagRefusals('tags', { a: '' })).toEqual([undefined]);
    expect(tagRefusals('tags', { '': 'x', b: 'x'.repeat(257) })).toEqual([
      expect.objectContaining({ property: 'tags.' }),
      expect.objectContaining({
        property: 'tags.b',
        rule: 'must be a key from 1 to 128 characters with a value of up to 256',
      }),
    ]);
  });
});
