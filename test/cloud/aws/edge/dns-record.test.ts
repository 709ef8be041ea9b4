import { Token } from 'cdktf';
import { DnsRecord, type DnsRecordOptions } from '../../../../lib/cloud/aws/edge/dns-record';
import { type Block, build, synth } from '../harness';
import { ZONE } from './zones';

const ADDRESS: DnsRecordOptions = { type: 'A', records: ['192.0.2.1'] };
const ALIAS = { dnsName: 'gateway.elb.us-east-1.amazonaws.com', hostedZoneId: 'Z26RNL4JYFTOTI' };

function record(options: DnsRecordOptions, name = 'www'): Block {
  return synth((stack) => new DnsRecord(stack, 'record', { zone: ZONE, name, ...options })).one('aws_route53_record');
}

function refused(options: DnsRecordOptions, name = 'www'): () => void {
  return build((stack) => new DnsRecord(stack, 'record', { zone: ZONE, name, ...options }));
}

describe('DnsRecord', () => {
  test('is a name within its zone', () => {
    expect(record(ADDRESS)).toMatchInlineSnapshot(`
      {
        "name": "www.example.com",
        "records": [
          "192.0.2.1",
        ],
        "ttl": 300,
        "type": "A",
        "zone_id": "Z0123456789ABCDEFGHIJ",
      }
    `);
  });

  test('can be the zone itself, a wildcard or no host at all, for as long as told', () => {
    expect(record({ ...ADDRESS, ttlSeconds: 60 }, '@')).toMatchObject({ name: 'example.com', ttl: 60 });
    expect(record(ADDRESS, '*.staging')).toMatchObject({ name: '*.staging.example.com' });
    expect(record({ type: 'TXT', records: ['v=DMARC1'] }, '_dmarc')).toMatchObject({ name: '_dmarc.example.com' });
  });

  test('can stand for a load balancer, and is passed over when that is ill', () => {
    const found = record({ type: 'A', alias: ALIAS }, '@');
    expect(found).toMatchObject({
      alias: { name: ALIAS.dnsName, zone_id: 'Z26RNL4JYFTOTI', evaluate_target_health: true },
    });
    expect(found).not.toHaveProperty('ttl');
    expect(record({ type: 'A', alias: { ...ALIAS, evaluateTargetHealth: false } })).toMatchObject({
      alias: { evaluate_target_health: false },
    });
  });

  test('can be one of several, which are chosen from as long as they are well', () => {
    const routing = { policy: 'weighted', setIdentifier: 'a', weight: 3 } as const;
    expect(record({ ...ADDRESS, routing, healthCheckId: 'check' })).toMatchObject({
      set_identifier: 'a',
      weighted_routing_policy: { weight: 3 },
      health_check_id: 'check',
    });
  });

  test('refuses names that end outside of the zone, and times that there are none of', () => {
    expect(refused({ ...ADDRESS, ttlSeconds: -1 }, 'www.')).toThrow(
      [
        "stack/record: 'name' must be lower-case and within the zone, such as www or *.staging, or @ for the zone itself, got 'www.'",
        "stack/record: 'ttlSeconds' must be a whole number from 0 to 2147483647, got -1",
      ].join('\n'),
    );
    expect(refused(ADDRESS, Token.asString({ resolve: () => 'www' }))).toThrow(
      "'name' must be known at synthesis, got 'a token'",
    );
  });

  test('refuses aliases that are none', () => {
    expect(refused({ type: 'A', alias: { dnsName: 'gateway', hostedZoneId: 'us-east-1' } })).toThrow(
      [
        "stack/record: 'alias.dnsName' must be a host name, got 'gateway'",
        "stack/record: 'alias.hostedZoneId' must be the id of a hosted zone such as Z0123456789ABCDEFGHIJ, got 'us-east-1'",
      ].join('\n'),
    );
  });

  test('refuses several values, or an alias, where each record is to be one', () => {
    const routing = { policy: 'multivalue', setIdentifier: 'a' } as const;
    expect(refused({ type: 'A', records: ['192.0.2.1', '192.0.2.2'], routing })).toThrow(
      "'records' must hold one value where the routing is multivalue",
    );
    expect(refused({ type: 'A', alias: ALIAS, routing })).toThrow(
      "'routing' must not be multivalue for an alias, got 'multivalue'; give weights",
    );
  });

  test('refuses a health check without another record, and a primary record that never fails over', () => {
    expect(refused({ ...ADDRESS, healthCheckId: 'check' })).toThrow(
      "'healthCheckId' must not be given where there is no other record to answer with, got 'check'; give a routing",
    );
    const routing = { policy: 'failover', setIdentifier: 'a', type: 'PRIMARY' } as const;
    expect(refused({ ...ADDRESS, routing })).toThrow(
      "'healthCheckId' must be given for a primary record, or it would never fail over, got null; or have an alias with evaluateTargetHealth",
    );
    expect(refused({ type: 'A', alias: ALIAS, routing })).not.toThrow();
  });
});
