import { postgresObjects } from '../sample-workload';

describe('the StatefulSet of a workload', () => {
  test('has these settings by default', () => {
    expect(postgresObjects().one('StatefulSet')).toMatchObject({
      metadata: { name: 'postgres', namespace: 'funlynk', labels: { 'app.kubernetes.io/part-of': 'funlynk' } },
      spec: {
        replicas: 1,
        serviceName: 'postgres-headless',
        podManagementPolicy: 'OrderedReady',
        updateStrategy: { type: 'RollingUpdate' },
        revisionHistoryLimit: 5,
        selector: { matchLabels: { 'app.kubernetes.io/name': 'postgres' } },
        template: { metadata: { labels: { 'app.kubernetes.io/name': 'postgres' } } },
        volumeClaimTemplates: [{ metadata: { name: 'data' } }],
      },
    });
  });

  test('is governed by the headless Service', () => {
    const objects = postgresObjects();
    expect(objects.one('StatefulSet')).toHaveProperty('spec.serviceName', 'postgres-headless');
    expect(objects.one('Service', 'postgres-headless')).toHaveProperty('spec.clusterIP', 'None');
  });

  test('runs the number of replicas that is given', () => {
    expect(postgresObjects({ replicas: 3 }).one('StatefulSet')).toHaveProperty('spec.replicas', 3);
  });

  test('starts and ends its pods all at once where it is told', () => {
    expect(postgresObjects({ podManagementPolicy: 'Parallel' }).one('StatefulSet')).toHaveProperty(
      'spec.podManagementPolicy',
      'Parallel',
    );
  });

  test('keeps its volumes when it is deleted or made smaller', () => {
    expect(postgresObjects().one('StatefulSet')).toHaveProperty('spec.persistentVolumeClaimRetentionPolicy', {
      whenDeleted: 'Retain',
      whenScaled: 'Retain',
    });
  });

  test.each([
    [{ whenDeleted: 'Delete' }, { whenDeleted: 'Delete', whenScaled: 'Retain' }],
    [{ whenScaled: 'Delete' }, { whenDeleted: 'Retain', whenScaled: 'Delete' }],
  ] as const)('gives its volumes up where it says so: %j', (storageRetention, policy) => {
    expect(postgresObjects({ storageRetention }).one('StatefulSet')).toHaveProperty(
      'spec.persistentVolumeClaimRetentionPolicy',
      policy,
    );
  });

  test('has a claim for each of its volumes', () => {
    const storage = {
      data: { mountPath: '/data', size: '20Gi' },
      log: { mountPath: '/log', size: '5Gi', storageClass: 'fast-ssd' },
    } as const;
    expect(postgresObjects({ storage }).one('StatefulSet')).toMatchObject({
      spec: {
        volumeClaimTemplates: [
          { metadata: { name: 'data' }, spec: { storageClassName: 'standard-ssd' } },
          { metadata: { name: 'log' }, spec: { storageClassName: 'fast-ssd' } },
        ],
      },
    });
  });
});
