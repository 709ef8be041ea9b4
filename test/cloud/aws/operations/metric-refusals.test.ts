import type { Metric, Watched } from '../../../../lib/cloud/aws/operations/metric';
import { watchedRefusals } from '../../../../lib/cloud/aws/operations/metric-refusals';

const metric: Metric = { namespace: 'AWS/EKS', metricName: 'requests', statistic: 'Sum' };
const refused = (watched: Watched) =>
  watchedRefusals('watched', watched).flatMap((refusal) =>
    refusal === undefined ? [] : [`${refusal.property} ${refusal.rule}`],
  );
const ofMetric = (other: Partial<Metric>) => refused({ kind: 'metric', ...metric, ...other });
const ofExpression = (expression: string, metrics: Readonly<Record<string, Metric>> = { a: metric, b: metric }) =>
  refused({ kind: 'expression', expression, metrics });

describe('a metric', () => {
  test.each(['Average', 'SampleCount', 'p99', 'p99.9', 'p100', 'tm90', 'IQM', 'TM(10%:90%)', 'PR(:300)', 'TS(80%:)'])(
    'may have the statistic %s',
    (statistic) => {
      expect(ofMetric({ statistic })).toEqual([]);
    },
  );

  test.each(['average', 'p', 'p101', 'median', 'TM(10%)'])('cannot have the statistic %s', (statistic) => {
    expect(ofMetric({ statistic })).toEqual([
      'watched.statistic must be Average, Maximum, Minimum, SampleCount, Sum, a percentile such as p99 or a trimmed statistic such as TM(10%:90%)',
    ]);
  });

  test.each([10, 20, 30, 60, 300, 86_400])('may have periods of %s seconds', (periodSeconds) => {
    expect(ofMetric({ periodSeconds })).toEqual([]);
  });

  test.each([0, 1, 5, 45, 90, -60])('cannot have periods of %s seconds', (periodSeconds) => {
    expect(ofMetric({ periodSeconds })).toEqual(['watched.periodSeconds must be 10, 20, 30 or a multiple of 60']);
  });

  test('cannot be without a name, or have more than 30 dimensions', () => {
    const dimensions = Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`d${index}`, 'x']));
    expect(ofMetric({ namespace: '', metricName: '', dimensions })).toEqual([
      'watched.namespace must be from 1 to 255 characters',
      'watched.metricName must be from 1 to 255 characters',
      'watched.dimensions must be at most 30',
    ]);
    expect(ofMetric({ namespace: ':a' })).toEqual(['watched.namespace must not begin with a colon']);
  });
});

describe('an expression', () => {
  test.each(['a / b', '100 * a / (a + b)', 'MAX([a, b])', 'IF(a > 5, b, 0)'])('may be %s', (expression) => {
    expect(ofExpression(expression)).toEqual([]);
  });

  test('uses all of its metrics, and no others', () => {
    expect(ofExpression('a + a')).toEqual(['watched.expression must use every one of its metrics (a, b)']);
    expect(ofExpression('a + b + c')).toEqual(['watched.expression must use no ids but those of its metrics (a, b)']);
  });

  test('cannot search, which an alarm does not', () => {
    expect(ofExpression(`SUM(SEARCH('{AWS/EKS,ClusterName} x', 'Sum', 300)) + a + b`)).toEqual([
      'watched.expression must not hold SEARCH, which alarms do not know',
    ]);
  });

  test('names its metrics as CloudWatch does', () => {
    expect(ofExpression('A + alarm_result', { A: metric, alarm_result: metric })).toEqual([
      'watched.expression must use every one of its metrics (A, alarm_result)',
      'watched.metrics must have ids of letters, digits and _, beginning with a lower-case letter',
      'watched.metrics must not have the id alarm_result, which is that of the result',
    ]);
  });

  test('has from 1 to 10 metrics with one period', () => {
    expect(ofExpression('1 + 1', {})).toEqual(['watched.metrics must be from 1 to 10']);
    expect(ofExpression('a + b', { a: metric, b: { ...metric, periodSeconds: 60 } })).toEqual([
      'watched.metrics must all have the same periodSeconds',
    ]);
  });
});

describe('a query', () => {
  test('selects one value', () => {
    expect(refused({ kind: 'query', query: 'SELECT MAX(x) FROM "AWS/EKS"' })).toEqual([]);
    expect(refused({ kind: 'query', query: 'SELECT x FROM y', periodSeconds: 45 })).toEqual([
      'watched.query must begin with SELECT and one of AVG, COUNT, MAX, MIN or SUM',
      'watched.periodSeconds must be 10, 20, 30 or a multiple of 60',
    ]);
  });
});
