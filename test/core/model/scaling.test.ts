import { maxReplicas } from '../../../lib/core/model/scaling';

test.each([
  [2, 2],
  [0, 0],
  [{ min: 3, max: 10 }, 10],
])('of replicas %j at most %i pods run', (replicas, most) => {
  expect(maxReplicas(replicas)).toBe(most);
});
