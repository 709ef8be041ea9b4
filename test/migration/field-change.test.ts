import { cannotBecome, differs } from '../../lib/migration/field-change';

describe('a field', () => {
  test('differs by its value, not by the order of its keys', () => {
    expect(differs({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false);
    expect(differs([1, 2], [2, 1])).toBe(true);
  });

  test('that is not written, or null, has its default', () => {
    expect(differs(undefined, 'Delete', 'Delete')).toBe(false);
    expect(differs(null, undefined)).toBe(false);
    expect(differs(undefined, 'Retain', 'Delete')).toBe(true);
  });

  test('is told with both values, unless one is long', () => {
    expect(cannotBecome('spec.a', 'x', 1)).toBe("spec.a was 'x' and cannot become 1");
    expect(cannotBecome('spec.a', null, 'x'.repeat(79))).toBe('spec.a cannot change');
  });
});
