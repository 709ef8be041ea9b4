import type { Rollout } from '../../../lib/core/model/rollout';
import { makingOf, STATEFUL_SET } from '../sample-workload';
import { WATCHED } from './sample-rollout';

const making = (rollout: Rollout): (() => void) => makingOf({ ...WATCHED, rollout });

describe('a rollout is refused', () => {
  test.each<[string, Omit<Rollout, 'strategy'>, string]>([
    [
      'that keeps less than no version',
      { revisionHistoryLimit: -1 },
      "test/sample: 'rollout.revisionHistoryLimit' must be a whole number, 0 or more, got -1",
    ],
    [
      'that may take no time',
      { progressDeadlineSeconds: 0 },
      "test/sample: 'rollout.progressDeadlineSeconds' must be a whole number of seconds, 1 or more, got 0",
    ],
    [
      'whose pods are ready before they are',
      { minReadySeconds: -5 },
      "test/sample: 'rollout.minReadySeconds' must be a whole number of seconds, 0 or more, got -5",
    ],
    [
      'that gives up before a pod counts as ready',
      { progressDeadlineSeconds: 30, minReadySeconds: 30 },
      "test/sample: 'rollout.progressDeadlineSeconds' must be more than rollout.minReadySeconds (30), got 30",
    ],
    [
      'whose pods take longer than the deadline that it did not name',
      { minReadySeconds: 900 },
      "test/sample: 'rollout.progressDeadlineSeconds' must be more than rollout.minReadySeconds (900), got 600",
    ],
  ])('%s', (_, fields, message) => {
    expect(making({ strategy: 'Recreate', ...fields })).toThrow(message);
  });
});

test.each<[string, Rollout]>([
  ['without anything said', { strategy: 'RollingUpdate' }],
  ['that keeps no version', { strategy: 'Recreate', revisionHistoryLimit: 0 }],
  ['with time to get ready', { strategy: 'RollingUpdate', minReadySeconds: 30, progressDeadlineSeconds: 31 }],
])('a rollout %s is accepted', (_, rollout) => {
  expect(making(rollout)).not.toThrow();
});

test('what has no rollout says nothing wrong of it', () => {
  expect(makingOf(STATEFUL_SET)).not.toThrow();
});
