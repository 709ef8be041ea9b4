import { DAEMON_SET, DEPLOYMENT, making, makingOf, STATEFUL_SET } from '../sample-workload';

const emptyDir = { sizeLimit: '1Gi' };
const { resources } = DEPLOYMENT;

describe('a workload is refused', () => {
  test.each(['tmp', '/', '//tmp', '/tmp/../etc', '/a:b'])('where it may write to %p', (folder) => {
    expect(making({ scratch: [folder] })).toThrow(
      `test/backend: 'scratch' must be absolute paths below the root, such as /tmp, got '${folder}'`,
    );
  });

  test.each(['data', '/', '/data/./x', '/a:b'])('where a volume is at %p', (mountPath) => {
    expect(making({ volumes: { data: { mountPath, emptyDir } } })).toThrow(
      `test/backend: 'volumes.data.mountPath' must be an absolute path below the root, such as /data, got '${mountPath}'`,
    );
  });

  test.each([
    ['config', { config: { mountPath: 'app', files: { a: '' } } }, 'config.mountPath'],
    [
      'a container’s mount',
      {
        volumes: { data: { mountPath: '/data', emptyDir } },
        sidecars: { proxy: { resources, mounts: { data: 'app' } } },
      },
      'sidecars.proxy.mounts.data',
    ],
  ])('where %s is at no absolute path', (_, changes, property) => {
    expect(making(changes)).toThrow(
      `test/backend: '${property}' must be an absolute path below the root, such as /data, got 'app'`,
    );
  });

  test('where storage, or a folder of the node, is at no absolute path', () => {
    expect(makingOf({ ...STATEFUL_SET, storage: { data: { mountPath: 'data', size: '1Gi' } } })).toThrow(
      "test/sample: 'storage.data.mountPath' must be an absolute path below the root, such as /data, got 'data'",
    );
    const host = { reason: 'reads the logs of the node', paths: { logs: { path: '/var/log', mountPath: 'logs' } } };
    expect(makingOf({ ...DAEMON_SET, host })).toThrow(
      "test/sample: 'host.paths.logs.mountPath' must be an absolute path below the root, such as /data, got 'logs'",
    );
  });

  test('where two volumes are at one path', () => {
    const volumes = { a: { mountPath: '/data', emptyDir }, b: { mountPath: '/data/', emptyDir } };
    expect(making({ volumes })).toThrow(
      "test/backend: 'volumes.b.mountPath' must not be the path of volumes.a.mountPath too, got '/data/'",
    );
  });

  test('where a volume is at a scratch folder', () => {
    expect(making({ scratch: ['/tmp'], volumes: { data: { mountPath: '/tmp', emptyDir } } })).toThrow(
      "test/backend: 'volumes.data.mountPath' must not be the path of scratch too, got '/tmp'",
    );
  });

  test('where a volume is in a scratch folder', () => {
    expect(making({ scratch: ['/tmp'], volumes: { data: { mountPath: '/tmp/data', emptyDir } } })).toThrow(
      "test/backend: 'volumes.data.mountPath' must not lie in the scratch folder '/tmp', got '/tmp/data'",
    );
  });

  test('where a scratch folder is in another', () => {
    expect(making({ scratch: ['/tmp', '/tmp/cache'] })).toThrow(
      "test/backend: 'scratch' must not lie in the scratch folder '/tmp', got '/tmp/cache'",
    );
  });

  test('where another container mounts two volumes at one path', () => {
    const volumes = { a: { mountPath: '/a', emptyDir }, b: { mountPath: '/b', emptyDir } };
    expect(making({ volumes, sidecars: { proxy: { resources, mounts: { a: '/x', b: '/x' } } } })).toThrow(
      "test/backend: 'sidecars.proxy.mounts.b' must not be the path of sidecars.proxy.mounts.a too, got '/x'",
    );
  });

  test('where a container mounts a volume that there is not', () => {
    const volumes = { data: { mountPath: '/data', emptyDir } };
    expect(making({ volumes, sidecars: { proxy: { resources, mounts: { dta: '/data' } } } })).toThrow(
      "test/backend: 'sidecars.proxy.mounts.dta' must be a volume of the workload, got 'dta'; did you mean 'data'? (data)",
    );
  });

  test('where a container mounts configuration that there is not', () => {
    expect(making({ initContainers: { render: { resources, mounts: { config: '/etc/app' } } } })).toThrow(
      "test/backend: 'initContainers.render.mounts.config' must be a volume of the workload, got 'config'; allowed: ()",
    );
  });

  test('where two folders would be one', () => {
    expect(making({ scratch: ['/a/b', '/a-b'] })).toThrow(
      "test/backend: 'scratch' must not share its folder with '/a/b', got '/a-b'",
    );
  });

  test('where folders of two containers would be one', () => {
    expect(making({ scratch: ['/proxy/tmp'], sidecars: { proxy: { resources, scratch: ['/tmp'] } } })).toThrow(
      "test/backend: 'sidecars.proxy.scratch' must not share its folder with '/proxy/tmp' of scratch, got '/tmp'",
    );
  });
});

describe('a workload is accepted', () => {
  test('with several folders that it writes to', () => {
    expect(making({ scratch: ['/tmp', '/var/run/postgresql', '/tmpfiles'] })).not.toThrow();
  });

  test('with a scratch folder in a volume', () => {
    const volumes = { data: { mountPath: '/data', existingClaim: 'data', readOnly: true } };
    expect(making({ volumes, scratch: ['/data/tmp'] })).not.toThrow();
  });

  test('with one path in two containers', () => {
    const volumes = { data: { mountPath: '/data', emptyDir } };
    expect(making({ volumes, sidecars: { proxy: { resources, mounts: { data: '/data' } } } })).not.toThrow();
  });
});
