import { Token } from 'cdktf';
import { userLabelRefusals } from '../../../../lib/cloud/google/operations/user-labels';

const found = (labels: Readonly<Record<string, string>>) => userLabelRefusals(labels).filter(Boolean);

describe('userLabelRefusals', () => {
  test('takes none, lower-case ones, and values that Terraform alone knows', () => {
    expect(userLabelRefusals().filter(Boolean)).toEqual([]);
    expect(found({ team: 'site-reliability', tier_1: '', later: Token.asString({ known: 'later' }) })).toEqual([]);
  });

  test.each([
    ['Team', 'sre'],
    ['1team', 'sre'],
    ['team', 'Site Reliability'],
    ['team', 'a'.repeat(64)],
  ])('refuses %s: %s', (key, got) => {
    expect(found({ [key]: got })).toEqual([expect.objectContaining({ property: `userLabels.${key}`, got })]);
  });

  test('refuses more than 64', () => {
    const labels = Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`label${index}`, 'x']));
    expect(found(labels)).toEqual([{ property: 'userLabels', rule: 'must be at most 64', got: 65 }]);
  });
});
