import { DAEMON_SET, makingOf } from '../sample-workload';

describe('a DaemonSet is refused', () => {
  test.each([0, -1, 1.5, '0%', '101%', '25', 'a%'])('with %p nodes that may be without their pod', (maxUnavailable) => {
    const got = typeof maxUnavailable === 'string' ? `'${maxUnavailable}'` : maxUnavailable;
    expect(makingOf({ ...DAEMON_SET, maxUnavailable })).toThrow(
      `test/sample: 'maxUnavailable' must be a whole number from 1 on, or a share such as 10%, got ${got}`,
    );
  });

  test('for what it says of its nodes, together with the rest', () => {
    const host = { reason: 'short', network: true };
    expect(makingOf({ ...DAEMON_SET, maxUnavailable: 0, host })).toThrow(
      [
        "test/sample: 'maxUnavailable' must be a whole number from 1 on, or a share such as 10%, got 0",
        "test/sample: 'host.reason' must say in 10 letters or more why, got 'short'",
      ].join('\n'),
    );
  });
});

describe('a DaemonSet is accepted', () => {
  test.each([1, 50, '1%', '100%'])('with %p nodes that may be without their pod', (maxUnavailable) => {
    expect(makingOf({ ...DAEMON_SET, maxUnavailable })).not.toThrow();
  });
});
