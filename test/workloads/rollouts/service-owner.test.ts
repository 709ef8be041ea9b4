import { objectsOf } from '../sample-workload';
import { BLUE_GREEN, CANARY, WATCHED } from './sample-rollout';

test.each([
  ['a canary of Argo Rollouts', CANARY, ['sample-canary', 'sample']],
  ['a blue-green rollout of Argo Rollouts', BLUE_GREEN, ['sample-preview', 'sample']],
  ['a canary of Flagger, which makes them', { ...CANARY, engine: 'flagger' as const }, []],
  ['a rolling update', { strategy: 'RollingUpdate' as const }, ['sample']],
])('the Services of %s are those that the workload writes', (_, rollout, names) => {
  expect(
    objectsOf({ ...WATCHED, rollout })
      .names('Service')
      .toSorted(),
  ).toEqual(names.toSorted());
});
