import { maintenance, maintenanceRefusals } from '../../../../lib/cloud/google/gke/gke-maintenance';

describe('maintenance', () => {
  test('is on weekends, in the regular channel, by default', () => {
    expect(maintenance({})).toEqual({
      releaseChannel: { channel: 'REGULAR' },
      maintenancePolicy: {
        recurringWindow: {
          startTime: '2025-01-04T02:00:00Z',
          endTime: '2025-01-04T08:00:00Z',
          recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU',
        },
      },
    });
  });

  test('has a default that is not refused', () => {
    const window = maintenance({}).maintenancePolicy?.recurringWindow;
    expect(maintenanceRefusals(window === undefined ? {} : { maintenanceWindow: window })).not.toContainEqual(
      expect.anything(),
    );
  });

  test('is when it is asked for, and not when it is not', () => {
    const maintenanceWindow = {
      startTime: '2026-01-01T00:00:00Z',
      endTime: '2026-01-01T04:00:00Z',
      recurrence: 'FREQ=DAILY',
    };
    expect(
      maintenance({
        releaseChannel: 'STABLE',
        maintenanceWindow,
        maintenanceExclusions: {
          sales: { startTime: '2026-11-20T00:00:00Z', endTime: '2026-12-01T00:00:00Z', scope: 'NO_UPGRADES' },
        },
      }),
    ).toMatchObject({
      releaseChannel: { channel: 'STABLE' },
      maintenancePolicy: { recurringWindow: maintenanceWindow, maintenanceExclusion: [{ exclusionName: 'sales' }] },
    });
  });

  test('is refused where a window or an exclusion is', () => {
    expect(
      maintenanceRefusals({
        maintenanceWindow: { startTime: 'x', endTime: 'y', recurrence: 'z' },
        maintenanceExclusions: { e: { startTime: 'x', endTime: 'y', scope: 'NO_UPGRADES' } },
      }).flatMap((refusal) => refusal?.property ?? []),
    ).toEqual([
      'maintenanceWindow.startTime',
      'maintenanceWindow.endTime',
      'maintenanceWindow.recurrence',
      'maintenanceExclusions.e.startTime',
      'maintenanceExclusions.e.endTime',
    ]);
  });
});
