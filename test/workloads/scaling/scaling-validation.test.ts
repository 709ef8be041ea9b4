import { making, makingOf, STATEFUL_SET } from '../sample-workload';
import { CRON, PROMETHEUS } from './scaling-samples';

describe('the number of pods is refused', () => {
  test('where it is none', () => {
    expect(making({ replicas: 1.5 })).toThrow("test/backend: 'replicas' must be a whole number, 0 or more, got 1.5");
  });

  test('where its upper bound is none', () => {
    expect(making({ replicas: { min: 1, max: 2.5 } })).toThrow(
      "test/backend: 'replicas.max' must be a whole number, got 2.5",
    );
  });

  test('where its upper bound lets nothing run, for that reason alone', () => {
    const metrics = { sessions: PROMETHEUS };
    expect(making({ replicas: { min: 0, max: 0 }, autoscaling: { metrics } })).toThrow(
      /^test\/backend: 'replicas.max' must be 1 or more, got 0$/,
    );
  });

  test('where its bounds are the wrong way round', () => {
    expect(making({ replicas: { min: 4, max: 3 } })).toThrow(
      "test/backend: 'replicas.min' must be a whole number from 1 to replicas.max (3), got 4",
    );
  });

  test('where it is to be 0, and nothing would bring the first pod back', () => {
    expect(making({ replicas: { min: 0, max: 3 }, autoscaling: { cpuUtilizationPercent: 50 } })).toThrow(
      "test/backend: 'replicas.min' must be a whole number from 1 to replicas.max (3), got 0; " +
        'a metric of type prometheus, queue or cron brings the first pod back from 0',
    );
  });

  test('where it is to be less than 0 with a metric of KEDA', () => {
    expect(making({ replicas: { min: -1, max: 3 }, autoscaling: { metrics: { business: CRON } } })).toThrow(
      "test/backend: 'replicas.min' must be a whole number from 0 to replicas.max (3), got -1",
    );
  });
});

describe('the use that an autoscaler aims for is refused', () => {
  test.each(['cpuUtilizationPercent', 'memoryUtilizationPercent'])('where %s is no percentage', (name) => {
    for (const percent of [0, 101, 50.5]) {
      expect(making({ replicas: { min: 1, max: 3 }, autoscaling: { [name]: percent } })).toThrow(
        `test/backend: 'autoscaling.${name}' must be a whole number of percent, 1 to 100, got ${percent}`,
      );
    }
  });

  test('even where an environment gave a fixed number of pods', () => {
    expect(making({ replicas: 1, autoscaling: { cpuUtilizationPercent: 0 } })).toThrow(
      "test/backend: 'autoscaling.cpuUtilizationPercent' must be a whole number of percent, 1 to 100, got 0",
    );
  });
});

describe('an autoscaler is accepted', () => {
  test('from 0 pods with a metric of KEDA', () => {
    expect(making({ replicas: { min: 0, max: 4 }, autoscaling: { metrics: { business: CRON } } })).not.toThrow();
  });

  test('of a StatefulSet between bounds', () => {
    expect(makingOf({ ...STATEFUL_SET, replicas: { min: 1, max: 3 } })).not.toThrow();
  });

  test('at the ends of what can be aimed for', () => {
    const autoscaling = { cpuUtilizationPercent: 1, memoryUtilizationPercent: 100 };
    expect(making({ replicas: { min: 1, max: 3 }, autoscaling })).not.toThrow();
  });

  test('that is left out by an environment with a fixed number of pods', () => {
    expect(making({ replicas: 1, autoscaling: { metrics: { sessions: PROMETHEUS } } })).not.toThrow();
  });
});
