import { claimSpec, isShared, storageClassOf } from '../../../lib/workloads/pod/disk';

describe('a disk', () => {
  test('is of the standard class unless it says otherwise', () => {
    expect(storageClassOf({ size: '1Gi' })).toBe('standard-ssd');
    expect(storageClassOf({ size: '1Gi', storageClass: 'fast-ssd' })).toBe('fast-ssd');
  });

  test.each([
    ['standard-ssd', false, 'ReadWriteOnce'],
    ['fast-ssd', false, 'ReadWriteOnce'],
    ['shared', true, 'ReadWriteMany'],
  ] as const)('of the class %s is for several nodes: %p', (storageClass, shared, mode) => {
    expect(isShared({ size: '1Gi', storageClass })).toBe(shared);
    expect(claimSpec({ size: '1Gi', storageClass }).accessModes).toEqual([mode]);
  });
});
