import { backendObjects } from '../sample-workload';
import { WITH_SHARED } from './sample-clusters';

describe('the claims of a workload', () => {
  const uploads = { mountPath: '/uploads', claim: { size: '1Ti', storageClass: 'shared' as const } };

  test('are disks that all pods share, kept whatever becomes of their manifest', () => {
    const objects = backendObjects({ volumes: { uploads }, replicas: 3, cluster: WITH_SHARED });
    expect(objects.one('PersistentVolumeClaim')).toEqual({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: 'backend-uploads',
        namespace: 'funlynk',
        labels: {
          'app.kubernetes.io/name': 'backend',
          'app.kubernetes.io/part-of': 'funlynk',
          'app.kubernetes.io/managed-by': 'gantry',
        },
        annotations: {
          'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
          'kustomize.toolkit.fluxcd.io/prune': 'disabled',
        },
      },
      spec: {
        accessModes: ['ReadWriteMany'],
        storageClassName: 'shared',
        resources: { requests: { storage: '1Ti' } },
      },
    });
  });

  test('are of a single pod where their class is a disk', () => {
    const volumes = { data: { mountPath: '/data', claim: { size: '20Gi' } } };
    const objects = backendObjects({ volumes, rollout: { strategy: 'Recreate' } });
    expect(objects.one('PersistentVolumeClaim')).toHaveProperty('spec.accessModes', ['ReadWriteOnce']);
    expect(objects.one('PersistentVolumeClaim')).toHaveProperty('spec.storageClassName', 'standard-ssd');
  });

  test('are none for volumes of another kind', () => {
    const volumes = {
      work: { mountPath: '/work', ephemeral: { size: '20Gi' } },
      models: { mountPath: '/models', existingClaim: 'models' },
    };
    expect(backendObjects({ volumes }).names('PersistentVolumeClaim')).toEqual([]);
  });
});
