import { isRecord, list, text, texts } from './output';

/** Whether labels satisfy a LabelSelector; an empty selector is satisfied by all, a missing one by none. */
export function matchesSelector(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  if (!isRecord(selector)) return false;
  const equal = Object.entries(texts(selector, 'matchLabels')).every(([key, wanted]) => labels[key] === wanted);
  return equal && list(selector, 'matchExpressions').every((expression) => matchesExpression(expression, labels));
}

function matchesExpression(expression: unknown, labels: Readonly<Record<string, string>>): boolean {
  const actual = labels[text(expression, 'key') ?? ''];
  const values = list(expression, 'values');
  switch (text(expression, 'operator')) {
    case 'In':
      return actual !== undefined && values.includes(actual);
    case 'NotIn':
      return actual === undefined || !values.includes(actual);
    case 'Exists':
      return actual !== undefined;
    case 'DoesNotExist':
      return actual === undefined;
    default:
      return false;
  }
}
