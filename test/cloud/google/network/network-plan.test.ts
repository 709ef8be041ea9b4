import { nodeCapacity, planNetwork } from '../../../../lib/cloud/google/network/network-plan';
import { Cidr } from '../../../../lib/core/cidr';

function plan(cidr: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(planNetwork(Cidr.parse(cidr))).map(([name, range]) => [name, String(range)]),
  );
}

describe('planNetwork', () => {
  test('shares out a /16', () => {
    expect(plan('10.40.0.0/16')).toEqual({
      nodes: '10.40.0.0/20',
      services: '10.40.16.0/20',
      controlPlane: '10.40.32.0/28',
      privateServices: '10.40.64.0/20',
      pods: '10.40.128.0/17',
    });
  });

  test.each([12, 13, 14, 15, 16, 17, 18, 19, 20])('keeps the ranges of a /%i apart and inside', (prefix) => {
    const whole = Cidr.parse(`10.0.0.0/${prefix}`);
    const ranges = Object.values(planNetwork(whole)) as Cidr[];
    const overlaps = ranges.flatMap((one, i) => ranges.slice(i + 1).filter((other) => one.overlaps(other)));
    expect(overlaps).toEqual([]);
    expect(ranges.every((range) => whole.contains(range))).toBe(true);
  });

  test.each(['10.0.0.0/11', '10.0.0.0/21'])('refuses %s', (cidr) => {
    expect(() => plan(cidr)).toThrow(`must be a range from /12 to /20, got '${cidr}'`);
  });
});

describe('nodeCapacity', () => {
  test.each([
    ['10.0.0.0/17', 64, 256],
    ['10.0.0.0/17', 110, 128],
    ['10.0.0.0/21', 64, 16],
    ['10.0.0.0/21', 8, 128],
  ])('of %s with %i pods a node is %i nodes', (pods, maxPods, expected) => {
    expect(nodeCapacity(Cidr.parse(pods), maxPods)).toBe(expected);
  });
});
