import { backendObjects, DEPLOYMENT, objectsOf, postgresObjects, STATEFUL_SET } from '../sample-workload';
import { WITH_SHARED } from './sample-clusters';

const VOLUMES = 'spec.template.spec.volumes';
const TEMPLATES = 'spec.volumeClaimTemplates';

type Changes = Parameters<typeof backendObjects>[0];

function deployment(changes: Changes = {}): object {
  return backendObjects(changes).one('Deployment');
}

describe('the volumes of a pod', () => {
  test('are none where nothing asks for one', () => {
    expect(deployment()).not.toHaveProperty(VOLUMES);
    expect(deployment({ scratch: [] })).not.toHaveProperty(VOLUMES);
  });

  test('share one bounded volume among the scratch folders of all containers', () => {
    const object = deployment({ sidecars: { proxy: { resources: DEPLOYMENT.resources, scratch: ['/tmp'] } } });
    expect(object).toHaveProperty(VOLUMES, [{ name: 'scratch', emptyDir: { sizeLimit: '256Mi' } }]);
    expect(deployment({ scratch: ['/tmp', '/var/cache/nginx'] })).toHaveProperty(VOLUMES, [
      { name: 'scratch', emptyDir: { sizeLimit: '256Mi' } },
    ]);
  });

  test('may vanish with the pod, bounded, on disk or in memory', () => {
    const volumes = {
      cache: { mountPath: '/cache', emptyDir: { sizeLimit: '2Gi' } },
      shm: { mountPath: '/dev/shm', emptyDir: { sizeLimit: '64Mi', medium: 'Memory' as const } },
    };
    expect(deployment({ volumes })).toHaveProperty(VOLUMES, [
      { name: 'cache', emptyDir: { sizeLimit: '2Gi' } },
      { name: 'shm', emptyDir: { sizeLimit: '64Mi', medium: 'Memory' } },
    ]);
  });

  test('may be a disk that vanishes with the pod', () => {
    const volumes = { work: { mountPath: '/work', ephemeral: { size: '100Gi', storageClass: 'fast-ssd' as const } } };
    expect(deployment({ volumes })).toHaveProperty(VOLUMES, [
      {
        name: 'work',
        ephemeral: {
          volumeClaimTemplate: {
            spec: {
              accessModes: ['ReadWriteOnce'],
              storageClassName: 'fast-ssd',
              resources: { requests: { storage: '100Gi' } },
            },
          },
        },
      },
    ]);
  });

  test('may be claims of the workload’s own and of somebody else’s', () => {
    const volumes = {
      uploads: { mountPath: '/uploads', claim: { size: '1Ti', storageClass: 'shared' as const } },
      models: { mountPath: '/models', existingClaim: 'models-2026' },
    };
    expect(deployment({ volumes, cluster: WITH_SHARED })).toHaveProperty(VOLUMES, [
      { name: 'uploads', persistentVolumeClaim: { claimName: 'backend-uploads' } },
      { name: 'models', persistentVolumeClaim: { claimName: 'models-2026' } },
    ]);
  });
});

describe('the storage of a StatefulSet', () => {
  test('is claimed by each replica', () => {
    expect(postgresObjects().one('StatefulSet')).toHaveProperty(TEMPLATES, [
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

  test('is claimed from the class that is named', () => {
    const storage = { data: { mountPath: '/data', size: '5Gi', storageClass: 'fast-ssd' as const } };
    const object = objectsOf({ ...STATEFUL_SET, storage }).one('StatefulSet');
    expect(object).toHaveProperty(`${TEMPLATES}.0.spec.storageClassName`, 'fast-ssd');
  });
});
