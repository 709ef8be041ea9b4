import { FlaggerCanary, type FlaggerCanaryProps } from '../../../lib/platform/delivery/flagger-canary';
import { synth, type Objects } from '../../support/manifests';

function canary(changes: Partial<FlaggerCanaryProps> = {}): Objects {
  return synth(
    (chart) =>
      new FlaggerCanary(chart, 'Canary', {
        name: 'backend',
        namespace: 'funlynk',
        labels: { 'app.kubernetes.io/name': 'backend' },
        provider: 'istio',
        progressDeadlineSeconds: 600,
        autoscaler: { kind: 'HorizontalPodAutoscaler' },
        port: { name: 'http', number: 80, appProtocol: 'http' },
        advance: { stepWeights: [10, 50] },
        intervalSeconds: 60,
        failureLimit: 2,
        metrics: { errors: { query: 'sum(errors)', min: 0, max: 5 } },
        ...changes,
      }),
  );
}

describe('FlaggerCanary', () => {
  test('moves the traffic of a Deployment step by step, and leaves its autoscaler the number of pods', () => {
    expect(canary().yaml('Canary')).toMatchSnapshot();
  });

  test('asks Prometheus what the metrics say', () => {
    expect(canary().names('MetricTemplate')).toEqual(['backend-errors']);
  });

  test.each([
    [{ min: 99 }, { min: 99 }],
    [{ max: 0 }, { max: 0 }],
  ])('takes %j for a good answer', (bounds, thresholdRange) => {
    const object = canary({ metrics: { one: { query: 'q', ...bounds } } }).one('Canary');
    expect(object).toHaveProperty('spec.analysis.metrics.0.thresholdRange', thresholdRange);
  });

  test.each([0, 2])('bears %i failures, and rolls back at the next', (failureLimit) => {
    expect(canary({ failureLimit }).one('Canary')).toHaveProperty('spec.analysis.threshold', failureLimit + 1);
  });

  test('moves all traffic at once after some measurements', () => {
    const object = canary({ advance: { iterations: 5 } }).one('Canary');
    expect(object).toHaveProperty('spec.analysis.iterations', 5);
    expect(object).not.toHaveProperty('spec.analysis.stepWeights');
  });

  test('has no VirtualService to delegate to without a mesh', () => {
    const object = canary({ provider: 'kubernetes' }).one('Canary');
    expect(object).toHaveProperty('spec.provider', 'kubernetes');
    expect(object).not.toHaveProperty('spec.service.delegation');
  });

  test('leaves KEDA’s queries as they are, which Flagger would rewrite', () => {
    const queries = { sessions: 'sum(active_sessions{service="backend"})' };
    expect(canary({ autoscaler: { kind: 'ScaledObject', queries } }).one('Canary')).toHaveProperty(
      'spec.autoscalerRef',
      { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', name: 'backend', primaryScalerQueries: queries },
    );
    expect(canary({ autoscaler: { kind: 'ScaledObject', queries: {} } }).one('Canary')).not.toHaveProperty(
      'spec.autoscalerRef.primaryScalerQueries',
    );
  });
});
