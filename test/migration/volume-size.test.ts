import { canGrow, compareSizes, reclaimPolicyOf, sizeOf } from '../../lib/migration/volume-size';
import { asking, filesOf, object } from './versions';

const FILES = filesOf([
  object('StorageClass', 'grows', { allowVolumeExpansion: true, reclaimPolicy: 'Retain' }),
  object('StorageClass', 'fixed'),
]);

describe('the size of a claim', () => {
  test('is read as text or number', () => {
    expect(sizeOf(asking('20Gi'))).toBe('20Gi');
    expect(sizeOf(asking(1024))).toBe('1024');
    expect(sizeOf({})).toBeUndefined();
  });

  test.each([
    ['1Gi', '1024Mi', 'same'],
    ['1Gi', '1G', 'smaller'],
    ['900Mi', '1Gi', 'larger'],
    [undefined, '1Gi', 'larger'],
    ['1Gi', undefined, 'smaller'],
  ])('goes from %s to %s: %s', (before, after, result) => {
    expect(compareSizes(before, after)).toBe(result);
  });
});

describe('a storage class', () => {
  test('lets disks grow where it says so, or where the manifests do not bring it', () => {
    expect(canGrow(FILES, 'grows')).toBe(true);
    expect(canGrow(FILES, 'fixed')).toBe(false);
    expect(canGrow(FILES, 'gp2')).toBe(true);
  });

  test('deletes disks unless it says otherwise', () => {
    expect(reclaimPolicyOf(FILES, 'grows')).toBe('Retain');
    expect(reclaimPolicyOf(FILES, 'fixed')).toBe('Delete');
    expect(reclaimPolicyOf(FILES, undefined)).toBe('Delete');
  });
});
