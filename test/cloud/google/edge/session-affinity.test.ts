import { affinityRefusal, sessionAffinity } from '../../../../lib/cloud/google/edge/session-affinity';

describe('session affinity', () => {
  test('is none where none is asked for', () => {
    expect(sessionAffinity(undefined)).toEqual({ sessionAffinity: 'NONE', localityLbPolicy: 'ROUND_ROBIN' });
    expect(affinityRefusal('sessionAffinity', undefined)).toBeUndefined();
  });

  test('goes by the address, a cookie or a strong cookie, with a policy that heeds it', () => {
    expect(sessionAffinity({ kind: 'CLIENT_IP' })).toEqual({
      sessionAffinity: 'CLIENT_IP',
      localityLbPolicy: 'RING_HASH',
    });
    expect(sessionAffinity({ kind: 'GENERATED_COOKIE', ttlSeconds: 60 })).toEqual({
      sessionAffinity: 'GENERATED_COOKIE',
      affinityCookieTtlSec: 60,
      localityLbPolicy: 'RING_HASH',
    });
    expect(sessionAffinity({ kind: 'STRONG_COOKIE_AFFINITY', ttlSeconds: 60 })).toMatchObject({
      sessionAffinity: 'STRONG_COOKIE_AFFINITY',
      strongSessionAffinityCookie: { ttl: { seconds: 60 } },
    });
  });

  test('lasts as long as Google lets it', () => {
    expect(affinityRefusal('a', { kind: 'CLIENT_IP' })).toBeUndefined();
    expect(affinityRefusal('a', { kind: 'STRONG_COOKIE_AFFINITY', ttlSeconds: 1_209_600 })).toBeUndefined();
    expect(affinityRefusal('a', { kind: 'GENERATED_COOKIE', ttlSeconds: 86_401 })).toEqual({
      property: 'a.ttlSeconds',
      rule: 'must be a whole number from 0 to 86400',
      got: 86_401,
    });
  });
});
