import { EKS } from '../../support/manifests';
import { DAEMON_SET, making, makingOf, STATEFUL_SET } from '../sample-workload';
import { WITH_SHARED } from './sample-clusters';

const emptyDir = { sizeLimit: '1Gi' };

describe('a workload is refused', () => {
  test.each(['20 GB', '', '0', '-1Gi'])('where a volume has the size %p', (size) => {
    const storage = { data: { mountPath: '/data', size } };
    expect(makingOf({ ...STATEFUL_SET, storage })).toThrow(
      `test/sample: 'storage.data.size' must be a quantity such as 20Gi, got '${size}'`,
    );
  });

  test.each([
    ['emptyDir.sizeLimit', { emptyDir: { sizeLimit: 'much' } }],
    ['ephemeral.size', { ephemeral: { size: 'much' } }],
    ['claim.size', { claim: { size: 'much', storageClass: 'shared' as const } }],
  ])('where %s is no quantity', (property, source) => {
    expect(making({ volumes: { data: { mountPath: '/data', ...source } } })).toThrow(
      `test/backend: 'volumes.data.${property}' must be a quantity such as 20Gi, got 'much'`,
    );
  });

  test('where a volume in memory is larger than the memory', () => {
    const volumes = { shm: { mountPath: '/dev/shm', emptyDir: { sizeLimit: '1Gi', medium: 'Memory' as const } } };
    expect(making({ volumes })).toThrow(
      "test/backend: 'volumes.shm.emptyDir.sizeLimit' must be at most resources.limits.memory (512Mi), which it counts towards, got '1Gi'",
    );
  });

  test.each([
    ['ephemeral', { ephemeral: { size: '1Ti', storageClass: 'shared' as const } }],
    ['claim', { claim: { size: '1Ti', storageClass: 'shared' as const } }],
  ])('where the cluster has not the class of its %s', (property, source) => {
    expect(making({ volumes: { data: { mountPath: '/data', ...source } }, cluster: EKS })).toThrow(
      `test/backend: 'volumes.data.${property}.storageClass' must be a storage class of the cluster, got 'shared'; allowed: (fast-ssd, standard-ssd)`,
    );
  });

  test('where the cluster has not the class of its storage', () => {
    const storage = { data: { mountPath: '/data', size: '1Ti', storageClass: 'shared' as const } };
    expect(makingOf({ ...STATEFUL_SET, storage, cluster: EKS })).toThrow(
      "test/sample: 'storage.data.storageClass' must be a storage class of the cluster, got 'shared'; allowed: (fast-ssd, standard-ssd)",
    );
  });

  test('where the name of a volume is none', () => {
    expect(making({ volumes: { Data: { mountPath: '/data', emptyDir } } })).toThrow(
      "test/backend: 'volumes.Data' must be named in lower-case letters, digits and dashes, 63 at most, got 'Data'",
    );
  });

  test.each(['config', 'scratch'])('where a volume is named %s', (name) => {
    expect(making({ volumes: { [name]: { mountPath: '/data', emptyDir } } })).toThrow(
      `test/backend: 'volumes.${name}' must not be named config or scratch, which are others, got '${name}'`,
    );
  });

  test('where its storage is named scratch', () => {
    const storage = { scratch: { mountPath: '/data', size: '20Gi' } };
    expect(makingOf({ ...STATEFUL_SET, storage })).toThrow(
      "test/sample: 'storage.scratch' must not be named config or scratch, which are others, got 'scratch'",
    );
  });

  test('where a volume has the name of its storage', () => {
    expect(makingOf({ ...STATEFUL_SET, volumes: { data: { mountPath: '/more', emptyDir } } })).toThrow(
      "test/sample: 'volumes.data' must not have the name of another volume, storage.data, got 'data'",
    );
  });

  test('where a folder of the node has the name of a volume', () => {
    const host = { reason: 'reads the logs of the node', paths: { logs: { path: '/var/log', mountPath: '/logs' } } };
    expect(makingOf({ ...DAEMON_SET, host, volumes: { logs: { mountPath: '/spool', emptyDir } } })).toThrow(
      "test/sample: 'host.paths.logs' must not have the name of another volume, volumes.logs, got 'logs'",
    );
  });

  test.each(['', 'Models', 'my claim'])('where somebody else’s claim is named %p', (existingClaim) => {
    expect(making({ volumes: { models: { mountPath: '/models', existingClaim } } })).toThrow(
      `test/backend: 'volumes.models.existingClaim' must be the name of a claim, got '${existingClaim}'`,
    );
  });

  test.each(['a/b', '..', 'a b'])('where secrets are to be in a file named %p', (name) => {
    const secretFiles = { [name]: { kubernetesSecret: 'keys', key: 'key' } };
    expect(making({ volumes: { keys: { mountPath: '/keys', secretFiles } } })).toThrow(
      `test/backend: 'volumes.keys.secretFiles' must be named in letters, digits, dots, dashes and underscores, got '${name}'`,
    );
  });

  test('where a volume is to hold secrets and holds none', () => {
    expect(making({ volumes: { keys: { mountPath: '/keys', secretFiles: {} } } })).toThrow(
      "test/backend: 'volumes.keys.secretFiles' must have a file, got []",
    );
  });

  test('where its configuration has no file, or one that no file is named', () => {
    expect(making({ config: { mountPath: '/app', files: {} } })).toThrow(
      "test/backend: 'config.files' must have a file, got []",
    );
    expect(making({ config: { mountPath: '/app', files: { 'a/b': '' } } })).toThrow(
      "test/backend: 'config.files' must be named in letters, digits, dots, dashes and underscores, got 'a/b'",
    );
  });

  test('where the one file that it mounts is not there', () => {
    expect(making({ config: { mountPath: '/app/a', files: { 'app.yaml': '' }, subPath: 'app.yml' } })).toThrow(
      "test/backend: 'config.subPath' must be one of config.files, got 'app.yml'; did you mean 'app.yaml'? (app.yaml)",
    );
  });
});

describe('a workload is accepted', () => {
  test('with as much in memory as it has', () => {
    const volumes = { shm: { mountPath: '/dev/shm', emptyDir: { sizeLimit: '512Mi', medium: 'Memory' as const } } };
    expect(making({ volumes })).not.toThrow();
  });

  test('with shared storage where the cluster has some, or is not known', () => {
    const volumes = { data: { mountPath: '/data', claim: { size: '1Ti', storageClass: 'shared' as const } } };
    expect(making({ volumes, cluster: WITH_SHARED })).not.toThrow();
    expect(making({ volumes })).not.toThrow();
  });
});
