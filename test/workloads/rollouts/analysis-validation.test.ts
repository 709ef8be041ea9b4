import type { Analysis, AnalysisMetric } from '../../../lib/core/model/rollout';
import { makingOf } from '../sample-workload';
import { ANALYSIS, BLUE_GREEN, CANARY, MESHLESS, WATCHED } from './sample-rollout';

const SUCCESS: AnalysisMetric = { kind: 'success-rate', minPercent: 99 };

const making = (changes: Partial<Analysis>): (() => void) =>
  makingOf({ ...WATCHED, rollout: { ...CANARY, analysis: { ...ANALYSIS, ...changes } } });

const measuring = (metric: AnalysisMetric): (() => void) => making({ metrics: { one: metric } });

describe('an analysis is refused', () => {
  test('that never ends', () => {
    expect(making({ intervalSeconds: 0 })).toThrow(
      "test/sample: 'rollout.analysis.intervalSeconds' must be a whole number of seconds, 1 or more, got 0",
    );
  });

  test('that bears less than no failure', () => {
    expect(making({ failureLimit: -1 })).toThrow(
      "test/sample: 'rollout.analysis.failureLimit' must be a whole number, 0 or more, got -1",
    );
  });

  test('without metrics', () => {
    expect(making({ metrics: {} })).toThrow(
      "test/sample: 'rollout.analysis.metrics' must be at least one metric, got {}",
    );
  });

  test('with a metric whose name no object can have', () => {
    expect(making({ metrics: { Error_Rate: SUCCESS } })).toThrow(
      "test/sample: 'rollout.analysis.metrics' must be named in lower-case letters, digits and dashes, 63 at most, " +
        "got 'Error_Rate'",
    );
  });

  test.each<[AnalysisMetric]>([[SUCCESS], [{ kind: 'latency', percentile: 95, maxMilliseconds: 300 }]])(
    'with %j where no mesh counts requests',
    (metric) => {
      expect(makingOf({ ...MESHLESS, rollout: { ...CANARY, analysis: { metrics: { one: metric } } } })).toThrow(
        `test/sample: 'rollout.analysis.metrics.one' needs a mesh that counts requests, got '${metric.kind}'; ` +
          "or let it be a query of kind 'prometheus'",
      );
    },
  );

  test('by requests where there are connections only', () => {
    const rollout = { ...BLUE_GREEN, analysis: { metrics: { one: SUCCESS } } };
    expect(makingOf({ ...WATCHED, ports: { sql: { containerPort: 5432 } }, rollout })).toThrow(
      "test/sample: 'rollout.analysis.metrics.one' needs a port of protocol 'http' or 'grpc', got 'success-rate'; " +
        "or let it be a query of kind 'prometheus'",
    );
  });

  test.each([0, -1, 100.1])('with a success rate of %p percent', (minPercent) => {
    expect(measuring({ kind: 'success-rate', minPercent })).toThrow(
      `test/sample: 'rollout.analysis.metrics.one.minPercent' must be more than 0, and 100 at most, got ${minPercent}`,
    );
  });

  test.each([0, 100, -5])('with the percentile %p', (percentile) => {
    expect(measuring({ kind: 'latency', percentile, maxMilliseconds: 300 })).toThrow(
      `test/sample: 'rollout.analysis.metrics.one.percentile' must be between 0 and 100, got ${percentile}`,
    );
  });

  test('with a latency of no time', () => {
    expect(measuring({ kind: 'latency', percentile: 95, maxMilliseconds: 0 })).toThrow(
      "test/sample: 'rollout.analysis.metrics.one.maxMilliseconds' must be more than 0, got 0",
    );
  });

  test('with a query that asks nothing', () => {
    expect(measuring({ kind: 'prometheus', query: ' ', max: 1 })).toThrow(
      "test/sample: 'rollout.analysis.metrics.one.query' must be a query, got ' '",
    );
  });

  test('with a query to which every answer would do', () => {
    expect(measuring({ kind: 'prometheus', query: 'q' })).toThrow(
      "test/sample: 'rollout.analysis.metrics.one' needs a min or a max, or every answer would do, got {}",
    );
  });

  test('with a bound that is no number', () => {
    expect(measuring({ kind: 'prometheus', query: 'q', min: NaN })).toThrow(
      "test/sample: 'rollout.analysis.metrics.one.min' must be a number, got 'NaN'",
    );
  });

  test('with bounds that leave nothing', () => {
    expect(measuring({ kind: 'prometheus', query: 'q', min: 5, max: 4 })).toThrow(
      "test/sample: 'rollout.analysis.metrics.one.min' must be at most rollout.analysis.metrics.one.max (4), got 5",
    );
  });
});

test.each<[AnalysisMetric]>([
  [{ kind: 'success-rate', minPercent: 100 }],
  [{ kind: 'latency', percentile: 99.9, maxMilliseconds: 0.5 }],
  [{ kind: 'prometheus', query: 'q', min: 0, max: 0 }],
])('an analysis with %j is accepted', (metric) => {
  expect(measuring(metric)).not.toThrow();
});
