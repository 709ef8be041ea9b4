import type { Cluster } from '../../../lib/core/cluster';
import { kubernetesSecret, secret } from '../../../lib/core/secret-ref';
import { EKS, GKE, type Objects } from '../../support/manifests';
import { backendObjects, DEPLOYMENT } from '../sample-workload';

const { resources } = DEPLOYMENT;

function objects(cluster: Cluster = EKS): Objects {
  return backendObjects({
    env: { LOG_LEVEL: 'info' },
    secretEnv: {
      DATABASE_URL: secret('database', 'url'),
      DATABASE_PASSWORD: secret('database', 'password'),
      API_TOKEN: secret('api-token'),
    },
    cluster,
  });
}

describe('the secrets of a workload', () => {
  test('are fetched once each, under the name of the workload that uses them', () => {
    expect(objects().names('ExternalSecret')).toEqual(['backend-api-token', 'backend-database']);
  });

  test('are fetched with those of their properties that are used', () => {
    expect(objects().one('ExternalSecret', 'backend-database')).toHaveProperty('spec.data', [
      { secretKey: 'url', remoteRef: { key: 'funlynk/production/database', property: 'url' } },
      { secretKey: 'password', remoteRef: { key: 'funlynk/production/database', property: 'password' } },
    ]);
  });

  test('are fetched whole where no property is named', () => {
    expect(objects(GKE).one('ExternalSecret', 'backend-api-token')).toHaveProperty('spec.data', [
      { secretKey: 'value', remoteRef: { key: 'funlynk-production-api-token' } },
    ]);
  });

  test('come to the container as variables, after the plain ones', () => {
    expect(objects().one('Deployment')).toHaveProperty('spec.template.spec.containers.0.env', [
      { name: 'LOG_LEVEL', value: 'info' },
      { name: 'DATABASE_URL', valueFrom: { secretKeyRef: { name: 'backend-database', key: 'url' } } },
      { name: 'DATABASE_PASSWORD', valueFrom: { secretKeyRef: { name: 'backend-database', key: 'password' } } },
      { name: 'API_TOKEN', valueFrom: { secretKeyRef: { name: 'backend-api-token', key: 'value' } } },
    ]);
  });

  test('are one Kubernetes Secret for all containers and files that use a secret', () => {
    const shared = backendObjects({
      secretEnv: { DATABASE_URL: secret('database', 'url') },
      initContainers: { migrate: { secretEnv: { PASSWORD: secret('database', 'admin') }, resources } },
      sidecars: { proxy: { secretEnv: { URL: secret('database', 'url') }, resources } },
      volumes: { certificates: { mountPath: '/certs', secretFiles: { 'ca.crt': secret('database', 'ca') } } },
      cluster: EKS,
    });
    expect(shared.names('ExternalSecret')).toEqual(['backend-database']);
    expect(shared.one('ExternalSecret')).toMatchObject({
      spec: { data: [{ secretKey: 'url' }, { secretKey: 'admin' }, { secretKey: 'ca' }] },
    });
  });

  test('are taken as they are where somebody else makes them', () => {
    const made = backendObjects({ secretEnv: { PASSWORD: kubernetesSecret('postgres-app', 'password') } });
    expect(made.one('Deployment')).toHaveProperty('spec.template.spec.containers.0.env', [
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'postgres-app', key: 'password' } } },
    ]);
    expect(made.names('ExternalSecret')).toEqual([]);
  });

  test('are none where none is named, whether there is a store or not', () => {
    expect(backendObjects({ cluster: EKS }).names('ExternalSecret')).toEqual([]);
    expect(backendObjects().names('ExternalSecret')).toEqual([]);
  });

  test('are nowhere written as a Kubernetes Secret', () => {
    expect(objects().names('Secret')).toEqual([]);
  });
});
