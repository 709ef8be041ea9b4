import {
  type RateLimit,
  rateLimitRefusals,
  rateLimitRule,
  scopedLimitRules,
} from '../../../../lib/cloud/aws/edge/web-acl-rate-limit';

const BLOCK = { block: {} };

function statement(limit: RateLimit) {
  return rateLimitRule(limit, BLOCK).rule.statement as unknown;
}

function refused(limit: RateLimit) {
  return rateLimitRefusals('rateLimit', limit).filter((refusal) => refusal !== undefined);
}

describe('rate limits', () => {
  test('are of one address in five minutes', () => {
    expect(rateLimitRule({ requests: 2000 }, BLOCK)).toMatchObject({
      capacity: 2,
      rule: { name: 'rate-limit', priority: 2000, action: BLOCK },
    });
    expect(statement({ requests: 2000 })).toEqual({
      rate_based_statement: { limit: 2000, evaluation_window_sec: 300, aggregate_key_type: 'IP' },
    });
  });

  test('can be of an address that a proxy has written into a header', () => {
    const limit = { requests: 10, evaluationWindowSeconds: 60, aggregateKeyType: 'FORWARDED_IP' } as const;
    expect(statement(limit)).toEqual({
      rate_based_statement: {
        limit: 10,
        evaluation_window_sec: 60,
        aggregate_key_type: 'FORWARDED_IP',
        forwarded_ip_config: { header_name: 'X-Forwarded-For', fallback_behavior: 'MATCH' },
      },
    });
    expect(statement({ ...limit, forwardedIpHeader: 'True-Client-IP' })).toMatchObject({
      rate_based_statement: { forwarded_ip_config: { header_name: 'True-Client-IP' } },
    });
  });

  test('for some requests stand side by side, in whatever order they come', () => {
    const login = { requests: 20, scopeDown: { only: { pathPrefixes: ['/login'] } } };
    const api = { requests: 500, scopeDown: { only: { methods: ['POST'] } } };
    const rules = scopedLimitRules({ login, api }, BLOCK);
    expect(rules.map(({ rule, capacity }) => [rule.priority, rule.name, capacity])).toEqual([
      [2100, 'rate-limit-api', 5],
      [2101, 'rate-limit-login', 25],
    ]);
    expect(scopedLimitRules({ api, login }, BLOCK)).toEqual(rules);
    expect(rules[0]?.rule.statement).toMatchObject({
      rate_based_statement: { limit: 500, scope_down_statement: { regex_match_statement: {} } },
    });
  });

  test('are refused where WAF would', () => {
    expect(refused({ requests: 9, evaluationWindowSeconds: 30 })).toEqual([
      { property: 'rateLimit.requests', rule: 'must be a whole number from 10 to 2000000000', got: 9 },
      { property: 'rateLimit.evaluationWindowSeconds', rule: 'must be one of 60, 120, 300, 600', got: 30 },
    ]);
    expect(refused({ requests: 10, forwardedIpHeader: 'X' })).toMatchObject([
      { rule: 'must not be given without an aggregateKeyType of FORWARDED_IP' },
    ]);
    expect(refused({ requests: 10, aggregateKeyType: 'FORWARDED_IP', forwardedIpHeader: 'a b' })).toMatchObject([
      { property: 'rateLimit.forwardedIpHeader', rule: 'must be the name of a header' },
    ]);
    const scoped = { requests: 10, scopeDown: { only: {} } };
    expect(rateLimitRefusals('scopedRateLimits.a', scoped)).toContainEqual(
      expect.objectContaining({ property: 'scopedRateLimits.a.scopeDown.only' }),
    );
  });
});
