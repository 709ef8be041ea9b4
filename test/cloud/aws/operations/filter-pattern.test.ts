import { Token } from 'cdktf';
import { filterPatternRefusals } from '../../../../lib/cloud/aws/operations/filter-pattern';

const refused = (pattern: string) =>
  filterPatternRefusals('pattern', pattern).flatMap((refusal) => (refusal === undefined ? [] : [refusal.rule]));

describe('filter patterns', () => {
  test.each([
    'ERROR',
    '"exit code 1" -DEBUG',
    '[ip, user, time, request, status = 4*, size]',
    '{ $.verb = "delete" }',
    '{ ($.verb = "get" || $.verb = "list") && $.user.username != "system:*" }',
    '{ $.message = "a } in quotes" }',
    '{ $.message = %5[0-9]{2}% }',
    Token.asString({ known: 'later' }),
  ])('may be %s', (pattern) => {
    expect(refused(pattern)).toEqual([]);
  });

  test.each([
    [' ', 'must not be empty, which would count every line'],
    ['x'.repeat(1025), 'must be at most 1024 characters'],
    ['{ ($.verb = "get" }', 'must close every quote and bracket'],
    ['{ $.verb = "get }', 'must close every quote and bracket'],
    ['{ verb = "get" }', 'must hold conditions on fields, such as { $.verb = "delete" }'],
    ['{ $.verb = "get" } x', 'must hold conditions on fields, such as { $.verb = "delete" }'],
    ['{ $.a = %1% || $.b = %2% || $.c = %3% }', 'must have at most 2 regular expressions'],
  ])('cannot be %p', (pattern, rule) => {
    expect(refused(pattern)).toContain(rule);
  });
});
