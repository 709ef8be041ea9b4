import type { HostAccess } from '../../../lib/core/model/host-access';
import { hostRefusals } from '../../../lib/workloads/controllers/host-validation';
import { describeRefusals } from './refusals';

const REASON = 'reads the logs of the node';

function refusals(host: Partial<HostAccess>, user = host.root === true ? 0 : 1001): string {
  return describeRefusals(hostRefusals({ reason: REASON, ...host }, { user }));
}

describe('what an agent gets of its nodes is refused', () => {
  test.each(['', 'logs', '          x'])('without a reason, as with %p', (reason) => {
    expect(refusals({ reason, network: true })).toBe(
      `sample: 'host.reason' must say in 10 letters or more why, got '${reason}'`,
    );
  });

  test.each<Partial<HostAccess>>([{}, { network: false, pid: false, paths: {}, capabilities: [], root: false }])(
    'where it is nothing: %j',
    (host) => {
      expect(refusals(host)).toBe(
        "sample: 'host' must name something of the node: network, pid, paths, capabilities, root or privileged, " +
          `got ${JSON.stringify({ reason: REASON, ...host })}; leave host out`,
      );
    },
  );

  test('with capabilities beside all of them', () => {
    expect(refusals({ root: true, privileged: true, capabilities: ['NET_ADMIN'] })).toBe(
      "sample: 'host.capabilities' must be left out where host.privileged is true, which is all of them, " +
        'got ["NET_ADMIN"]',
    );
  });

  test.each([
    ['CAP_NET_ADMIN', "; did you mean 'NET_ADMIN'?"],
    ['net_admin', "; did you mean 'NET_ADMIN'?"],
    ['SYS_PTRCE', "; did you mean 'SYS_PTRACE'?"],
    ['EVERYTHING_THERE_IS_TO_HAVE', ''],
  ])('with a capability that Linux does not have: %s', (name, remedy) => {
    expect(refusals({ root: true, capabilities: [name] })).toBe(
      `sample: 'host.capabilities' must be capabilities of Linux, without CAP_, got '${name}'${remedy}`,
    );
  });

  test('with all capabilities by another name', () => {
    expect(refusals({ root: true, capabilities: ['ALL'] })).toBe(
      "sample: 'host.capabilities' must be named one by one, got 'ALL'; ALL is privileged",
    );
  });

  test('with a capability twice', () => {
    expect(refusals({ root: true, capabilities: ['BPF', 'BPF'] })).toBe(
      "sample: 'host.capabilities' must name each capability once, got 'BPF'",
    );
  });

  test.each<['capabilities' | 'privileged', Partial<HostAccess>]>([
    ['capabilities', { capabilities: ['NET_ADMIN'] }],
    ['privileged', { privileged: true }],
  ])('with %s for another user than root', (what, host) => {
    expect(refusals(host)).toBe(
      `sample: 'host.root' must be true where host.${what} is set, which only root gains by, got false`,
    );
  });

  test('with root that is another user', () => {
    expect(refusals({ root: true }, 1001)).toBe(
      "sample: 'runAs.user' must be root (0) where host.root is true, got 1001",
    );
  });

  test.each(['var/log', '', './var/log', '/var/../etc', '/var//log', '//', '/.', 'C:\\logs'])(
    'with the path %p, which is not absolute',
    (path) => {
      const got = `'${path}'`;
      expect(refusals({ paths: { logs: { path, mountPath: '/logs' } } })).toBe(
        `sample: 'host.paths.logs.path' must be an absolute path such as /var/log, without dots, got ${got}`,
      );
    },
  );

  test('with the root of the node, unless the container may do everything anyway', () => {
    const paths = { node: { path: '/', mountPath: '/node' } };
    expect(refusals({ paths })).toBe(
      "sample: 'host.paths.node.path' must lie below the root of the node, unless host.privileged is true, got '/'",
    );
    expect(refusals({ paths, root: true, privileged: true })).toBe('');
  });
});

describe('what an agent gets of its nodes is accepted', () => {
  test.each<Partial<HostAccess>>([
    { network: true },
    { pid: true },
    { paths: { logs: { path: '/var/log', mountPath: '/logs' } } },
    { paths: { hidden: { path: '/opt/.agent/', mountPath: '/agent' } } },
    { root: true },
    { root: true, privileged: true },
    { root: true, capabilities: ['NET_ADMIN', 'SYS_PTRACE'] },
  ])('as %j', (host) => {
    expect(refusals(host)).toBe('');
  });
});
