import { backendObjects, postgresObjects } from '../sample-workload';
import { BOUNDS, CRON, PROMETHEUS } from './scaling-samples';

const KIND = 'ScaledObject';
const METRICS = { metrics: { sessions: PROMETHEUS } };

describe('an autoscaler that KEDA makes', () => {
  test('is this object', () => {
    expect(backendObjects({ replicas: BOUNDS, autoscaling: METRICS }).yaml(KIND)).toMatchSnapshot();
  });

  test('stands in place of ours', () => {
    expect(backendObjects({ replicas: BOUNDS, autoscaling: METRICS }).names('HorizontalPodAutoscaler')).toEqual([]);
  });

  test('leaves the number of pods to KEDA', () => {
    const objects = backendObjects({ replicas: BOUNDS, autoscaling: METRICS });
    expect(objects.one('Deployment')).not.toHaveProperty('spec.replicas');
  });

  test('may scale to no pod at all', () => {
    const autoscaling = { metrics: { business: CRON } };
    expect(backendObjects({ replicas: { min: 0, max: 4 }, autoscaling }).one(KIND)).toHaveProperty(
      'spec.minReplicaCount',
      0,
    );
  });

  test('scales a StatefulSet as well', () => {
    expect(postgresObjects({ replicas: BOUNDS, autoscaling: METRICS }).one(KIND)).toHaveProperty(
      'spec.scaleTargetRef',
      {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        name: 'postgres',
      },
    );
  });

  test('scales the Rollout where Argo Rollouts makes the pods', () => {
    const rollout = {
      strategy: 'BlueGreen',
      analysis: { metrics: { errors: { kind: 'prometheus', query: 'errors', max: 1 } } },
    } as const;
    expect(backendObjects({ replicas: { min: 2, max: 10 }, autoscaling: METRICS, rollout }).one(KIND)).toHaveProperty(
      'spec.scaleTargetRef',
      { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'backend' },
    );
  });

  test('waits as long as it is told before the last pod goes', () => {
    const autoscaling = { ...METRICS, cooldownSeconds: 900 };
    expect(backendObjects({ replicas: BOUNDS, autoscaling }).one(KIND)).toHaveProperty('spec.cooldownPeriod', 900);
  });

  test('falls back to a number of pods where a metric cannot be read three times', () => {
    const autoscaling = { ...METRICS, fallbackReplicas: 6 };
    expect(backendObjects({ replicas: BOUNDS, autoscaling }).one(KIND)).toHaveProperty('spec.fallback', {
      failureThreshold: 3,
      replicas: 6,
    });
  });

  test('moves at the pace that is named', () => {
    const rules = {
      stabilizationWindowSeconds: 600,
      policies: [{ type: 'Pods', value: 1, periodSeconds: 300 }],
    } as const;
    const autoscaling = { ...METRICS, scaleDown: rules };
    expect(backendObjects({ replicas: BOUNDS, autoscaling }).one(KIND)).toHaveProperty(
      'spec.advanced.horizontalPodAutoscalerConfig',
      { name: 'backend', behavior: { scaleDown: rules } },
    );
  });
});
