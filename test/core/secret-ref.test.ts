import { secret } from '../../lib/core/secret-ref';

test('a secret is referred to as a whole or by one property', () => {
  expect(secret('database')).toStrictEqual({ secret: 'database' });
  expect(secret('database', 'url')).toStrictEqual({ secret: 'database', property: 'url' });
});
