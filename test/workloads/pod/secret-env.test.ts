import type { SecretStore } from '../../../lib/core/cluster';
import { secret } from '../../../lib/core/secret-ref';
import { EKS, GKE, type Objects } from '../../support/manifests';
import { backendObjects } from '../sample-workload';

function objects(secretStore: SecretStore = EKS.secretStore): Objects {
  return backendObjects({
    env: { LOG_LEVEL: 'info' },
    secretEnv: {
      DATABASE_URL: secret('database', 'url'),
      DATABASE_PASSWORD: secret('database', 'password'),
      API_TOKEN: secret('api-token'),
    },
    secretStore,
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
    expect(objects(GKE.secretStore).one('ExternalSecret', 'backend-api-token')).toHaveProperty('spec.data', [
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

  test('are none where none is named, whether there is a store or not', () => {
    expect(backendObjects({ cluster: EKS }).names('ExternalSecret')).toEqual([]);
    expect(backendObjects().names('ExternalSecret')).toEqual([]);
  });

  test('are nowhere written as a Kubernetes Secret', () => {
    expect(objects().names('Secret')).toEqual([]);
  });
});
