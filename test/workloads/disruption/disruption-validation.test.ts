import type { Disruption, DisruptionLimit } from '../../../lib/core/model/disruption';
import { making, makingOf, STATEFUL_SET } from '../sample-workload';

function backend(disruption: Disruption, replicas = 3): () => void {
  return making({ replicas, disruption });
}

function quorum(limit: DisruptionLimit, replicas = 5): () => void {
  return makingOf({ ...STATEFUL_SET, replicas, quorum: { port: 'sql' }, disruption: { limit } });
}

const SCHEDULE = { timeZone: 'Etc/UTC', start: '0 8 * * *', end: '0 18 * * *' };

describe('a limit of disruption is refused', () => {
  test('with two limits at once', () => {
    expect(backend({ limit: { maxUnavailable: 1, minAvailable: 1 } })).toThrow(
      "test/backend: 'disruption.limit' must have one of maxUnavailable and minAvailable, " +
        'got ["maxUnavailable","minAvailable"]',
    );
  });

  test.each([-1, 1.5])('with %p pods', (maxUnavailable) => {
    expect(backend({ limit: { maxUnavailable } })).toThrow(
      "test/backend: 'disruption.limit.maxUnavailable' must be a whole number, 0 or more, or a share from 0% to 100%, " +
        `got ${maxUnavailable}`,
    );
  });

  test.each(['101%', '-5%', '2.5%', '05%'] as const)('with a share of %s', (minAvailable) => {
    expect(backend({ limit: { minAvailable } })).toThrow(
      "test/backend: 'disruption.limit.minAvailable' must be a whole number, 0 or more, or a share from 0% to 100%, " +
        `got '${minAvailable}'`,
    );
  });

  test('with a share that is none, for a time', () => {
    expect(backend({ schedule: { ...SCHEDULE, limit: { maxUnavailable: '200%' } } })).toThrow(
      "test/backend: 'disruption.schedule.limit.maxUnavailable' must be a whole number, 0 or more, " +
        "or a share from 0% to 100%, got '200%'",
    );
  });

  test.each<DisruptionLimit>([
    { maxUnavailable: 0 },
    { maxUnavailable: '0%' },
    { minAvailable: 3 },
    { minAvailable: 4 },
    { minAvailable: '100%' },
  ])('where %j never lets one of three pods go', (limit) => {
    expect(backend({ limit })).toThrow(
      "test/backend: 'disruption.limit' must let one of 3 pods go, or their nodes are never drained, " +
        `got ${JSON.stringify(limit)}; or have it hold for a time by disruption.schedule`,
    );
  });

  test('where it lets no pod go at any time', () => {
    const limit = { minAvailable: '100%' } as const;
    expect(backend({ limit, schedule: { ...SCHEDULE, limit: { maxUnavailable: 0 } } })).toThrow(
      "test/backend: 'disruption.schedule.limit' must let one of 3 pods go, as disruption.limit never does, " +
        'got {"maxUnavailable":0}',
    );
  });

  test.each<DisruptionLimit>([{ maxUnavailable: 3 }, { maxUnavailable: '50%' }, { minAvailable: 2 }])(
    'where %j leaves a quorum of five no majority',
    (limit) => {
      expect(quorum(limit)).toThrow(
        `test/sample: 'disruption.limit' must leave a majority: 3 of 5 members, got ${JSON.stringify(limit)}`,
      );
    },
  );

  test('where a quorum has no majority for a time', () => {
    const disruption = { schedule: { ...SCHEDULE, limit: { maxUnavailable: 3 } } };
    expect(makingOf({ ...STATEFUL_SET, replicas: 5, quorum: { port: 'sql' }, disruption })).toThrow(
      "test/sample: 'disruption.schedule.limit' must leave a majority: 3 of 5 members, " + 'got {"maxUnavailable":3}',
    );
  });
});

describe('a limit of disruption is accepted', () => {
  test.each<DisruptionLimit>([
    { maxUnavailable: 1 },
    { maxUnavailable: '1%' },
    { maxUnavailable: '100%' },
    { minAvailable: 2 },
    { minAvailable: 0 },
    { minAvailable: '66%' },
  ])('where %j lets one of three pods go', (limit) => {
    expect(backend({ limit })).not.toThrow();
  });

  test('where it lets no pod go for a time only, or all but for a time', () => {
    const none = { maxUnavailable: 0 };
    expect(backend({ schedule: { ...SCHEDULE, limit: none } })).not.toThrow();
    expect(backend({ limit: none, schedule: { ...SCHEDULE, limit: { maxUnavailable: 1 } } })).not.toThrow();
  });

  test('where an environment runs one pod of what it is about', () => {
    expect(backend({ limit: { minAvailable: 2 } }, 1)).not.toThrow();
    expect(quorum({ minAvailable: 3 }, 1)).not.toThrow();
    expect(quorum({ maxUnavailable: 1 }, 1)).not.toThrow();
  });

  test.each<DisruptionLimit>([{ maxUnavailable: 2 }, { minAvailable: 3 }])('where %j leaves a majority', (limit) => {
    expect(quorum(limit)).not.toThrow();
  });
});
