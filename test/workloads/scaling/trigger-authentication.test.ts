import { EKS, GKE } from '../../support/manifests';
import { backendObjects } from '../sample-workload';
import { BOUNDS, CRON, QUEUE } from './scaling-samples';

const KIND = 'TriggerAuthentication';

describe('the identity that looks at queues', () => {
  const changes = { replicas: BOUNDS, autoscaling: { metrics: { waiting: QUEUE } } };

  test('is the operator’s own on AWS, where no role can be read from a service account', () => {
    expect(backendObjects({ ...changes, cluster: EKS }).one(KIND)).toMatchObject({
      metadata: { name: 'backend', namespace: 'funlynk' },
      spec: { podIdentity: { provider: 'aws', identityOwner: 'keda' } },
    });
  });

  test('is the operator’s own on Google', () => {
    expect(backendObjects({ ...changes, cluster: GKE }).one(KIND)).toHaveProperty('spec', {
      podIdentity: { provider: 'gcp' },
    });
  });

  test('gives the workload no right that it did not have', () => {
    const objects = backendObjects({ ...changes, cluster: EKS });
    expect(objects.one('ServiceAccount')).toEqual(backendObjects({ cluster: EKS }).one('ServiceAccount'));
  });

  test('is left out where no queue is looked at', () => {
    const autoscaling = { metrics: { business: CRON } };
    expect(backendObjects({ replicas: BOUNDS, autoscaling, cluster: EKS }).names(KIND)).toEqual([]);
  });
});
