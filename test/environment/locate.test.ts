import { locate } from '../../lib/environment/locate';

const read = (): string => 'clusters:\n  main:\n    nodePools: { gpu: { nodes: { min: 2 } } }\n';

test('a part of a file is located by its path', () => {
  const path = ['clusters', 'main', 'nodePools', 'gpu', 'nodes', 'min'];
  expect(locate('a.yaml', path, read)).toEqual({ file: 'a.yaml', line: 3, column: 39 });
});

test('a part that was left out is located where it is missing', () => {
  expect(locate('a.yaml', ['clusters', 'main', 'nodePools', 'gpu', 'machineType'], read)).toEqual({
    file: 'a.yaml',
    line: 3,
    column: 18,
  });
});

test('a file that is gone is named alone', () => {
  expect(locate('no-such-file.yaml', ['clusters'])).toEqual({ file: 'no-such-file.yaml' });
});
