import type { Analysis, AnalysisMetric, RolloutEngine } from '../../../lib/core/model/rollout';
import { objectsOf } from '../sample-workload';
import { CANARY, WATCHED } from './sample-rollout';

const SUCCESS: AnalysisMetric = { kind: 'success-rate', minPercent: 99.5 };
const LATENCY: AnalysisMetric = { kind: 'latency', percentile: 95, maxMilliseconds: 300 };

/** What Prometheus is asked for a metric, and what the answer has to be. */
function asked(metric: AnalysisMetric, engine: RolloutEngine = 'argo-rollouts', rest: Partial<Analysis> = {}): string {
  const analysis = { ...rest, metrics: { metric } };
  const objects = objectsOf({ ...WATCHED, rollout: { ...CANARY, engine, analysis } });
  return engine === 'flagger' ? objects.yaml('MetricTemplate') : objects.yaml('AnalysisTemplate');
}

describe('a metric that the mesh counts', () => {
  test('is that of the new version’s pods, by the label of Argo Rollouts', () => {
    expect(asked(SUCCESS)).toContain('namespace="funlynk",rollouts_pod_template_hash="{{args.pod-template-hash}}"');
  });

  test('is that of the pods that Flagger has not renamed', () => {
    expect(asked(SUCCESS, 'flagger')).toContain('namespace="funlynk",app="sample"');
  });

  test.each([
    [SUCCESS, 'result[0] >= 99.5'],
    [LATENCY, 'result[0] <= 300'],
  ])('%j is well where %s', (metric, condition) => {
    expect(asked(metric)).toContain(`successCondition: ${condition}`);
  });

  test.each([
    [30, 60],
    [60, 60],
    [120, 120],
  ])('measured every %i seconds goes back %i', (intervalSeconds, window) => {
    expect(asked(LATENCY, 'argo-rollouts', { intervalSeconds })).toContain(`[${window}s]`);
  });
});

test('a query is asked as it is written', () => {
  const text = asked({ kind: 'prometheus', query: 'sum(rate(errors[5m]))', min: 1, max: 2 });
  expect(text).toContain('query: sum(rate(errors[5m]))');
  expect(text).toContain('successCondition: result[0] >= 1 && result[0] <= 2');
});
