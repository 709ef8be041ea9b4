import { backendObjects, postgresObjects } from '../sample-workload';

const MOUNTS = 'spec.template.spec.containers.0.volumeMounts';
const VOLUMES = 'spec.template.spec.volumes';
const CONFIG = { mountPath: '/app/config', files: { 'app.yaml': 'a' } };

describe('the volumes of a workload', () => {
  test('are none where nothing asks for one', () => {
    const object = backendObjects().one('Deployment');
    expect(object).not.toHaveProperty(VOLUMES);
    expect(object).toHaveProperty(MOUNTS, []);
  });

  test('hold configuration that cannot be written', () => {
    expect(backendObjects({ config: CONFIG }).one('Deployment')).toHaveProperty(MOUNTS, [
      { name: 'config', mountPath: '/app/config', readOnly: true },
    ]);
  });

  test('hold a single file where a folder has other things in it', () => {
    const config = { ...CONFIG, mountPath: '/etc/redis.conf', subPath: 'redis.conf' };
    expect(backendObjects({ config }).one('Deployment')).toHaveProperty(MOUNTS, [
      { name: 'config', mountPath: '/etc/redis.conf', readOnly: true, subPath: 'redis.conf' },
    ]);
  });

  test('share one bounded volume among all scratch folders', () => {
    const object = backendObjects({ scratch: ['/tmp', '/var/cache/nginx'] }).one('Deployment');
    expect(object).toHaveProperty(VOLUMES, [{ name: 'scratch', emptyDir: { sizeLimit: '256Mi' } }]);
    expect(object).toHaveProperty(MOUNTS, [
      { name: 'scratch', mountPath: '/tmp', subPath: 'tmp' },
      { name: 'scratch', mountPath: '/var/cache/nginx', subPath: 'var-cache-nginx' },
    ]);
  });

  test('have no scratch where the list of folders is empty', () => {
    expect(backendObjects({ scratch: [] }).one('Deployment')).not.toHaveProperty(VOLUMES);
  });

  test('are claimed by each replica of a StatefulSet', () => {
    const object = postgresObjects().one('StatefulSet');
    expect(object).toHaveProperty(MOUNTS, [{ name: 'data', mountPath: '/var/lib/postgresql/data' }]);
    expect(object).toHaveProperty('spec.volumeClaimTemplates', [
      {
        metadata: { name: 'data' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'standard-ssd',
          resources: { requests: { storage: '20Gi' } },
        },
      },
    ]);
  });

  test('are claimed from the class that is named', () => {
    const storage = { data: { mountPath: '/data', size: '5Gi', storageClass: 'fast-ssd' as const } };
    expect(postgresObjects({ storage }).one('StatefulSet')).toHaveProperty(
      'spec.volumeClaimTemplates.0.spec.storageClassName',
      'fast-ssd',
    );
  });
});
