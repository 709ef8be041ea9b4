import { LogMetric, type LogMetricProps } from '../../../../lib/cloud/google/operations/log-metric';
import { googleStack, only, PROJECT } from '../synth';

const TYPE = 'google_logging_metric';

function metric(props: Partial<LogMetricProps> = {}) {
  const stack = googleStack();
  new LogMetric(stack, 'metric', { project: PROJECT, name: 'checkout/failures', filter: 'severity=ERROR', ...props });
  return stack;
}

describe('LogMetric', () => {
  test('counts entries', () => {
    expect(only(metric(), TYPE)).toMatchInlineSnapshot(`
      {
        "filter": "severity=ERROR",
        "metric_descriptor": {
          "labels": [],
          "metric_kind": "DELTA",
          "unit": "1",
          "value_type": "INT64",
        },
        "name": "checkout/failures",
        "project": "funlynk-prod",
      }
    `);
  });

  test('counts labels apart, in any order', () => {
    const labelExtractors = { shop: 'EXTRACT(jsonPayload.shop)', code: 'REGEXP_EXTRACT(textPayload, "code (\\d+)")' };
    expect(only(metric({ labelExtractors, description: 'Failures', filter: 'a:"${b}"' }), TYPE)).toMatchObject({
      description: 'Failures',
      filter: 'a:"$${b}"',
      label_extractors: labelExtractors,
      metric_descriptor: {
        labels: [
          { key: 'code', value_type: 'STRING' },
          { key: 'shop', value_type: 'STRING' },
        ],
      },
    });
  });

  test('has policies on it wait for it', () => {
    const { metricType } = new LogMetric(googleStack(), 'metric', { project: PROJECT, name: 'm', filter: 'x' });
    expect(metricType).toMatch(/^logging\.googleapis\.com\/user\/\$\{TfToken\[/);
  });

  test('refuses what Google would, all at once', () => {
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`label${index}`, 'EXTRACT(a)']));
    expect(() => metric({ labelExtractors: many })).toThrow("'labelExtractors' must be at most 10, got 11");
    expect(() =>
      metric({ name: '/failures', filter: ' ', labelExtractors: { Code: 'EXTRACT(a)', code: 'jsonPayload.code' } }),
    ).toThrow(
      [
        "test/metric: 'name' must be up to 100 letters, digits and signs, not beginning with a slash, got '/failures'",
        "test/metric: 'filter' must not be empty, got ' '",
        "test/metric: 'labelExtractors' must be named with lower-case letters, digits and underscores, got 'Code'",
        "test/metric: 'labelExtractors.code' must be EXTRACT(field) or REGEXP_EXTRACT(field, regex), got 'jsonPayload.code'",
      ].join('\n'),
    );
  });
});
