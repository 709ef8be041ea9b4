import {
  rateLimitAction,
  rateLimitRefusals,
  type RateLimit,
} from '../../../../lib/cloud/google/edge/cloud-armor-rate-limit';

function refusals(limit: RateLimit) {
  return rateLimitRefusals('rateLimit', limit).filter((refusal) => refusal !== undefined);
}

describe('a rate limit', () => {
  test('counts for a minute, by address, where nothing else is said', () => {
    expect(rateLimitAction({ count: 5 })).toEqual({
      action: 'throttle',
      preview: false,
      rateLimitOptions: {
        conformAction: 'allow',
        exceedAction: 'deny(429)',
        enforceOnKey: 'IP',
        enforceOnKeyName: undefined,
        banDurationSec: undefined,
        rateLimitThreshold: { count: 5, intervalSec: 60 },
      },
    });
  });

  test('can tell clients apart by a header', () => {
    const limit: RateLimit = { count: 5, enforceOnKey: 'HTTP_HEADER', enforceOnKeyName: 'x-api-key' };
    expect(refusals(limit)).toEqual([]);
    expect(rateLimitAction(limit).rateLimitOptions).toMatchObject({
      enforceOnKey: 'HTTP_HEADER',
      enforceOnKeyName: 'x-api-key',
    });
  });

  test('names a header or cookie just where one counts', () => {
    expect(refusals({ count: 5, enforceOnKey: 'HTTP_COOKIE' })).toEqual([
      {
        property: 'rateLimit.enforceOnKeyName',
        rule: 'must name the header or cookie that HTTP_COOKIE is about',
        got: null,
      },
    ]);
    expect(refusals({ count: 5, enforceOnKeyName: 'x-api-key' })).toEqual([
      { property: 'rateLimit.enforceOnKeyName', rule: 'must not be given with IP', got: 'x-api-key' },
    ]);
  });

  test('takes more requests where it does not ban', () => {
    expect(refusals({ count: 1_000_000 })).toEqual([]);
    expect(refusals({ count: 10_001, banSeconds: 60 })).toEqual([
      { property: 'rateLimit.count', rule: 'must be a whole number from 1 to 10000', got: 10_001 },
    ]);
  });

  test('takes the times that Google has', () => {
    expect(refusals({ count: 1, intervalSeconds: 45, banSeconds: 30 })).toEqual([
      {
        property: 'rateLimit.intervalSeconds',
        rule: 'must be one of 10, 30, 60, 120, 180, 240, 270, 300, 600, 900, 1200, 1800, 2700, 3600',
        got: 45,
      },
      {
        property: 'rateLimit.banSeconds',
        rule: 'must be one of 60, 120, 180, 240, 270, 300, 600, 900, 1200, 1800, 2700, 3600',
        got: 30,
      },
    ]);
  });
});
