import { Token } from 'cdktf';
import { domainOf, domainRefusal, hostRefusal, hostSlug, isWithin } from '../../../../lib/cloud/google/edge/host-name';

describe('host names', () => {
  test('are lower-case, and may begin with a star', () => {
    for (const host of ['www.example.com', '*.example.com', 'xn--bcher-kva.example']) {
      expect(hostRefusal('hosts', host)).toBeUndefined();
    }
    for (const host of ['WWW.example.com', 'example', 'example.com.', 'a.*.example.com', '-a.example.com', '']) {
      expect(hostRefusal('hosts', host)).toMatchObject({ property: 'hosts', got: host });
    }
    expect(hostRefusal('hosts', `${'a.'.repeat(126)}aa`)).toBeDefined();
  });

  test('are known at synthesis', () => {
    expect(hostRefusal('hosts', Token.asString({ resolve: () => 'a.example' }))).toMatchObject({ got: 'a token' });
  });

  test('of domains begin with no star', () => {
    expect(domainRefusal('dnsName', 'example.com')).toBeUndefined();
    expect(domainRefusal('dnsName', '*.example.com')).toMatchObject({
      rule: 'must be a lower-case domain such as example.com',
      got: '*.example.com',
    });
    expect(domainRefusal('dnsName', 'example')).toMatchObject({ got: 'example' });
  });

  test('belong to the domain that a wildcard is of', () => {
    expect(domainOf('*.example.com')).toBe('example.com');
    expect(domainOf('www.example.com')).toBe('www.example.com');
  });

  test('are within a domain, or look as if they were', () => {
    expect(isWithin('example.com', 'example.com')).toBe(true);
    expect(isWithin('a.b.example.com', 'example.com')).toBe(true);
    expect(isWithin('anexample.com', 'example.com')).toBe(false);
  });

  test('come to be called alike nowhere', () => {
    const slugs = ['*.a.example', 'wildcard.a.example', 'a.example', 'a-example.b', 'a.example.b'].map(hostSlug);
    expect(slugs).toEqual(['_a_example', 'wildcard_a_example', 'a_example', 'a-example_b', 'a_example_b']);
  });
});
