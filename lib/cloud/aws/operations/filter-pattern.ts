import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html */
const MAX_PATTERN = 1024;
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html */
const MAX_REGULAR_EXPRESSIONS = 2;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Refuses a filter pattern that CloudWatch Logs would, as far as its form tells. */
export function filterPatternRefusals(property: string, pattern: string): (Refusal | undefined)[] {
  if (Token.isUnresolved(pattern)) return [];
  const bare = pattern.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/%[^%\s]+%/g, '%%');
  return [
    pattern.trim() === ''
      ? { property, rule: 'must not be empty, which would count every line', got: pattern }
      : undefined,
    pattern.length > MAX_PATTERN
      ? { property, rule: `must be at most ${MAX_PATTERN} characters`, got: pattern.length }
      : undefined,
    balanced(bare) ? undefined : { property, rule: 'must close every quote and bracket', got: pattern },
    bare.startsWith('{') && (!bare.endsWith('}') || !bare.includes('$.'))
      ? { property, rule: 'must hold conditions on fields, such as { $.verb = "delete" }', got: pattern }
      : undefined,
    (bare.match(/%%/g) ?? []).length > MAX_REGULAR_EXPRESSIONS
      ? { property, rule: `must have at most ${MAX_REGULAR_EXPRESSIONS} regular expressions`, got: pattern }
      : undefined,
  ];
}

function balanced(text: string): boolean {
  const open: string[] = [];
  for (const sign of text) {
    const closing = CLOSING[sign];
    if (closing !== undefined) open.push(closing);
    else if (')]}'.includes(sign) && open.pop() !== sign) return false;
  }
  return open.length === 0 && text.replaceAll('""', '').indexOf('"') < 0;
}
