import { matchesSelector } from '../../lib/checks/selectors';

const labels = { app: 'web', tier: 'front' };

const expression = (key: string, operator: string, ...values: readonly string[]): unknown => ({
  matchExpressions: [{ key, operator, ...(values.length === 0 ? {} : { values }) }],
});

test.each([
  ['an empty selector', {}, true],
  ['a missing selector', undefined, false],
  ['equal labels', { matchLabels: { app: 'web' } }, true],
  ['another value', { matchLabels: { app: 'api' } }, false],
  ['one label of two that is missing', { matchLabels: { app: 'web', zone: 'a' } }, false],
  ['In with the value', expression('app', 'In', 'api', 'web'), true],
  ['In without the value', expression('app', 'In', 'api'), false],
  ['In of a missing label', expression('zone', 'In', 'a'), false],
  ['NotIn with the value', expression('app', 'NotIn', 'web'), false],
  ['NotIn without the value', expression('app', 'NotIn', 'api'), true],
  ['NotIn of a missing label', expression('zone', 'NotIn', 'a'), true],
  ['Exists of a label', expression('app', 'Exists'), true],
  ['Exists of a missing label', expression('zone', 'Exists'), false],
  ['DoesNotExist of a label', expression('app', 'DoesNotExist'), false],
  ['DoesNotExist of a missing label', expression('zone', 'DoesNotExist'), true],
  ['an unknown operator', expression('app', 'Gt', '1'), false],
  [
    'labels that match beside an expression that does not',
    { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] },
    false,
  ],
])('%s', (_, selector, expected) => {
  expect(matchesSelector(selector, labels)).toBe(expected);
});
