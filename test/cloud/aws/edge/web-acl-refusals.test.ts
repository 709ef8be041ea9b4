import type { WebAclProps } from '../../../../lib/cloud/aws/edge/web-acl-options';
import { capacityRefusals, protectedRefusals, webAclRefusals } from '../../../../lib/cloud/aws/edge/web-acl-refusals';
import { webAclRule } from '../../../../lib/cloud/aws/edge/web-acl-rule';
import { PLACE } from '../harness';

const PROPS: WebAclProps = { ...PLACE, webAclName: 'edge' };

function refused(props: Partial<WebAclProps>) {
  return webAclRefusals({ ...PROPS, ...props }).filter((refusal) => refusal !== undefined);
}

describe('what a web ACL refuses', () => {
  test('is nothing of the defaults', () => {
    expect(refused({})).toEqual([]);
  });

  test('is faulty names, ranges and countries', () => {
    expect(
      refused({ webAclName: 'my edge', allowedCidrs: ['all'], blockedCidrs: ['::/0'], blockedCountries: ['kp'] }),
    ).toEqual([
      {
        property: 'webAclName',
        rule: 'must be up to 128 letters, digits, dashes and underscores',
        got: 'my edge',
      },
      expect.objectContaining({ property: 'allowedCidrs', got: 'all' }),
      { property: 'blockedCidrs', rule: 'must not be everybody', got: '::/0' },
      { property: 'blockedCountries', rule: 'must hold ISO 3166 codes such as KP', got: 'kp' },
    ]);
  });

  test('is more ranges than a set holds', () => {
    const blockedCidrs = Array.from({ length: 10_001 }, (_, i) => `10.${i >> 8}.${i & 255}.0/24`);
    expect(refused({ blockedCidrs })).toEqual([
      { property: 'blockedCidrs', rule: 'must be at most 10000 ranges', got: 10_001 },
    ]);
  });

  test('is limits that WAF would, of all requests and of some', () => {
    const limit = { requests: 1, scopeDown: { only: { methods: ['GET'] } } };
    expect(refused({ rateLimit: { requests: 1 }, scopedRateLimits: { 'a b': limit } })).toMatchObject([
      { property: 'rateLimit.requests' },
      {
        property: 'scopedRateLimits',
        rule: 'must have names of up to 100 letters, digits, dashes and underscores',
        got: 'a b',
      },
      { property: 'scopedRateLimits.a b.requests' },
    ]);
    expect(refused({ rateLimit: false })).toEqual([]);
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`l${i}`, { ...limit, requests: 10 }]));
    expect(refused({ scopedRateLimits: many })).toMatchObject([{ rule: 'must be at most 100 limits', got: 101 }]);
  });

  test('is rule groups and bodies that WAF would', () => {
    expect(
      refused({
        managedRules: { AWSManagedRulesSQLiRuleSet: { version: '2' } },
        blockedResponse: { contentType: 'TEXT_PLAIN', content: '' },
        maxCapacityUnits: 5001,
      }),
    ).toMatchObject([
      { property: 'managedRules.AWSManagedRulesSQLiRuleSet.version' },
      { property: 'blockedResponse.content' },
      { property: 'maxCapacityUnits', rule: 'must be a whole number from 1 to 5000' },
    ]);
  });

  test('is CloudFront elsewhere than in us-east-1, and what is for CloudFront alone', () => {
    expect(refused({ scope: 'CLOUDFRONT', region: 'eu-west-1' })).toEqual([
      {
        property: 'region',
        rule: 'must be us-east-1 for a web ACL for CloudFront',
        got: 'eu-west-1',
        remedy: 'give a provider of that region',
      },
    ]);
    expect(refused({ bodyInspectionLimit: 'KB_32' })).toEqual([
      {
        property: 'bodyInspectionLimit',
        rule: 'must not be given for load balancers, of whose requests WAF sees the first 8 KB',
        got: 'KB_32',
      },
    ]);
    expect(refused({ scope: 'CLOUDFRONT', bodyInspectionLimit: 'KB_32' })).toEqual([]);
  });

  test('is more capacity than it may take', () => {
    const rules = [{ rule: webAclRule('a', 1, {}, {}), capacity: 1501 }];
    expect(capacityRefusals(PROPS, rules)).toEqual([
      {
        property: 'managedRules',
        rule: 'must take 1500 WCU at most, along with the other rules',
        got: 1501,
        remedy: 'leave a rule group out, or set maxCapacityUnits: AWS takes up to 5000, and charges more above 1500',
      },
    ]);
    expect(capacityRefusals({ ...PROPS, maxCapacityUnits: 1501 }, rules)).toEqual([]);
  });

  test('is to protect what cannot be', () => {
    const loadBalancer = (kind: string) =>
      `arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/${kind}/gateway/0123456789abcdef`;
    expect(protectedRefusals('REGIONAL', loadBalancer('app'))).toEqual([]);
    expect(protectedRefusals('REGIONAL', loadBalancer('net'))).toMatchObject([
      { rule: 'must not be a network load balancer, which knows no requests' },
    ]);
    expect(protectedRefusals('CLOUDFRONT', loadBalancer('app'))).toMatchObject([
      {
        rule: 'must not be added to a web ACL for CloudFront',
        remedy: "give the web ACL's arn to the distribution",
      },
    ]);
  });
});
