import { backendObjects, postgresObjects } from '../sample-workload';

describe('the Deployment of a workload', () => {
  test('has these settings by default', () => {
    expect(backendObjects().yaml('Deployment')).toMatchSnapshot();
  });

  test('loses no pod before its successor is ready', () => {
    expect(backendObjects().one('Deployment')).toHaveProperty('spec.strategy', {
      type: 'RollingUpdate',
      rollingUpdate: { maxUnavailable: 0, maxSurge: 1 },
    });
  });

  test('runs one replica where nothing is said', () => {
    expect(backendObjects().one('Deployment')).toHaveProperty('spec.replicas', 1);
  });

  test.each([0, 4])('runs %p replicas where a number is given', (replicas) => {
    expect(backendObjects({ replicas }).one('Deployment')).toHaveProperty('spec.replicas', replicas);
  });

  test('leaves the number to the autoscaler where bounds are given', () => {
    expect(backendObjects({ replicas: { min: 3, max: 10 } }).one('Deployment')).not.toHaveProperty('spec.replicas');
  });
});

describe('the StatefulSet of a workload', () => {
  test('has these settings by default', () => {
    expect(postgresObjects().yaml('StatefulSet')).toMatchSnapshot();
  });

  test('takes the place of a Deployment', () => {
    expect(postgresObjects().names('Deployment')).toEqual([]);
    expect(backendObjects().names('StatefulSet')).toEqual([]);
  });

  test('keeps its volumes when it is deleted or made smaller', () => {
    expect(postgresObjects().one('StatefulSet')).toHaveProperty('spec.persistentVolumeClaimRetentionPolicy', {
      whenDeleted: 'Retain',
      whenScaled: 'Retain',
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
});
