import { diskRefusals, nodeDisks } from '../../../../lib/cloud/google/gke/node-pool-disks';
import { refused } from './refused';

describe('nodeDisks', () => {
  test.each([
    ['e2-standard-4', 'pd-balanced'],
    ['n4-standard-4', 'hyperdisk-balanced'],
  ])('of %s are %s, of 50 GiB', (machineType, diskType) => {
    expect(nodeDisks({ machineType })).toEqual({ diskSizeGb: 50, diskType });
  });

  test('are as told', () => {
    const disks = { diskSizeGib: 100, diskType: 'pd-ssd', localSsdCount: 2 } as const;
    expect(nodeDisks({ machineType: 'n2-standard-8', ...disks })).toEqual({
      diskSizeGb: 100,
      diskType: 'pd-ssd',
      ephemeralStorageLocalSsdConfig: { localSsdCount: 2 },
    });
  });
});

describe('diskRefusals', () => {
  test('accept disks that the machines take', () => {
    const disks = { diskType: 'hyperdisk-balanced', diskSizeGib: 20 } as const;
    expect(refused(diskRefusals({ machineType: 'c3-standard-4', ...disks }))).toEqual([]);
  });

  test('refuse a disk too small to boot from', () => {
    expect(refused(diskRefusals({ machineType: 'e2-standard-4', diskSizeGib: 10 }))).toEqual([
      "'diskSizeGib' must be a whole number of at least 20, got 10",
    ]);
  });

  test.each([
    ['n4-standard-4', 'pd-ssd' as const, 'hyperdisk-balanced'],
    ['e2-standard-4', 'hyperdisk-balanced' as const, 'pd-balanced, pd-ssd or pd-standard'],
  ])('refuse to boot %s from %s', (machineType, diskType, types) => {
    expect(refused(diskRefusals({ machineType, diskType }))).toEqual([
      `'diskType' must be ${types} for ${machineType}, got '${diskType}'`,
    ]);
  });

  test.each([
    [
      'e2-standard-4',
      1,
      'must be left out for e2-standard-4, which takes no local SSDs, got 1; choose machines that do, such as n2 or n2d',
    ],
    [
      'c3-standard-8-lssd',
      2,
      'must be left out for c3-standard-8-lssd, which brings its own, and GKE uses them, got 2',
    ],
    ['n2-standard-8', 25, 'must be a whole number from 1 to 24, got 25'],
  ])('refuse %s with %i local SSDs', (machineType, localSsdCount, message) => {
    expect(refused(diskRefusals({ machineType, localSsdCount }))).toEqual([`'localSsdCount' ${message}`]);
  });
});
