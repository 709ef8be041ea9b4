import type { ScalingMetric } from '../../../lib/core/model/scaling';
import { autoscalingOf, replicaBounds, scalingEngine } from '../../../lib/workloads/scaling/scaling-engine';
import type { WorkloadContext, WorkloadProps } from '../../../lib/workloads/workload-props';
import { DAEMON_SET, DEPLOYMENT, JOB, STATEFUL_SET } from '../sample-workload';
import { BOUNDS, CRON, EXTERNAL, OBJECT, PODS, PROMETHEUS, QUEUE } from './scaling-samples';

function context(props: WorkloadProps): WorkloadContext {
  return { ...props, name: 'sample', namespace: 'funlynk', system: 'funlynk', ports: {}, labels: {}, selector: {} };
}

describe('who chooses the number of pods', () => {
  test.each([DEPLOYMENT, { ...DEPLOYMENT, replicas: 3 }, DAEMON_SET, JOB])('is nobody without bounds', (props) => {
    expect(scalingEngine(context(props))).toBe('none');
  });

  test('is nobody where an environment gave a fixed number, whatever the metrics', () => {
    const props = { ...DEPLOYMENT, replicas: 1, autoscaling: { metrics: { waiting: QUEUE } } };
    expect(scalingEngine(context(props))).toBe('none');
  });

  test.each([DEPLOYMENT, STATEFUL_SET])('is an autoscaler of ours between bounds', (props) => {
    expect(scalingEngine(context({ ...props, replicas: BOUNDS }))).toBe('hpa');
  });

  test.each<[string, ScalingMetric]>([
    ['pods', PODS],
    ['object', OBJECT],
    ['external', EXTERNAL],
  ])('is ours with a metric of type %s', (_, metric) => {
    const props = { ...DEPLOYMENT, replicas: BOUNDS, autoscaling: { metrics: { metric } } };
    expect(scalingEngine(context(props))).toBe('hpa');
  });

  test.each<[string, ScalingMetric]>([
    ['prometheus', PROMETHEUS],
    ['queue', QUEUE],
    ['cron', CRON],
  ])('is KEDA with a metric of type %s', (_, metric) => {
    const props = {
      ...STATEFUL_SET,
      replicas: BOUNDS,
      autoscaling: { cpuUtilizationPercent: 50, metrics: { metric } },
    };
    expect(scalingEngine(context(props))).toBe('keda');
  });
});

describe('what a workload says of its autoscaler', () => {
  test('is nothing for a kind that has none, and for one that does not say', () => {
    expect(autoscalingOf(context(DAEMON_SET))).toEqual({});
    expect(autoscalingOf(context(DEPLOYMENT))).toEqual({});
    expect(replicaBounds(context(JOB))).toBeUndefined();
  });

  test('is what it says', () => {
    const autoscaling = { cpuUtilizationPercent: 50 };
    expect(autoscalingOf(context({ ...STATEFUL_SET, autoscaling }))).toBe(autoscaling);
    expect(replicaBounds(context({ ...STATEFUL_SET, replicas: BOUNDS }))).toBe(BOUNDS);
  });
});
