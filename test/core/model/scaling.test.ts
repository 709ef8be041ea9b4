import { maxReplicas, minReplicas } from '../../../lib/core/model/scaling';

test.each([
  [2, 2, 2],
  [0, 0, 0],
  [{ min: 3, max: 10 }, 3, 10],
])('of replicas %j at least %i and at most %i pods run', (replicas, fewest, most) => {
  expect(minReplicas(replicas)).toBe(fewest);
  expect(maxReplicas(replicas)).toBe(most);
});
