import { ConstructError, refuse } from '../../lib/core/errors';

test('nothing is thrown where nothing is refused', () => {
  expect(() => refuse('stack/cluster', [undefined, undefined])).not.toThrow();
});

test('all refusals are thrown together, a line each', () => {
  const run = (): void =>
    refuse('stack/pool', [
      { property: 'nodes.min', rule: 'must be at most nodes.max (12)', got: 30 },
      undefined,
      { property: 'zone', rule: 'must be a zone', got: 'x', remedy: 'name one of the region' },
    ]);

  expect(run).toThrow(ConstructError);
  expect(run).toThrow(
    "stack/pool: 'nodes.min' must be at most nodes.max (12), got 30\n" +
      "stack/pool: 'zone' must be a zone, got 'x'; name one of the region",
  );
});

test.each([
  [['a'], '["a"]'],
  [undefined, 'undefined'],
  [null, 'null'],
  [false, 'false'],
])('the value %j is shown as %s', (got, shown) => {
  expect(() => refuse('stack', [{ property: 'p', rule: 'must be else', got }])).toThrow(`must be else, got ${shown}`);
});
