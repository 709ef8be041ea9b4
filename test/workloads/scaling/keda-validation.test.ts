import type { Autoscaling } from '../../../lib/core/model/scaling';
import { making } from '../sample-workload';
import { BOUNDS, CRON, EXTERNAL, OBJECT, PODS, PROMETHEUS } from './scaling-samples';

const METRICS = { sessions: PROMETHEUS };

function scaling(autoscaling: Autoscaling): () => void {
  return making({ replicas: { min: 2, max: 10 }, autoscaling });
}

describe('an autoscaler of KEDA is refused', () => {
  test.each([
    ['pods', PODS],
    ['object', OBJECT],
    ['external', EXTERNAL],
  ])('where it would follow a metric of type %s', (type, requests) => {
    expect(scaling({ metrics: { ...METRICS, requests } })).toThrow(
      `test/backend: 'autoscaling.metrics.requests.type' must be of KEDA where another metric is, got '${type}'; ` +
        'ask Prometheus for it by a metric of type prometheus',
    );
  });

  test.each([-1, 0.5])('where it waits %p seconds before the last pod goes', (cooldownSeconds) => {
    expect(scaling({ metrics: METRICS, cooldownSeconds })).toThrow(
      `test/backend: 'autoscaling.cooldownSeconds' must be a whole number of seconds, 0 or more, got ${cooldownSeconds}`,
    );
  });

  test('where it falls back to part of a pod, for that reason alone', () => {
    expect(scaling({ metrics: METRICS, fallbackReplicas: 0.5 })).toThrow(
      /^test\/backend: 'autoscaling.fallbackReplicas' must be a whole number, 0 or more, got 0.5$/,
    );
  });

  test.each([1, 11])('where it falls back to %p pods, beyond the bounds', (fallbackReplicas) => {
    expect(scaling({ metrics: METRICS, fallbackReplicas })).toThrow(
      "test/backend: 'autoscaling.fallbackReplicas' must be from replicas.min (2) to replicas.max (10), " +
        `got ${fallbackReplicas}`,
    );
  });

  test('where it has nothing to fall back from', () => {
    expect(scaling({ metrics: { business: CRON }, fallbackReplicas: 3 })).toThrow(
      "test/backend: 'autoscaling.fallbackReplicas' must be left out where KEDA reads nothing but the time, got 3",
    );
  });
});

describe('an autoscaler of ours is refused', () => {
  test.each(['cooldownSeconds', 'fallbackReplicas'])('where it names %s', (name) => {
    expect(scaling({ metrics: { requests: PODS }, [name]: 5 })).toThrow(
      `test/backend: 'autoscaling.${name}' must be left out where no metric is of KEDA, got 5; ` +
        'name a metric of type prometheus, queue or cron',
    );
  });
});

describe('an autoscaler of KEDA is accepted', () => {
  test.each([2, 10])('where it falls back to %p pods, an end of the bounds', (fallbackReplicas) => {
    expect(scaling({ metrics: METRICS, fallbackReplicas, cooldownSeconds: 0 })).not.toThrow();
  });

  test('where an environment gave a fixed number of pods', () => {
    expect(making({ replicas: 1, autoscaling: { metrics: METRICS, fallbackReplicas: 3 } })).not.toThrow();
    expect(making({ replicas: BOUNDS, autoscaling: { metrics: METRICS } })).not.toThrow();
  });
});
