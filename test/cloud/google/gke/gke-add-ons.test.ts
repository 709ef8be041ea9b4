import { autopilotAddOns, standardAddOnRefusals, standardAddOns } from '../../../../lib/cloud/google/gke/gke-add-ons';

describe('standardAddOns', () => {
  test('are persistent disks and load balancing by default, all else turned off', () => {
    expect(standardAddOns({}).addonsConfig).toEqual({
      gcePersistentDiskCsiDriverConfig: { enabled: true },
      gcpFilestoreCsiDriverConfig: { enabled: false },
      gcsFuseCsiDriverConfig: { enabled: false },
      parallelstoreCsiDriverConfig: { enabled: false },
      lustreCsiDriverConfig: { enabled: false },
      gkeBackupAgentConfig: { enabled: false },
      statefulHaConfig: { enabled: false },
      httpLoadBalancing: { disabled: false },
      dnsCacheConfig: { enabled: false },
    });
  });

  test('are those that are named', () => {
    expect(
      standardAddOns({
        csiDrivers: ['filestore', 'gcs-fuse', 'parallelstore', 'lustre'],
        backupAgent: true,
        statefulHa: true,
      }).addonsConfig,
    ).toMatchObject({
      gcePersistentDiskCsiDriverConfig: { enabled: false },
      gcpFilestoreCsiDriverConfig: { enabled: true },
      gcsFuseCsiDriverConfig: { enabled: true },
      parallelstoreCsiDriverConfig: { enabled: true },
      lustreCsiDriverConfig: { enabled: true },
      gkeBackupAgentConfig: { enabled: true },
      statefulHaConfig: { enabled: true },
    });
  });

  test('are refused where stateful pods have no disks to move with', () => {
    expect(standardAddOnRefusals({ statefulHa: true, csiDrivers: ['filestore'] })).toEqual([
      { property: 'csiDrivers', rule: 'must hold persistent-disk for statefulHa', got: ['filestore'] },
    ]);
    expect(standardAddOnRefusals({ statefulHa: true })).toEqual([]);
    expect(standardAddOnRefusals({ csiDrivers: [] })).toEqual([]);
  });
});

describe('autopilotAddOns', () => {
  test('leave alone what Autopilot has always, and turn the rest off by default', () => {
    expect(autopilotAddOns({}).addonsConfig).toEqual({
      parallelstoreCsiDriverConfig: { enabled: false },
      lustreCsiDriverConfig: { enabled: false },
      gkeBackupAgentConfig: { enabled: false },
    });
  });

  test('are those that are named', () => {
    expect(autopilotAddOns({ csiDrivers: ['parallelstore', 'lustre'], backupAgent: true }).addonsConfig).toEqual({
      parallelstoreCsiDriverConfig: { enabled: true },
      lustreCsiDriverConfig: { enabled: true },
      gkeBackupAgentConfig: { enabled: true },
    });
  });
});
