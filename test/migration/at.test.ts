import { at, keysOf, listAt, textAt } from '../../lib/migration/at';

const OBJECT = { spec: { replicas: 3, type: 'a', ports: [{ port: 80 }], none: null } };

describe('a path of keys', () => {
  test('leads to what lies there', () => {
    expect(at(OBJECT, 'spec', 'replicas')).toBe(3);
    expect(at(OBJECT)).toBe(OBJECT);
    expect(listAt(OBJECT, 'spec', 'ports')).toEqual([{ port: 80 }]);
    expect(textAt(OBJECT, 'spec', 'type')).toBe('a');
    expect(keysOf(OBJECT)).toEqual(['spec']);
  });

  test('leads to nothing where a key is missing, or is inherited', () => {
    expect(at(OBJECT, 'status', 'replicas')).toBeUndefined();
    expect(at(OBJECT, 'spec', 'none', 'more')).toBeUndefined();
    expect(at(OBJECT, 'toString')).toBeUndefined();
    expect(at(undefined, 'spec')).toBeUndefined();
  });

  test('leads to no list and no text where it is another thing', () => {
    expect(listAt(OBJECT, 'spec')).toEqual([]);
    expect(textAt(OBJECT, 'spec', 'replicas')).toBeUndefined();
    expect(keysOf([1, 2])).toEqual([]);
  });
});
