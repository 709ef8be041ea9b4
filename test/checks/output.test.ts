import { list, resources, scalar, text, texts, value } from '../../lib/checks/output';
import { stack } from './fixtures';

const data = {
  one: [{ inner: 'x' }],
  two: [{ inner: 'x' }, { inner: 'y' }],
  map: { text: 'a', number: 1 },
  nothing: null,
};

test('a value is found under its keys, and through a list with one element', () => {
  expect(value(data, 'map', 'text')).toBe('a');
  expect(value(data, 'one', 'inner')).toBe('x');
});

test('there is no value through a list with several elements, nor below a text', () => {
  expect(value(data, 'two', 'inner')).toBeUndefined();
  expect(value(data, 'map', 'text', 'deeper')).toBeUndefined();
});

test('a list is empty where there is nothing, and single where there is no list', () => {
  expect(list(data, 'two')).toHaveLength(2);
  expect(list(data, 'missing')).toEqual([]);
  expect(list(data, 'nothing')).toEqual([]);
  expect(list(data, 'map', 'text')).toEqual(['a']);
});

test('only a text is a text', () => {
  expect(text(data, 'map', 'text')).toBe('a');
  expect(text(data, 'map', 'number')).toBeUndefined();
});

test('a number is a scalar as well, and a map is none', () => {
  expect(scalar(data, 'map', 'text')).toBe('a');
  expect(scalar(data, 'map', 'number')).toBe('1');
  expect(scalar(data, 'map')).toBeUndefined();
});

test('a map of texts leaves out what is none', () => {
  expect(texts(data, 'map')).toEqual({ text: 'a' });
  expect(texts(data, 'two')).toEqual({});
});

test('a resource is reported under the path of its construct, or its address where it has none', () => {
  const named = { '//': { metadata: { path: 'shop-main/Cluster/Resource' } } };
  const found = resources([stack({ aws_vpc: { a: named, b: {} } })]);

  expect(found.map(({ path }) => path)).toEqual(['shop-main/Cluster/Resource', 'shop-main/aws_vpc.b']);
});

test('data sources are no resources', () => {
  expect(resources([stack({}, { data: { aws_vpc: { a: {} } } })])).toEqual([]);
});
