import { DAEMON_SET, DEPLOYMENT, JOB, making, makingOf } from '../sample-workload';

const { resources } = DEPLOYMENT;

describe('a workload is refused', () => {
  test('where a container beside the main one runs as root', () => {
    expect(making({ initContainers: { chown: { resources, runAs: { user: 0 } } } })).toThrow(
      "test/backend: 'initContainers.chown.runAs.user' must not be root (0); build the image to run as a numbered user, got 0",
    );
  });

  test('where it runs as root, whatever its kind', () => {
    expect(makingOf({ ...JOB, runAs: { user: 0 } })).toThrow(
      "test/sample: 'runAs.user' must not be root (0); build the image to run as a numbered user, got 0",
    );
  });

  test('where an agent runs as root and does not say so in its host', () => {
    expect(makingOf({ ...DAEMON_SET, runAs: { user: 0 }, host: { reason: 'counts processes', pid: true } })).toThrow(
      "test/sample: 'runAs.user' must not be root (0); build the image to run as a numbered user, got 0",
    );
  });

  test.each([-1, 1.5, 2 ** 31])('where its user is %p', (user) => {
    expect(making({ runAs: { user } })).toThrow(
      `test/backend: 'runAs.user' must be a whole number from 0 to 2147483647, got ${user}`,
    );
  });

  test.each([-1, 1.5, 2 ** 31])('where its group is %p', (group) => {
    expect(making({ runAs: { user: 1001, group } })).toThrow(
      `test/backend: 'runAs.group' must be a whole number from 0 to 2147483647, got ${group}`,
    );
  });
});

test('an agent may run as root where its host says so', () => {
  const host = { reason: 'sets up the network of the node', root: true };
  expect(makingOf({ ...DAEMON_SET, runAs: { user: 0 }, host })).not.toThrow();
});
