import { RegionalEntrypoint, type RegionalEntrypointProps } from '../../../../lib/cloud/aws/edge/regional-entrypoint';
import { build, type Output, synth } from '../harness';
import { ZONE } from './zones';

const IRELAND = { dnsName: 'b.elb.eu-west-1.amazonaws.com', hostedZoneId: 'Z2IFOLAFXWLO4F' };
const VIRGINIA = { dnsName: 'a.elb.us-east-1.amazonaws.com', hostedZoneId: 'Z26RNL4JYFTOTI' };
const PROPS = { zone: ZONE, host: 'api.example.com', regions: { 'us-east-1': VIRGINIA, 'eu-west-1': IRELAND } };

function entry(props: Partial<RegionalEntrypointProps> = {}): Output {
  return synth((stack) => new RegionalEntrypoint(stack, 'entry', { ...PROPS, ...props }));
}

function refused(props: Partial<RegionalEntrypointProps>): () => void {
  return build((stack) => new RegionalEntrypoint(stack, 'entry', { ...PROPS, ...props }));
}

describe('RegionalEntrypoint', () => {
  test('leads everybody to the nearest region that has healthy targets', () => {
    const output = entry();
    expect(output.one('aws_route53_record', 'entry_A-us-east-1')).toMatchInlineSnapshot(`
      {
        "alias": {
          "evaluate_target_health": true,
          "name": "a.elb.us-east-1.amazonaws.com",
          "zone_id": "Z26RNL4JYFTOTI",
        },
        "latency_routing_policy": {
          "region": "us-east-1",
        },
        "name": "api.example.com",
        "set_identifier": "us-east-1",
        "type": "A",
        "zone_id": "Z0123456789ABCDEFGHIJ",
      }
    `);
    expect(Object.keys(output.all('aws_route53_record'))).toHaveLength(2);
    expect(output.all('aws_route53_health_check')).toEqual({});
  });

  test('asks regions that have a path whether they are well', () => {
    const healthCheckPath = '/healthz';
    const output = entry({
      regions: {
        'us-east-1': { ...VIRGINIA, healthCheckPath },
        'eu-west-1': { ...IRELAND, healthCheckPath, healthCheckHost: 'eu.example.com' },
      },
    });
    expect(output.one('aws_route53_health_check', 'entry_check-us-east-1')).toMatchObject({
      fqdn: 'a.elb.us-east-1.amazonaws.com',
      resource_path: '/healthz',
      type: 'HTTPS',
      tags: { Name: 'api.example.com us-east-1' },
    });
    expect(output.one('aws_route53_health_check', 'entry_check-eu-west-1')).toMatchObject({ fqdn: 'eu.example.com' });
    expect(output.one('aws_route53_record', 'entry_A-us-east-1')['health_check_id']).toContain(
      'aws_route53_health_check.entry_check-us-east-1',
    );
  });

  test('can share the requests out by weights', () => {
    const output = entry({
      regions: { 'us-east-1': { ...VIRGINIA, weight: 3 }, 'eu-west-1': { ...IRELAND, weight: 0 } },
    });
    const record = output.one('aws_route53_record', 'entry_A-us-east-1');
    expect(record).toMatchObject({ weighted_routing_policy: { weight: 3 } });
    expect(record).not.toHaveProperty('latency_routing_policy');
    expect(output.one('aws_route53_record', 'entry_A-eu-west-1')).toMatchObject({
      weighted_routing_policy: { weight: 0 },
    });
  });

  test.each([true, false])('passes over regions without healthy targets, or does not: %s', (evaluateTargetHealth) => {
    expect(entry({ evaluateTargetHealth }).one('aws_route53_record', 'entry_A-us-east-1')).toMatchObject({
      alias: { evaluate_target_health: evaluateTargetHealth },
    });
  });

  test.each([true, false])('has addresses of IPv6, or not: %s', (ipv6) => {
    const types = Object.values(entry({ ipv6 }).all('aws_route53_record')).map(({ type }) => type);
    expect(types).toEqual(ipv6 ? ['A', 'A', 'AAAA', 'AAAA'] : ['A', 'A']);
  });

  test('can be the zone itself, or all of its hosts', () => {
    const name = (host: string) => entry({ host }).one('aws_route53_record', 'entry_A-us-east-1')['name'];
    expect([name('example.com'), name('*.example.com')]).toEqual(['example.com', '*.example.com']);
  });

  test('refuses hosts of other zones, and regions that there are none of', () => {
    expect(refused({ host: 'api.example.org', regions: { Europe: IRELAND } })).toThrow(
      [
        "stack/entry: 'host' must be within the zone of example.com, got 'api.example.org'",
        "stack/entry: 'regions' must be a region such as us-east-1, got 'Europe'",
      ].join('\n'),
    );
    expect(refused({ regions: {} })).toThrow("'regions' must name one region at least, got {}");
  });

  test('refuses weights for some regions only, and those that leave none', () => {
    expect(refused({ regions: { 'us-east-1': { ...VIRGINIA, weight: 1 }, 'eu-west-1': IRELAND } })).toThrow(
      '\'regions\' must have a weight for each region or for none, got ["us-east-1","eu-west-1"]',
    );
    expect(refused({ regions: { 'us-east-1': { ...VIRGINIA, weight: 0 } } })).toThrow(
      '\'regions\' must not drain every region, got ["us-east-1"]',
    );
  });

  test('refuses a host to ask where there is nothing to ask for', () => {
    expect(refused({ regions: { 'us-east-1': { ...VIRGINIA, healthCheckHost: 'us.example.com' } } })).toThrow(
      "'regions.us-east-1.healthCheckHost' must not be given without healthCheckPath, got 'us.example.com'",
    );
  });
});
