import { changed } from './fixtures';

test('a change leaves the original alone', () => {
  const data = { spec: { ports: [{ port: 1 }] } };

  expect(changed(data, ['spec', 'ports', 0, 'port'], 2)).toEqual({ spec: { ports: [{ port: 2 }] } });
  expect(data).toEqual({ spec: { ports: [{ port: 1 }] } });
});

test('undefined takes a field out', () => {
  expect(changed({ kept: 1, gone: 2 }, ['gone'], undefined)).toEqual({ kept: 1 });
});

test('a change that changes nothing is refused', () => {
  expect(() => changed({ spec: {} }, ['spec', 'template', 'labels'], {})).toThrow(
    'nothing to change at spec.template.labels',
  );
  expect(() => changed({ spec: {} }, ['spec', 'gone'], undefined)).toThrow('nothing to take out at spec.gone');
});
