import {
  maintenanceExclusionBlocks,
  maintenanceExclusionRefusals,
  type MaintenanceExclusion,
} from '../../../../lib/cloud/google/gke/gke-maintenance-exclusion';

const FREEZE: MaintenanceExclusion = {
  startTime: '2026-10-01T00:00:00Z',
  endTime: '2026-12-30T00:00:00Z',
  scope: 'NO_UPGRADES',
};

function refusals(exclusions: Readonly<Record<string, MaintenanceExclusion>>): unknown[] {
  return maintenanceExclusionRefusals(exclusions).filter((refusal) => refusal !== undefined);
}

/** That many exclusions of one scope. */
function many(count: number, scope: MaintenanceExclusion['scope']): Readonly<Record<string, MaintenanceExclusion>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`e${index}`, { ...FREEZE, scope }]));
}

describe('maintenance exclusions', () => {
  test('are written by name, in order of their names', () => {
    const other: MaintenanceExclusion = { ...FREEZE, scope: 'NO_MINOR_UPGRADES' };
    expect(maintenanceExclusionBlocks({ sales: FREEZE, audit: other })).toEqual([
      {
        exclusionName: 'audit',
        startTime: '2026-10-01T00:00:00Z',
        endTime: '2026-12-30T00:00:00Z',
        exclusionOptions: { scope: 'NO_MINOR_UPGRADES' },
      },
      expect.objectContaining({ exclusionName: 'sales', exclusionOptions: { scope: 'NO_UPGRADES' } }),
    ]);
  });

  test('may be three that stop everything for 90 days, and twenty in all', () => {
    expect(refusals(many(3, 'NO_UPGRADES'))).toEqual([]);
    expect(refusals(many(20, 'NO_MINOR_UPGRADES'))).toEqual([]);
  });

  test('may last longer where patches still arrive', () => {
    expect(
      refusals({ year: { ...FREEZE, endTime: '2027-09-30T00:00:00Z', scope: 'NO_MINOR_OR_NODE_UPGRADES' } }),
    ).toEqual([]);
  });

  test('are refused where they stop everything for longer than 90 days', () => {
    expect(refusals({ freeze: { ...FREEZE, endTime: '2026-12-30T00:00:01Z' } })).toEqual([
      {
        property: 'maintenanceExclusions.freeze.endTime',
        rule: 'must be within 90 days of startTime for scope NO_UPGRADES',
        got: '2026-12-30T00:00:01Z',
        remedy: 'choose scope NO_MINOR_OR_NODE_UPGRADES, which lasts as long as the minor version',
      },
    ]);
  });

  test('are refused where more than three stop everything', () => {
    expect(refusals(many(4, 'NO_UPGRADES'))).toEqual([
      {
        property: 'maintenanceExclusions',
        rule: 'must be at most 3 of scope NO_UPGRADES',
        got: ['e0', 'e1', 'e2', 'e3'],
        remedy: 'remove those that are past, or choose another scope',
      },
    ]);
  });

  test('are refused beyond twenty', () => {
    expect(refusals(many(21, 'NO_MINOR_UPGRADES'))).toEqual([
      {
        property: 'maintenanceExclusions',
        rule: 'must be at most 20',
        got: 21,
        remedy: 'remove those that are past',
      },
    ]);
  });

  test('are refused where they end before they begin', () => {
    expect(refusals({ freeze: { ...FREEZE, endTime: FREEZE.startTime } })).toEqual([
      {
        property: 'maintenanceExclusions.freeze.endTime',
        rule: 'must be after startTime (2026-10-01T00:00:00Z)',
        got: '2026-10-01T00:00:00Z',
      },
    ]);
  });

  test('are refused where their times are none', () => {
    expect(refusals({ freeze: { ...FREEZE, startTime: 'October', endTime: 'December' } })).toMatchObject([
      { property: 'maintenanceExclusions.freeze.startTime', got: 'October' },
      { property: 'maintenanceExclusions.freeze.endTime', got: 'December' },
    ]);
  });
});
