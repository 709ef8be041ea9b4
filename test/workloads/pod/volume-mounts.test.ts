import { secret } from '../../../lib/core/secret-ref';
import { EKS } from '../../support/manifests';
import { backendObjects, DEPLOYMENT, postgresObjects } from '../sample-workload';

const POD = 'spec.template.spec';
const MOUNTS = `${POD}.containers.0.volumeMounts`;
const CONFIG = { mountPath: '/app/config', files: { 'app.yaml': 'a' } };
const { resources } = DEPLOYMENT;

type Changes = Parameters<typeof backendObjects>[0];

function deployment(changes: Changes = {}): object {
  return backendObjects(changes).one('Deployment');
}

describe('the main container', () => {
  test('mounts nothing where there is nothing', () => {
    expect(deployment()).toHaveProperty(MOUNTS, []);
  });

  test('finds configuration that it cannot write', () => {
    expect(deployment({ config: CONFIG })).toHaveProperty(MOUNTS, [
      { name: 'config', mountPath: '/app/config', readOnly: true },
    ]);
  });

  test('finds a single file where a folder has other things in it', () => {
    const config = { mountPath: '/etc/redis.conf', files: { 'redis.conf': 'a' }, subPath: 'redis.conf' };
    expect(deployment({ config })).toHaveProperty(MOUNTS, [
      { name: 'config', mountPath: '/etc/redis.conf', readOnly: true, subPath: 'redis.conf' },
    ]);
  });

  test('finds each scratch folder in a folder of its own', () => {
    expect(deployment({ scratch: ['/tmp', '/var/cache/nginx'] })).toHaveProperty(MOUNTS, [
      { name: 'scratch', mountPath: '/tmp', subPath: 'tmp' },
      { name: 'scratch', mountPath: '/var/cache/nginx', subPath: 'var-cache-nginx' },
    ]);
  });

  test('finds all volumes, and writes to those that are not for reading', () => {
    const emptyDir = { sizeLimit: '1Gi' };
    const volumes = {
      cache: { mountPath: '/cache', emptyDir },
      models: { mountPath: '/models', existingClaim: 'models', readOnly: true },
      keys: { mountPath: '/keys', secretFiles: { key: secret('key') }, readOnly: false },
    };
    expect(deployment({ volumes, cluster: EKS })).toHaveProperty(MOUNTS, [
      { name: 'cache', mountPath: '/cache' },
      { name: 'models', mountPath: '/models', readOnly: true },
      { name: 'keys', mountPath: '/keys', readOnly: true },
    ]);
  });

  test('finds the storage of its replica', () => {
    expect(postgresObjects().one('StatefulSet')).toHaveProperty(MOUNTS, [
      { name: 'data', mountPath: '/var/lib/postgresql/data' },
    ]);
  });
});

describe('another container', () => {
  const changes: Changes = {
    config: CONFIG,
    volumes: {
      cache: { mountPath: '/cache', emptyDir: { sizeLimit: '1Gi' } },
      keys: { mountPath: '/keys', secretFiles: { key: secret('key') } },
    },
    scratch: ['/tmp'],
    cluster: EKS,
  };

  test('finds none of them by itself', () => {
    const object = deployment({ ...changes, sidecars: { proxy: { resources } } });
    expect(object).toHaveProperty(`${POD}.initContainers.0.volumeMounts`, []);
  });

  test('finds those that it names, where it says', () => {
    const mounts = { config: '/etc/app', cache: '/var/cache', keys: '/etc/keys' };
    const object = deployment({ ...changes, initContainers: { warm: { resources, mounts } } });
    expect(object).toHaveProperty(`${POD}.initContainers.0.volumeMounts`, [
      { name: 'config', mountPath: '/etc/app', readOnly: true },
      { name: 'cache', mountPath: '/var/cache' },
      { name: 'keys', mountPath: '/etc/keys', readOnly: true },
    ]);
  });

  test('finds the storage of its replica', () => {
    const sidecars = { backup: { resources, mounts: { data: '/data' } } };
    expect(postgresObjects({ sidecars }).one('StatefulSet')).toHaveProperty(`${POD}.initContainers.0.volumeMounts`, [
      { name: 'data', mountPath: '/data' },
    ]);
  });

  test('has scratch folders apart from those of the main one', () => {
    const object = deployment({ ...changes, sidecars: { proxy: { resources, scratch: ['/tmp', '/var/run'] } } });
    expect(object).toHaveProperty(`${POD}.initContainers.0.volumeMounts`, [
      { name: 'scratch', mountPath: '/tmp', subPath: 'proxy-tmp' },
      { name: 'scratch', mountPath: '/var/run', subPath: 'proxy-var-run' },
    ]);
  });
});
