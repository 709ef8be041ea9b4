import { boundsFaults, repeatedFaults } from '../../lib/environment/check-values';
import { said, smallDraft } from './small-draft';

describe('bounds', () => {
  test.each([
    '{ min: 2, max: 2 }',
    '{ min: 0, max: 1 }',
    '{ min: 2 }',
    '{ min: two, max: 1 }',
    '{ min: 1.5, max: 1 }',
    '3',
  ])('of %s are nothing to complain of', (nodes) => {
    expect(boundsFaults(smallDraft(`nodes: ${nodes}`), ['nodes'])).toEqual([]);
  });

  test('are refused where the lower is above the upper, at the lower', () => {
    expect(said(boundsFaults(smallDraft('pool: { nodes: { min: 3, max: 2 } }'), ['pool', 'nodes']))).toEqual([
      'pool.nodes.min: must be at most nodes.max (2), got 3',
    ]);
  });
});

describe('entries of a list', () => {
  test('may stand in it once', () => {
    expect(said(repeatedFaults(smallDraft('zones: [a, b, a, a]'), ['zones']))).toEqual([
      "zones[2]: 'a' stands in the list before, at zones[0]",
      "zones[3]: 'a' stands in the list before, at zones[0]",
    ]);
  });

  test.each(['[a, A]', '[1, 1]', '[]', 'a', '{ a: a }'])('%s are nothing to complain of', (zones) => {
    expect(repeatedFaults(smallDraft(`zones: ${zones}`), ['zones'])).toEqual([]);
  });

  test('are the same where they have one identity, and are left out where they have none', () => {
    const identity = (entry: readonly (string | number)[]): string | undefined =>
      entry.at(-1) === 1 ? undefined : 'same';

    expect(said(repeatedFaults(smallDraft('zones: [a, b, c]'), ['zones'], identity))).toEqual([
      "zones[2]: 'same' stands in the list before, at zones[0]",
    ]);
  });
});
