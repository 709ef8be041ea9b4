import { CloudArmorPolicy, type CloudArmorPolicyProps } from '../../../../lib/cloud/google/edge/cloud-armor-policy';
import { googleStack, only, PROJECT } from '../synth';

const TYPE = 'google_compute_security_policy';
const EVERYBODY = { config: { src_ip_ranges: ['*'] }, versioned_expr: 'SRC_IPS_V1' };

function policy(props: Partial<CloudArmorPolicyProps> = {}) {
  const stack = googleStack();
  new CloudArmorPolicy(stack, 'policy', { project: PROJECT, name: 'edge', ...props });
  return stack;
}

function attributes(props: Partial<CloudArmorPolicyProps> = {}) {
  return only(policy(props), TYPE);
}

interface Rule {
  readonly action: string;
  readonly priority: number;
  readonly description: string;
  readonly preview: boolean;
}

function rules(props: Partial<CloudArmorPolicyProps> = {}): readonly Rule[] {
  return attributes(props)['rule'] as readonly Rule[];
}

function rule(props: Partial<CloudArmorPolicyProps>, description: string) {
  return rules(props).find((candidate) => candidate.description === description);
}

describe('CloudArmorPolicy', () => {
  test('refuses attacks and floods, and lets through the rest', () => {
    expect(attributes()).toMatchSnapshot();
  });

  test('looks at denials first, then at attacks, and at limits last of all', () => {
    const found = rules({
      exemptRanges: ['198.51.100.7'],
      deniedRanges: ['192.0.2.0/24'],
      deniedRegions: ['KP', 'IR', 'KP'],
      customRules: {
        admin: { action: 'deny(404)', expression: "request.path.startsWith('/admin')", priority: 10_000 },
      },
      waf: { sqli: {} },
      scopedRateLimits: { login: { expression: "request.path == '/login'", count: 5, priority: 25_000 } },
    });
    expect(found.map(({ priority, action, description }) => [priority, action, description])).toEqual([
      [100, 'allow', 'Exempt ranges'],
      [1000, 'deny(403)', 'Denied ranges'],
      [2000, 'deny(403)', 'Denied regions'],
      [10_000, 'deny(404)', 'admin'],
      [20_000, 'deny(403)', 'OWASP: sqli'],
      [25_000, 'throttle', 'login'],
      [30_000, 'throttle', 'Rate limit'],
      [2_147_483_647, 'allow', 'Everything else'],
    ]);
    expect(found[2]).toMatchObject({ match: { expr: { expression: "'[IR,KP]'.contains(origin.region_code)" } } });
    expect(found.every(({ preview }) => !preview)).toBe(true);
  });

  test('lets in some ranges only, within the limit, and searches them, too', () => {
    const ranges = { config: { src_ip_ranges: ['203.0.113.0/24'] }, versioned_expr: 'SRC_IPS_V1' };
    const found = rules({ defaultAction: 'deny', allowedRanges: ['203.0.113.0/24'], waf: { xss: {} } });
    expect(found).toEqual([
      expect.objectContaining({ description: 'OWASP: xss' }),
      expect.objectContaining({ action: 'throttle', match: ranges }),
      expect.objectContaining({ action: 'allow', priority: 40_000, match: ranges }),
      expect.objectContaining({ action: 'deny(403)', priority: 2_147_483_647, match: EVERYBODY }),
    ]);
  });

  test('puts ten ranges into a rule, in whatever order they come', () => {
    const deniedRanges = Array.from({ length: 12 }, (_, index) => `192.0.2.${index + 10}`);
    const found = rules({ deniedRanges });
    expect(found.slice(0, 2)).toMatchObject([
      { priority: 1000, match: { config: { src_ip_ranges: deniedRanges.slice(0, 10) } } },
      { priority: 1001, match: { config: { src_ip_ranges: deniedRanges.slice(10) } } },
    ]);
    expect(rules({ deniedRanges: [...deniedRanges].reverse() })).toEqual(found);
  });

  test('bans in another place than it throttles, since the one cannot become the other', () => {
    const rateLimit = { count: 100, intervalSeconds: 10, banSeconds: 300 };
    expect(rule({ rateLimit }, 'Rate limit')).toMatchObject({
      action: 'rate_based_ban',
      priority: 31_000,
      match: EVERYBODY,
      rate_limit_options: {
        conform_action: 'allow',
        exceed_action: 'deny(429)',
        enforce_on_key: 'IP',
        ban_duration_sec: 300,
        rate_limit_threshold: { count: 100, interval_sec: 10 },
      },
    });
  });

  test.each([true, false])('only logs what is above the limit, or refuses it: preview %s', (preview) => {
    expect(rule({ rateLimit: { count: 1, preview } }, 'Rate limit')).toMatchObject({ preview });
  });

  test.each([true, false])('only logs what custom rules find, or acts on it: preview %s', (preview) => {
    const custom = { action: 'deny(403)', expression: 'true', priority: 10_000, preview } as const;
    expect(rule({ customRules: { custom } }, 'custom')).toMatchObject({ preview });
  });

  test.each([true, false])('only logs what OWASP rules find, or refuses it: preview %s', (wafPreview) => {
    const waf = { sqli: {}, xss: { preview: !wafPreview } };
    expect(rule({ waf, wafPreview }, 'OWASP: sqli')).toMatchObject({ preview: wafPreview });
    expect(rule({ waf, wafPreview }, 'OWASP: xss')).toMatchObject({ preview: !wafPreview });
  });

  test.each([true, false])('learns what traffic is usual, or does not: %s', (adaptiveProtection) => {
    expect(attributes({ adaptiveProtection })).toMatchObject({
      adaptive_protection_config: { layer_7_ddos_defense_config: { enable: adaptiveProtection } },
    });
  });

  test('reads bodies, logs and takes addresses as told', () => {
    const userIpRequestHeaders = ['X-Real-IP', 'True-Client-IP'];
    const found = attributes({ jsonParsing: 'STANDARD_WITH_GRAPHQL', logLevel: 'NORMAL', userIpRequestHeaders });
    expect(found).toMatchObject({
      advanced_options_config: {
        json_parsing: 'STANDARD_WITH_GRAPHQL',
        log_level: 'NORMAL',
        user_ip_request_headers: ['True-Client-IP', 'X-Real-IP'],
      },
    });
  });

  test('refuses to be closed to everybody, and to allow some where all are', () => {
    expect(() => policy({ defaultAction: 'deny' })).toThrow(
      "test/policy: 'allowedRanges' must say who may come in where defaultAction is deny, got []",
    );
    expect(() => policy({ allowedRanges: ['203.0.113.0/24'] })).toThrow(
      "'allowedRanges' must not be given where everybody is allowed, got [\"203.0.113.0/24\"]; set defaultAction to 'deny', or see exemptRanges",
    );
  });

  test('refuses a limit that would let in whom the default denies', () => {
    const scopedRateLimits = { login: { expression: 'true', count: 5, priority: 25_000 } };
    expect(() => policy({ defaultAction: 'deny', allowedRanges: ['203.0.113.0/24'], scopedRateLimits })).toThrow(
      '\'scopedRateLimits\' must not be given where defaultAction is deny: what is within a limit is let in, wherever it is from, got ["login"]',
    );
  });

  test('refuses faulty names, ranges and regions all at once', () => {
    expect(() =>
      policy({ name: 'Edge', deniedRanges: ['all'], exemptRanges: ['0.0.0.0/0'], deniedRegions: ['kp'] }),
    ).toThrow(
      [
        "test/policy: 'name' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'Edge'",
        "test/policy: 'exemptRanges' must not be everybody, got '0.0.0.0/0'; see defaultAction",
        "test/policy: 'deniedRanges' must hold ranges such as 203.0.113.0/24 or 2001:db8::/32, or single addresses, got 'all'",
        "test/policy: 'deniedRegions' must hold ISO 3166 codes such as KP, got 'kp'",
      ].join('\n'),
    );
  });
});
