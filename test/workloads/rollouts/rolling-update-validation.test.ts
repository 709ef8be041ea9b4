import type { RollingUpdate } from '../../../lib/core/model/rollout';
import { makingOf } from '../sample-workload';
import { WATCHED } from './sample-rollout';

const making = (fields: Omit<RollingUpdate, 'strategy'>): (() => void) =>
  makingOf({ ...WATCHED, rollout: { strategy: 'RollingUpdate', ...fields } });

describe('a rolling update is refused', () => {
  test.each([-1, 1.5, '25', '101%', '-5%', 'all'])('with %p pods that may be missing', (maxUnavailable) => {
    const got = typeof maxUnavailable === 'string' ? `'${maxUnavailable}'` : maxUnavailable;
    expect(making({ maxUnavailable })).toThrow(
      `test/sample: 'rollout.maxUnavailable' must be a whole number, 0 or more, or a share from 0% to 100%, got ${got}`,
    );
  });

  test('with a share of pods to add that is none', () => {
    expect(making({ maxSurge: '1.5%' })).toThrow(
      "test/sample: 'rollout.maxSurge' must be a whole number, 0 or more, or a share from 0% to 100%, got '1.5%'",
    );
  });

  test.each([
    [{ maxSurge: 0 }, '0'],
    [{ maxSurge: '0%', maxUnavailable: '0%' }, "'0%'"],
  ])('that can replace nothing: %j', (fields, got) => {
    expect(making(fields)).toThrow(
      "test/sample: 'rollout.maxSurge' must be more than 0 where rollout.maxUnavailable is 0, " +
        `or no pod could ever be replaced, got ${got}`,
    );
  });
});

test.each([{ maxSurge: '25%' }, { maxSurge: 0, maxUnavailable: 1 }, { maxUnavailable: '100%', maxSurge: 0 }])(
  'a rolling update with %j is accepted',
  (fields) => {
    expect(making(fields)).not.toThrow();
  },
);
