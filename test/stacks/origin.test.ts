import { ConstructError } from '../../lib/core/errors';
import { from, fromEach, gather, OriginError } from '../../stacks/origin';

function refuse(path: string): never {
  throw new ConstructError(path, [{ property: 'size', rule: 'must be less', got: 9 }]);
}

/** Origins of what was refused. */
function origins(make: () => void): readonly unknown[] {
  try {
    make();
  } catch (error) {
    if (error instanceof OriginError) return error.refused.map(({ origin }) => origin);
    throw error;
  }
  return [];
}

describe('from', () => {
  test('gives what was made', () => {
    expect(from(['clusters'], () => 7)).toBe(7);
  });

  test('says which part of the file was refused', () => {
    expect(origins(() => from(['clusters', 'main'], () => refuse('Cluster')))).toEqual([['clusters', 'main']]);
  });

  test('lets every other error through', () => {
    const broken = (): never => {
      throw new Error('broken');
    };
    expect(() => from(['clusters'], broken)).toThrow('broken');
    expect(() => fromEach(['clusters'], { main: 1 }, broken)).toThrow('broken');
  });
});

describe('gather', () => {
  test('gives what was made of each item', () => {
    expect(gather([1, 2], (size) => size * 2)).toEqual([2, 4]);
  });

  test('reports all items that were refused, and what was refused of each', () => {
    const make = (name: string): void => fromEach([name], { a: 1, b: 2 }, (entry) => refuse(entry));
    expect(origins(() => gather(['one', 'two'], make))).toEqual([
      ['one', 'a'],
      ['one', 'b'],
      ['two', 'a'],
      ['two', 'b'],
    ]);
  });
});

describe('fromEach', () => {
  test('makes each entry under its name', () => {
    const made: string[] = [];
    fromEach(['pools'], { a: 1, b: 2 }, (name, size) => made.push(`${name}${size}`));
    expect(made).toEqual(['a1', 'b2']);
  });

  test('reports all that were refused, and what each said', () => {
    const make = (): void => fromEach(['pools'], { a: 1, b: 2 }, (name) => refuse(name));
    expect(origins(make)).toEqual([
      ['pools', 'a'],
      ['pools', 'b'],
    ]);
    expect(make).toThrow("a: 'size' must be less, got 9\nb: 'size' must be less, got 9");
  });
});
