import {
  maintenanceWindowRefusals,
  type MaintenanceWindow,
} from '../../../../lib/cloud/google/gke/gke-maintenance-window';

/** Four hours a day. */
const WINDOW = { startTime: '2026-01-01T00:00:00Z', endTime: '2026-01-01T04:00:00Z', recurrence: 'FREQ=DAILY' };

function refusals(window: Partial<MaintenanceWindow>): unknown[] {
  return maintenanceWindowRefusals({ ...WINDOW, ...window }).filter((refusal) => refusal !== undefined);
}

describe('maintenanceWindowRefusals', () => {
  test.each([
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=7',
    'FREQ=WEEKLY;BYDAY=SA,SU',
    'FREQ=WEEKLY;BYDAY=SA',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU;WKST=MO',
  ])('accept four hours of %s: 48 of them or more in 92 days', (recurrence) => {
    expect(refusals({ recurrence })).toEqual([]);
  });

  test.each(['FREQ=DAILY;INTERVAL=8', 'FREQ=WEEKLY;INTERVAL=2', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=SA,SU'])(
    'refuse four hours of %s, which are less',
    (recurrence) => {
      expect(refusals({ recurrence })).toEqual([
        {
          property: 'maintenanceWindow.recurrence',
          rule: 'must leave 48 hours in any 92 days for maintenance, as GKE demands',
          got: `${recurrence}, 4 hours each`,
          remedy: 'name more days, or a longer window',
        },
      ]);
    },
  );

  test.each(['FREQ=MONTHLY;BYDAY=1SU', 'FREQ=WEEKLY;BYMONTH=1', 'FREQ=DAILY;BYDAY=SU'])(
    'leave %s for GKE to count',
    (recurrence) => {
      expect(refusals({ recurrence })).toEqual([]);
    },
  );

  test.each(['RRULE:FREQ=DAILY', 'daily', 'FREQ=DAILY;'])('refuse %s, which is no rule', (recurrence) => {
    expect(refusals({ recurrence })).toEqual([
      {
        property: 'maintenanceWindow.recurrence',
        rule: 'must be a rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=SA,SU',
        got: recurrence,
      },
    ]);
  });

  test.each(['FREQ=DAILY;COUNT=90', 'FREQ=DAILY;UNTIL=20270101T000000Z'])(
    'refuse %s, after which there is no maintenance',
    (recurrence) => {
      expect(refusals({ recurrence })).toEqual([
        {
          property: 'maintenanceWindow.recurrence',
          rule: 'must recur without an end',
          got: recurrence,
          remedy: 'leave COUNT and UNTIL out',
        },
      ]);
    },
  );

  test.each(['2026-01-01T03:59:59Z', '2025-12-31T00:00:00Z'])(
    'refuse an end (%s) that leaves no four hours',
    (endTime) => {
      expect(refusals({ endTime })).toEqual([
        { property: 'maintenanceWindow.endTime', rule: 'must be 4 hours after startTime at least', got: endTime },
      ]);
    },
  );

  test('refuse what are no moments, both at once', () => {
    expect(refusals({ startTime: '02:00', endTime: '06:00' })).toMatchObject([
      { property: 'maintenanceWindow.startTime', got: '02:00' },
      { property: 'maintenanceWindow.endTime', got: '06:00' },
    ]);
  });
});
