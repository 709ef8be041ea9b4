import { upgradeRefusals, upgradeSettings } from '../../../../lib/cloud/google/gke/node-pool-upgrade';
import { refused } from './refused';

describe('upgradeSettings', () => {
  test('add one node at a time by default', () => {
    expect(upgradeSettings()).toEqual({ strategy: 'SURGE', maxSurge: 1, maxUnavailable: 0 });
  });

  test('add and miss as many nodes as told, none included', () => {
    expect(upgradeSettings({ strategy: 'SURGE', maxSurge: 0, maxUnavailable: 2 })).toEqual({
      strategy: 'SURGE',
      maxSurge: 0,
      maxUnavailable: 2,
    });
  });

  test('keep the old nodes for an hour, where new ones are made for all', () => {
    expect(upgradeSettings({ strategy: 'BLUE_GREEN' })).toEqual({
      strategy: 'BLUE_GREEN',
      blueGreenSettings: {
        standardRolloutPolicy: { batchNodeCount: 1, batchSoakDuration: '0s' },
        nodePoolSoakDuration: '3600s',
      },
    });
  });

  test('drain a part of the pool at a time, and wait', () => {
    const soak = { batchSoakSeconds: 300, poolSoakSeconds: 0 };
    expect(upgradeSettings({ strategy: 'BLUE_GREEN', batchPercentage: 0.25, ...soak })).toEqual({
      strategy: 'BLUE_GREEN',
      blueGreenSettings: {
        standardRolloutPolicy: { batchPercentage: 0.25, batchSoakDuration: '300s' },
        nodePoolSoakDuration: '0s',
      },
    });
  });
});

describe('upgradeRefusals', () => {
  test('accept what is on by default, said or not', () => {
    expect(refused(upgradeRefusals({}))).toEqual([]);
    expect(refused(upgradeRefusals({ autoRepair: true, autoUpgrade: true }))).toEqual([]);
  });

  test('refuse to keep GKE from repairing and upgrading, both at once', () => {
    expect(refused(upgradeRefusals({ autoRepair: false, autoUpgrade: false }))).toEqual([
      "'autoRepair' must be true on a release channel, as GKE demands, got false; leave it out",
      "'autoUpgrade' must be true on a release channel, as GKE demands, got false; leave it out, and put upgrades off by maintenance exclusions of the cluster",
    ]);
  });

  test.each([
    [{ maxSurge: 0 }, "'upgrade.maxSurge' must be from 1 to 20 together with upgrade.maxUnavailable (0), got 0"],
    [
      { maxSurge: 15, maxUnavailable: 6 },
      "'upgrade.maxSurge' must be from 1 to 20 together with upgrade.maxUnavailable (6), got 15",
    ],
    [{ maxSurge: -1 }, "'upgrade.maxSurge' must be a whole number of at least 0, got -1"],
    [{ maxUnavailable: 0.5 }, "'upgrade.maxUnavailable' must be a whole number of at least 0, got 0.5"],
  ])('refuse a surge of %j', (upgrade, message) => {
    expect(refused(upgradeRefusals({ upgrade: { strategy: 'SURGE', ...upgrade } }))).toEqual([message]);
  });

  test.each([
    [{ batchNodeCount: 1, batchPercentage: 0.5 }, "'upgrade.batchPercentage' must not go with batchNodeCount, got 0.5"],
    [{ batchNodeCount: 0 }, "'upgrade.batchNodeCount' must be a whole number of at least 1, got 0"],
    [{ batchPercentage: 50 }, "'upgrade.batchPercentage' must be a fraction above 0 and up to 1, got 50"],
    [{ batchSoakSeconds: -1 }, "'upgrade.batchSoakSeconds' must be a whole number from 0 to 604800, got -1"],
    [{ poolSoakSeconds: 604801 }, "'upgrade.poolSoakSeconds' must be a whole number from 0 to 604800, got 604801"],
  ])('refuse a second set of nodes with %j', (upgrade, message) => {
    expect(refused(upgradeRefusals({ upgrade: { strategy: 'BLUE_GREEN', ...upgrade } }))).toEqual([message]);
  });
});
