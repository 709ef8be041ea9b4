import { leastAvailable, majority } from '../../../lib/workloads/disruption/disruption-limit';

describe('the fewest pods that a limit leaves', () => {
  test.each([
    [{ minAvailable: 2 }, 3, 2],
    [{ maxUnavailable: 2 }, 3, 1],
    [{ minAvailable: '80%' }, 10, 8],
    [{ maxUnavailable: '25%' }, 8, 6],
  ] as const)('of %j, of %i pods, are %i', (limit, pods, least) => {
    expect(leastAvailable(limit, pods)).toBe(least);
  });

  test('are rounded as Kubernetes does: up, of those that stay as of those that go', () => {
    expect(leastAvailable({ minAvailable: '50%' }, 7)).toBe(4);
    expect(leastAvailable({ maxUnavailable: '50%' }, 7)).toBe(3);
  });
});

describe('a majority', () => {
  test.each([
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 3],
  ])('of %i members is %i', (members, most) => {
    expect(majority(members)).toBe(most);
  });
});
