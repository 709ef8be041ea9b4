import { Token } from 'cdktf';
import { resourceNameRefusal } from '../../../lib/cloud/google/resource-name';

describe('resourceNameRefusal', () => {
  test.each(['a', 'a1', 'a-1', 'a'.repeat(40)])('accepts %s', (name) => {
    expect(resourceNameRefusal('name', name, 40)).toBeUndefined();
  });

  test.each(['', '1a', '-a', 'a-', 'A', 'a_b', 'a'.repeat(41)])('refuses %p', (name) => {
    expect(resourceNameRefusal('name', name, 40)?.got).toBe(name);
  });

  test('leaves alone what only Terraform knows', () => {
    expect(resourceNameRefusal('name', Token.asString({ x: 1 }), 40)).toBeUndefined();
  });
});
