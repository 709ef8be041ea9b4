import { ConstructError } from '../../lib/core/errors';
import { externalHostRefusal, parseExternalHost } from '../../lib/core/external-host';

/** What is said of a host and a port, as somebody reads it. */
function refused(hostAndPort: string): string | undefined {
  const refusal = externalHostRefusal(parseExternalHost(hostAndPort));
  return refusal === undefined ? undefined : new ConstructError('shop', [refusal]).message;
}

describe('a host outside the cluster', () => {
  test.each([
    ['api.stripe.com:443', { host: 'api.stripe.com', port: 443 }],
    ['*.example.com:8443', { host: '*.example.com', port: 8443 }],
    ['api.stripe.com', { host: 'api.stripe.com', port: NaN }],
  ])('is read from %s', (text, expected) => {
    expect(parseExternalHost(text)).toEqual(expected);
  });

  test.each(['api.stripe.com:443', '*.example.com:443', 'a-b.c1:1', 'x.co:65535'])('may be %s', (text) => {
    expect(refused(text)).toBeUndefined();
  });

  const FORM = 'must be a full host name in lower case such as api.stripe.com, or *.stripe.com';
  const ADDRESS = 'must be the name of a host, not an address';
  const CLUSTER = 'must be outside the cluster';
  const BY_NAMESPACE = 'connect to services of the cluster by their namespace';

  test.each([
    ['api.stripe.com', "must be a host and a port such as api.stripe.com:443, got 'api.stripe.com'"],
    ['api.stripe.com:0', 'must have a port from 1 to 65535, got 0'],
    ['api.stripe.com:65536', 'must have a port from 1 to 65535, got 65536'],
    ['192.0.2.1:443', `${ADDRESS}, got '192.0.2.1'; give the address a name in DNS`],
    ['2001:db8::1:443', `${ADDRESS}, got '2001:db8::1'; give the address a name in DNS`],
    ['db.data.svc:5432', `${CLUSTER}, got 'db.data.svc'; ${BY_NAMESPACE}`],
    ['db.data.svc.cluster.local:5432', `${CLUSTER}, got 'db.data.svc.cluster.local'; ${BY_NAMESPACE}`],
    ['localhost:80', `${FORM}, got 'localhost'`],
    ['*.com:443', `${FORM}, got '*.com'`],
    ['*:443', `${FORM}, got '*'`],
    ['api.*.com:443', `${FORM}, got 'api.*.com'`],
    ['API.stripe.com:443', `${FORM}, got 'API.stripe.com'`],
    ['api..com:443', `${FORM}, got 'api..com'`],
    ['-api.stripe.com:443', `${FORM}, got '-api.stripe.com'`],
    [
      'https://api.stripe.com:443',
      `must be the name of a host, not an address, got 'https://api.stripe.com'; give the address a name in DNS`,
    ],
    [`${'a.'.repeat(126)}com:443`, `${FORM}, got '${'a.'.repeat(126)}com'`],
  ])('is refused as %s', (text, message) => {
    expect(refused(text)).toBe(`shop: 'external' ${message}`);
  });
});
