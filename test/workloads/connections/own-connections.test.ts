import { EKS } from '../../support/manifests';
import { backendObjects } from '../sample-workload';

describe('a workload by itself', () => {
  test('opens the way to its cloud where it has permissions', () => {
    const objects = backendObjects({ cluster: EKS, permissions: [{ action: 'logs:write' }] });
    expect(objects.names('NetworkPolicy')).toEqual(['backend-to-cloud-apis', 'backend-to-credentials']);
  });

  test('opens the way to the API server where it has a use for it', () => {
    const apiAccess = [
      { apiGroups: [''], resources: ['configmaps'], verbs: ['get'], resourceNames: ['leader'] },
    ] as const;
    const objects = backendObjects({ cluster: EKS, apiAccess });
    expect(objects.names('NetworkPolicy')).toEqual(['backend-to-api-server']);
  });

  test('opens nothing where it has neither', () => {
    expect(backendObjects({ cluster: EKS, permissions: [], apiAccess: [] }).names('NetworkPolicy')).toEqual([]);
  });
});
