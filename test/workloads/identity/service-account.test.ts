import type { Permission } from '../../../lib/core/service-identity';
import { EKS, GKE } from '../../support/manifests';
import { backendObjects } from '../sample-workload';

const permissions: readonly Permission[] = [{ action: 'queue:consume', queues: ['jobs'] }];

describe('the service account of a workload', () => {
  test('acts as an identity of Google Cloud where the workload has permissions', () => {
    expect(backendObjects({ cluster: GKE, permissions }).one('ServiceAccount')).toHaveProperty('metadata.annotations', {
      ...GKE.identityAnnotations({ name: 'funlynk-backend' }),
    });
  });

  test('says nothing of its identity on AWS, which keeps the association itself', () => {
    expect(backendObjects({ cluster: EKS, permissions }).one('ServiceAccount')).not.toHaveProperty(
      'metadata.annotations',
    );
  });

  test('acts as nobody without permissions', () => {
    expect(backendObjects({ cluster: GKE }).one('ServiceAccount')).not.toHaveProperty('metadata.annotations');
  });

  test.each([EKS, GKE])('needs no token in the pods for its identity on %#', (cluster) => {
    expect(backendObjects({ cluster, permissions }).one('Deployment')).toHaveProperty(
      'spec.template.spec.automountServiceAccountToken',
      false,
    );
  });
});
