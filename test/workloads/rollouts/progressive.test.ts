import type { Analysis } from '../../../lib/core/model/rollout';
import {
  engineOf,
  isProgressive,
  measuresRequests,
  newVersionService,
} from '../../../lib/workloads/rollouts/progressive';
import { BLUE_GREEN, CANARY } from './sample-rollout';

test.each([
  [CANARY, true],
  [BLUE_GREEN, true],
  [{ strategy: 'RollingUpdate' }, false],
  [{ strategy: 'Recreate' }, false],
  [undefined, false],
] as const)('of the rollout %j, that its new version is watched is %p', (rollout, expected) => {
  expect(isProgressive(rollout)).toBe(expected);
});

test('Argo Rollouts carries out what nobody else is named for', () => {
  expect(engineOf(CANARY)).toBe('argo-rollouts');
  expect(engineOf({ ...CANARY, engine: 'flagger' })).toBe('flagger');
});

test('the Service of the new version has the name of the strategy', () => {
  expect(newVersionService('backend', CANARY)).toBe('backend-canary');
  expect(newVersionService('backend', BLUE_GREEN)).toBe('backend-preview');
});

test.each<[Analysis['metrics'][string], boolean]>([
  [{ kind: 'success-rate', minPercent: 99 }, true],
  [{ kind: 'latency', percentile: 95, maxMilliseconds: 300 }, true],
  [{ kind: 'prometheus', query: 'q', max: 1 }, false],
])('that the metric %j is counted by the mesh is %p', (metric, expected) => {
  expect(measuresRequests({ metrics: { metric } })).toBe(expected);
});
