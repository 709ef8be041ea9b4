import { Token } from 'cdktf';
import type { AlertCondition, PromqlCondition } from '../../../../lib/cloud/google/operations/alert-condition';
import { conditionRefusals } from '../../../../lib/cloud/google/operations/alert-condition-refusals';

const QUERY: PromqlCondition = { kind: 'promql', query: 'up == 0' };
const THRESHOLD: AlertCondition = {
  kind: 'threshold',
  filter: 'metric.type="m"',
  perSeriesAligner: 'ALIGN_MEAN',
  comparison: 'COMPARISON_GT',
  thresholdValue: 1,
};

function refused(conditions: Readonly<Record<string, AlertCondition>>): string[] {
  return conditionRefusals(conditions).flatMap((refusal) =>
    refusal === undefined ? [] : [`${refusal.property} ${refusal.rule}`],
  );
}

describe('conditionRefusals', () => {
  test('takes one of each kind that may stand beside others', () => {
    const later = Token.asNumber({ known: 'later' });
    const absence: AlertCondition = {
      kind: 'absence',
      filter: 'metric.type="m"',
      perSeriesAligner: 'ALIGN_MEAN',
      durationSeconds: 84_600,
    };
    expect(refused({ a: THRESHOLD, b: QUERY, c: absence, d: { ...THRESHOLD, durationSeconds: later } })).toEqual([]);
    expect(refused({ log: { kind: 'log', filter: 'severity=ERROR' } })).toEqual([]);
  });

  test('refuses none, and more than six', () => {
    expect(refused({})).toEqual(['conditions must be from 1 to 6']);
    const seven = Object.fromEntries('abcdefg'.split('').map((name) => [name, QUERY]));
    expect(refused(seven)).toEqual(['conditions must be from 1 to 6']);
  });

  test('refuses a log condition beside others', () => {
    expect(refused({ a: { kind: 'log', filter: 'x' }, b: QUERY })).toEqual([
      'conditions must hold nothing beside a log condition',
    ]);
  });

  test.each<[string, AlertCondition, string]>([
    ['an empty query', { kind: 'promql', query: ' ' }, 'conditions.c.query must not be empty'],
    ['an empty log filter', { kind: 'log', filter: '' }, 'conditions.c.filter must not be empty'],
    ['an empty metric filter', { ...THRESHOLD, filter: '' }, 'conditions.c.filter must not be empty'],
    [
      'a filter too long',
      { ...THRESHOLD, filter: 'x'.repeat(2049) },
      'conditions.c.filter must be at most 2048 characters',
    ],
    [
      'a duration of half a minute',
      { ...THRESHOLD, durationSeconds: 30 },
      'conditions.c.durationSeconds must be a multiple of 60 from 0 to 84600',
    ],
    [
      'an absence of a minute',
      { ...THRESHOLD, kind: 'absence', durationSeconds: 60 },
      'conditions.c.durationSeconds must be a multiple of 60 from 120 to 84600',
    ],
    [
      'an alignment of half a minute',
      { ...THRESHOLD, alignmentPeriodSeconds: 30 },
      'conditions.c.alignmentPeriodSeconds must be a multiple of 60 from 60 to 84600',
    ],
    [
      'grouping without reducing',
      { ...THRESHOLD, groupByFields: ['resource.label.zone'] },
      'conditions.c.groupByFields must come with crossSeriesReducer, without which it has no effect',
    ],
    [
      'a negative duration of a query',
      { ...QUERY, durationSeconds: -1 },
      'conditions.c.durationSeconds must be a whole number of at least 0',
    ],
    [
      'an evaluation every 45 seconds',
      { ...QUERY, evaluationIntervalSeconds: 45 },
      'conditions.c.evaluationIntervalSeconds must be a multiple of 30 from 30 to 84600',
    ],
  ])('refuses %s', (_, condition, message) => {
    expect(refused({ c: condition })).toEqual([message]);
  });
});
