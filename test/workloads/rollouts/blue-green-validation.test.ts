import type { BlueGreen } from '../../../lib/core/model/rollout';
import { makingOf } from '../sample-workload';
import { ANALYSIS, BLUE_GREEN, WATCHED } from './sample-rollout';

const making = (changes: Partial<BlueGreen>): (() => void) =>
  makingOf({ ...WATCHED, rollout: { ...BLUE_GREEN, ...changes } });

describe('a blue-green rollout is refused', () => {
  test('that is promoted before it begins', () => {
    expect(making({ autoPromotionSeconds: -1 })).toThrow(
      "test/sample: 'rollout.autoPromotionSeconds' must be a whole number of seconds, 0 or more, got -1",
    );
  });

  test('that keeps the old version for less than no time', () => {
    expect(making({ scaleDownDelaySeconds: -1 })).toThrow(
      "test/sample: 'rollout.scaleDownDelaySeconds' must be a whole number of seconds, 0 or more, got -1",
    );
  });

  test('that gives up the old version while the new one is measured', () => {
    expect(making({ scaleDownDelaySeconds: 299 })).toThrow(
      "test/sample: 'rollout.scaleDownDelaySeconds' must be at least 300, the time of 5 measurements, " +
        'so that there is an old version to go back to, got 299',
    );
  });

  test('whose measurements outlast the delay that it did not name', () => {
    expect(making({ analysis: { ...ANALYSIS, intervalSeconds: 121 } })).toThrow(
      "test/sample: 'rollout.scaleDownDelaySeconds' must be at least 605, the time of 5 measurements, " +
        'so that there is an old version to go back to, got 600',
    );
  });
});

test.each([{ scaleDownDelaySeconds: 300 }, { autoPromotionSeconds: 0 }])(
  'a blue-green rollout with %j is accepted',
  (changes) => {
    expect(making(changes)).not.toThrow();
  },
);
