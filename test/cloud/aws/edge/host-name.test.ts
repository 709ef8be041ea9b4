import { Token } from 'cdktf';
import {
  domainOf,
  domainRefusal,
  hostRefusal,
  isWithin,
  nameWithin,
  zoneRefusal,
} from '../../../../lib/cloud/aws/edge/host-name';

describe('host names', () => {
  test('are lower-case, and may begin with a star', () => {
    for (const host of ['www.example.com', '*.example.com', 'xn--bcher-kva.example']) {
      expect(hostRefusal('host', host)).toBeUndefined();
    }
    for (const host of ['WWW.example.com', 'example', 'example.com.', 'a.*.example.com', '-a.example.com', '']) {
      expect(hostRefusal('host', host)).toMatchObject({ property: 'host', got: host });
    }
    expect(hostRefusal('host', `${'a.'.repeat(126)}aa`)).toBeDefined();
  });

  test('are known at synthesis', () => {
    expect(hostRefusal('host', Token.asString({ resolve: () => 'a.example' }))).toMatchObject({ got: 'a token' });
  });

  test('of domains begin with no star', () => {
    expect(domainRefusal('zoneName', 'example.com')).toBeUndefined();
    expect(domainRefusal('zoneName', '*.example.com')).toMatchObject({
      rule: 'must be a lower-case domain such as example.com',
      got: '*.example.com',
    });
    expect(domainRefusal('zoneName', 'example')).toMatchObject({ got: 'example' });
  });

  test('belong to the domain that a wildcard is of', () => {
    expect([domainOf('*.example.com'), domainOf('www.example.com')]).toEqual(['example.com', 'www.example.com']);
  });

  test('are within a domain, or look as if they were', () => {
    expect(isWithin('example.com', 'example.com')).toBe(true);
    expect(isWithin('a.b.example.com', 'example.com')).toBe(true);
    expect(isWithin('anexample.com', 'example.com')).toBe(false);
    expect(zoneRefusal('host', '*.example.com', 'example.com')).toBeUndefined();
    expect(zoneRefusal('host', 'anexample.com', 'example.com')).toMatchObject({ got: 'anexample.com' });
  });

  test('have a name within their zone', () => {
    expect(nameWithin('example.com', 'example.com')).toBe('@');
    expect(nameWithin('*.a.example.com', 'example.com')).toBe('*.a');
  });
});
