import { Token } from 'cdktf';
import { labelRefusals } from '../../../lib/cloud/google/resource-labels';

const refusals = (labels: Record<string, string>) => labelRefusals('labels', labels).filter(Boolean);

describe('labelRefusals', () => {
  test('accepts labels that Google takes, and none', () => {
    expect(refusals({ team: 'payments', 'cost-center': '42', empty: '', ünit: 'ß' })).toEqual([]);
    expect(labelRefusals('labels').filter(Boolean)).toEqual([]);
  });

  test.each([
    ['Team', 'a'],
    ['1a', 'a'],
    ['', 'a'],
    ['team', 'A'],
    ['team', 'a b'],
    ['team', 'a'.repeat(64)],
  ])('refuses a label %p of %p', (key, value) => {
    expect(refusals({ [key]: value })).toHaveLength(1);
  });

  test('tells which label it is', () => {
    expect(refusals({ team: 'A' })).toEqual([
      {
        property: 'labels.team',
        rule: 'must be lower-case letters, digits, dashes and underscores, up to 63, the key beginning with a letter',
        got: 'A',
      },
    ]);
  });

  test('refuses more than 64', () => {
    const many = Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`l${index}`, '']));
    expect(refusals(many)).toEqual([{ property: 'labels', rule: 'must be at most 64 labels', got: 65 }]);
  });

  test('leaves alone what only Terraform knows', () => {
    expect(refusals({ team: Token.asString({ x: 1 }) })).toEqual([]);
  });
});
