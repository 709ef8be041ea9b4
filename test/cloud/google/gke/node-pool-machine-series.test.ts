import {
  bootDisks,
  canBeCompact,
  canNest,
  confidentialTechnology,
  localSsds,
  machineSeries,
} from '../../../../lib/cloud/google/gke/node-pool-machine-series';

describe('machine series', () => {
  test.each([
    ['n2d-standard-4', 'n2d'],
    ['e2-custom-4-8192', 'e2'],
    ['custom-4-8192', 'n1'],
    ['a4x-highgpu-4g', 'a4x'],
    ['something', 'something'],
  ])('of %s is %s', (machineType, series) => {
    expect(machineSeries(machineType)).toBe(series);
  });

  test.each([
    ['n4-standard-4', 'hyperdisk'],
    ['a3-ultragpu-8g', 'hyperdisk'],
    ['e2-standard-4', 'persistent-disk'],
    ['c3-standard-4', 'both'],
    ['z9-standard-4', 'both'],
  ])('boot disks of %s: %s', (machineType, disks) => {
    expect(bootDisks(machineType)).toBe(disks);
  });

  test.each([
    ['n2-standard-8', 'chosen'],
    ['g2-standard-8', 'chosen'],
    ['c3-standard-8-lssd', 'built-in'],
    ['z3-highmem-88', 'built-in'],
    ['e2-standard-4', 'none'],
  ])('local SSDs of %s: %s', (machineType, ssds) => {
    expect(localSsds(machineType)).toBe(ssds);
  });

  test.each([
    ['n2d-standard-4', 'SEV'],
    ['c3-standard-4', 'TDX'],
    ['e2-standard-4', undefined],
  ])('memory of %s is encrypted by %s', (machineType, type) => {
    expect(confidentialTechnology(machineType)).toBe(type);
  });

  test('says of an unknown series that it can', () => {
    expect([canBeCompact('z9-standard-4'), canNest('z9-standard-4')]).toEqual([true, true]);
    expect([canBeCompact('e2-standard-4'), canNest('e2-standard-4')]).toEqual([false, false]);
  });
});
