import { connectionName, hostPart } from '../../../lib/workloads/connections/names';

describe('the name of a connection', () => {
  test('is its parts, joined', () => {
    expect(connectionName('backend', 'to', 'postgres', 'sql')).toBe('backend-to-postgres-sql');
  });

  test('is cut where a file could not be named after it, and keeps apart what differs at the end', () => {
    const [one, two] = ['1', '2'].map((end) => connectionName('a'.repeat(200), end));
    expect(one).toMatch(/^a{143}-[0-9a-f]{6}$/);
    expect(one).not.toBe(two);
  });

  test.each([
    ['api.stripe.com', 'api-stripe-com'],
    ['api-eu.stripe.com', 'api--eu-stripe-com'],
    ['*.stripe.com', 'any-stripe-com'],
  ])('gives %s as %s', (host, part) => {
    expect(hostPart(host)).toBe(part);
  });
});
