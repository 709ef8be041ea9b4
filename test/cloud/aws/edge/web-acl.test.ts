import { WebAcl } from '../../../../lib/cloud/aws/edge/web-acl';
import type { WebAclProps } from '../../../../lib/cloud/aws/edge/web-acl-options';
import { type Block, build, type Output, PLACE, synth } from '../harness';

const PROPS: WebAclProps = { ...PLACE, webAclName: 'edge' };

interface Rule {
  readonly name: string;
  readonly priority: number;
  readonly action?: Block;
  readonly override_action?: Block;
  readonly statement: Block;
}

function acl(props: Partial<WebAclProps> = {}): Output {
  return synth((stack) => new WebAcl(stack, 'acl', { ...PROPS, ...props }));
}

function rules(output: Output): readonly Rule[] {
  return output.one('aws_wafv2_web_acl')['rule'] as readonly Rule[];
}

const output = acl();

describe('WebAcl', () => {
  test('refuses attacks and floods, and lets through the rest', () => {
    expect(output.one('aws_wafv2_web_acl')).toMatchSnapshot();
  });

  test('looks at where a request comes from first, then at its rate, and at attacks last', () => {
    const full = acl({
      allowedCidrs: ['198.51.100.0/24'],
      blockedCidrs: ['192.0.2.0/24'],
      blockedCountries: ['KP', 'IR', 'KP'],
      scopedRateLimits: { login: { requests: 20, scopeDown: { only: { methods: ['POST'] } } } },
      managedRules: { AWSManagedRulesAmazonIpReputationList: {}, AWSManagedRulesSQLiRuleSet: { action: 'count' } },
    });
    expect(
      rules(full).map(({ priority, name, action, override_action }) => [priority, name, action ?? override_action]),
    ).toEqual([
      [100, 'allowed-cidrs', { allow: {} }],
      [200, 'blocked-cidrs', { block: {} }],
      [300, 'blocked-countries', { block: {} }],
      [1000, 'AWSManagedRulesAmazonIpReputationList', { none: {} }],
      [2000, 'rate-limit', { block: { custom_response: { response_code: 429 } } }],
      [2100, 'rate-limit-login', { block: { custom_response: { response_code: 429 } } }],
      [3300, 'AWSManagedRulesSQLiRuleSet', { count: {} }],
    ]);
    expect(rules(full)[2]?.statement).toEqual({ geo_match_statement: { country_codes: ['IR', 'KP'] } });
  });

  test('has a set of ranges for each family, and one rule for both', () => {
    const mixed = acl({ blockedCidrs: ['2001:db8::/32', '192.0.2.0/24', '192.0.2.0/24'] });
    expect(mixed.one('aws_wafv2_ip_set', 'acl_blocked-ipv4')).toMatchObject({
      name: 'edge-blocked-ipv4',
      scope: 'REGIONAL',
      ip_address_version: 'IPV4',
      addresses: ['192.0.2.0/24'],
      lifecycle: { create_before_destroy: true },
    });
    expect(mixed.one('aws_wafv2_ip_set', 'acl_blocked-ipv6')).toMatchObject({ addresses: ['2001:db8::/32'] });
    expect(rules(mixed)[0]?.statement).toEqual({
      or_statement: {
        statement: ['acl_blocked-ipv4', 'acl_blocked-ipv6'].map((id) => ({
          ip_set_reference_statement: { arn: expect.stringContaining(`aws_wafv2_ip_set.${id}`) as unknown },
        })),
      },
    });
  });

  test.each([true, false])('only counts, whatever it finds, or refuses it: preview %s', (preview) => {
    const found = rules(acl({ preview, allowedCidrs: ['198.51.100.0/24'], blockedCidrs: ['192.0.2.0/24'] }));
    const counted = found.filter(({ action, override_action }) => 'count' in (action ?? override_action ?? {}));
    expect(counted).toHaveLength(preview ? found.length - 1 : 0);
    expect(found[0]).toMatchObject({ name: 'allowed-cidrs', action: { allow: {} } });
  });

  test('can do without a limit, without rule groups and without a log', () => {
    const bare = acl({ rateLimit: false, managedRules: {}, logging: false });
    expect(bare.one('aws_wafv2_web_acl')).not.toHaveProperty('rule.0');
    expect(bare.all('aws_wafv2_web_acl_logging_configuration')).toEqual({});
    expect(Object.keys(output.all('aws_wafv2_web_acl_logging_configuration'))).toHaveLength(1);
  });

  test('says why it refuses', () => {
    const blockedResponse = { contentType: 'TEXT_PLAIN', content: 'Blocked' } as const;
    const found = acl({ blockedResponse, blockedCountries: ['KP'] });
    expect(found.one('aws_wafv2_web_acl')['custom_response_body']).toEqual([
      { key: 'blocked', content_type: 'TEXT_PLAIN', content: 'Blocked' },
    ]);
    expect(rules(found)[0]?.action).toEqual({
      block: { custom_response: { response_code: 403, custom_response_body_key: 'blocked' } },
    });
  });

  test('can be for CloudFront, and look further into bodies there', () => {
    const found = acl({ scope: 'CLOUDFRONT', bodyInspectionLimit: 'KB_64', blockedCidrs: ['192.0.2.0/24'] });
    expect(found.one('aws_wafv2_web_acl')).toMatchObject({
      scope: 'CLOUDFRONT',
      association_config: { request_body: [{ cloudfront: { default_size_inspection_limit: 'KB_64' } }] },
    });
    expect(found.one('aws_wafv2_ip_set')).toMatchObject({ scope: 'CLOUDFRONT' });
  });

  test('protects what is put behind it', () => {
    const resourceArn = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/gateway/0123456789abcdef';
    const found = synth((stack) => new WebAcl(stack, 'acl', PROPS).addProtected('gateway', resourceArn));
    expect(found.one('aws_wafv2_web_acl_association')).toMatchObject({ resource_arn: resourceArn });
    expect(
      build((stack) =>
        new WebAcl(stack, 'acl', { ...PROPS, scope: 'CLOUDFRONT' }).addProtected('gateway', resourceArn),
      ),
    ).toThrow("stack/acl: 'resourceArn' must not be added to a web ACL for CloudFront");
  });

  test('refuses faults, and more capacity than it may take', () => {
    expect(build((stack) => new WebAcl(stack, 'acl', { ...PROPS, webAclName: '' }))).toThrow(
      "stack/acl: 'webAclName' must be up to 128 letters, digits, dashes and underscores, got ''",
    );
    expect(build((stack) => new WebAcl(stack, 'acl', { ...PROPS, maxCapacityUnits: 1426 }))).toThrow(
      "stack/acl: 'managedRules' must take 1426 WCU at most, along with the other rules, got 1427",
    );
  });
});
