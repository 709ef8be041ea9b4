import { type Metric, periods } from '../../../../lib/cloud/aws/operations/metric';

const metric: Metric = { namespace: 'AWS/EKS', metricName: 'requests', statistic: 'Sum' };

describe('the periods of what is watched', () => {
  test('are five minutes unless told otherwise', () => {
    expect(periods({ kind: 'metric', ...metric })).toEqual([300]);
    expect(periods({ kind: 'query', query: 'SELECT MAX(a) FROM b', periodSeconds: 60 })).toEqual([60]);
  });

  test('are those of every metric of an expression', () => {
    const metrics = { a: metric, b: { ...metric, periodSeconds: 60 } };
    expect(periods({ kind: 'expression', expression: 'a + b', metrics })).toEqual([300, 60]);
  });
});
