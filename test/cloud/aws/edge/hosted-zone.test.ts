import { TerraformStack, Testing } from 'cdktf';
import {
  HostedZone,
  type HostedZoneProps,
  type PublicHostedZoneProps,
} from '../../../../lib/cloud/aws/edge/hosted-zone';
import { build, type Output, PLACE, synth } from '../harness';

const NAME = { ...PLACE, zoneName: 'example.com' };
const BARE = { caaIssuers: [], queryLogging: false, dnssec: false };

function zone(props: Partial<PublicHostedZoneProps> = {}): Output {
  return synth((stack) => new HostedZone(stack, 'zone', { ...NAME, ...props }));
}

function refused(props: HostedZoneProps): () => void {
  return build((stack) => new HostedZone(stack, 'zone', props));
}

describe('HostedZone', () => {
  test('is signed, logs its queries, lets Amazon issue certificates and stays', () => {
    const output = zone();
    expect(output.one('aws_route53_zone')).toMatchInlineSnapshot(`
      {
        "force_destroy": false,
        "lifecycle": {
          "prevent_destroy": true,
        },
        "name": "example.com",
      }
    `);
    expect(output.one('aws_route53_hosted_zone_dnssec')).toMatchObject({ lifecycle: { prevent_destroy: true } });
    expect(Object.keys(output.all('aws_route53_query_log'))).toHaveLength(1);
    expect(output.one('aws_route53_record')).toMatchObject({
      name: 'example.com',
      type: 'CAA',
      records: ['0 issue "amazon.com"'],
    });
  });

  test('can do without each of them', () => {
    const output = zone({ ...BARE, deletionProtection: false, comment: 'Tests' });
    expect(output.one('aws_route53_zone')).toMatchObject({ comment: 'Tests', lifecycle: { prevent_destroy: false } });
    for (const type of [
      'aws_route53_hosted_zone_dnssec',
      'aws_kms_key',
      'aws_route53_query_log',
      'aws_route53_record',
    ]) {
      expect(output.all(type)).toEqual({});
    }
    expect(zone({ deletionProtection: false }).one('aws_kms_key')).toMatchObject({
      lifecycle: { prevent_destroy: false },
    });
  });

  test('can let others issue certificates, too', () => {
    expect(zone({ ...BARE, caaIssuers: ['letsencrypt.org', 'amazon.com'] }).one('aws_route53_record')).toMatchObject({
      records: ['0 issue "amazon.com"', '0 issue "letsencrypt.org"'],
    });
  });

  test('can be for networks of several regions only, where there are neither signatures nor certificates', () => {
    const vpcs = [{ vpcId: 'vpc-1' }, { vpcId: 'vpc-2', region: 'eu-west-1' }];
    const output = synth((stack) => new HostedZone(stack, 'zone', { ...NAME, visibility: 'private', vpcs }));
    expect(output.one('aws_route53_zone')).toMatchObject({
      vpc: [
        { vpc_id: 'vpc-1', vpc_region: 'us-east-1' },
        { vpc_id: 'vpc-2', vpc_region: 'eu-west-1' },
      ],
    });
    expect(Object.keys(output.all('aws_route53_record'))).toEqual([]);
    expect(Object.keys(output.all('aws_kms_key'))).toEqual([]);
  });

  test('takes records, one of a name and type, or several that are told apart', () => {
    const stack = new TerraformStack(Testing.app(), 'stack');
    const example = new HostedZone(stack, 'zone', { ...NAME, ...BARE });
    const routing = (setIdentifier: string) => ({ policy: 'weighted', setIdentifier, weight: 1 }) as const;
    expect(example.addRecord('www', { type: 'A', records: ['192.0.2.1'] }).fqdn).toBe('www.example.com');
    expect(() => example.addRecord('www', { type: 'A', records: ['192.0.2.2'] })).toThrow('A-www');
    example.addRecord('api', { type: 'A', records: ['192.0.2.1'], routing: routing('a') });
    expect(() => example.addRecord('api', { type: 'A', records: ['192.0.2.2'], routing: routing('b') })).not.toThrow();
  });

  test.each([true, false])('hands a part of the domain to another zone, with its key if it has one: %s', (dnssec) => {
    const output = synth((stack) => {
      const child = new HostedZone(stack, 'child', { ...NAME, ...BARE, dnssec, zoneName: 'staging.example.com' });
      new HostedZone(stack, 'zone', { ...NAME, ...BARE }).delegate(child);
    });
    expect(Object.values(output.all('aws_route53_record')).map(({ type, name, ttl }) => [type, name, ttl])).toEqual([
      ...(dnssec ? [['DS', 'staging.example.com', 21_600]] : []),
      ['NS', 'staging.example.com', 21_600],
    ]);
  });

  test('refuses to hand over what is not a part of it', () => {
    const stack = new TerraformStack(Testing.app(), 'stack');
    const parent = new HostedZone(stack, 'zone', { ...NAME, ...BARE });
    const other = new HostedZone(stack, 'other', { ...NAME, ...BARE, zoneName: 'anexample.com' });
    expect(() => parent.delegate(other)).toThrow(
      "stack/zone: 'delegate' must be given a zone below example.com, got 'anexample.com'",
    );
    expect(() => parent.delegate(parent)).toThrow("'delegate' must be given a zone below example.com");
  });

  test('refuses faulty names, comments and issuers all at once', () => {
    expect(refused({ ...NAME, zoneName: 'example.com.', comment: 'x'.repeat(257), caaIssuers: ['Amazon'] })).toThrow(
      [
        "stack/zone: 'zoneName' must be a lower-case domain such as example.com, got 'example.com.'",
        `stack/zone: 'comment' must be up to 256 characters, got '${'x'.repeat(257)}'`,
        "stack/zone: 'caaIssuers' must be a lower-case domain such as example.com, got 'Amazon'",
      ].join('\n'),
    );
  });

  test('refuses to be private for nobody, or for regions that there are none of', () => {
    expect(refused({ ...NAME, visibility: 'private', vpcs: [] })).toThrow(
      "stack/zone: 'vpcs' must name one network at least, got []",
    );
    expect(refused({ ...NAME, visibility: 'private', vpcs: [{ vpcId: 'vpc-1', region: 'Europe' }] })).toThrow(
      "'vpcs.region' must be a region such as us-east-1, got 'Europe'",
    );
  });

  test('can be one that is there already', () => {
    const attributes = { zoneId: 'Z0123456789ABCDEFGHIJ', zoneName: 'example.com' };
    expect(HostedZone.fromAttributes(attributes)).toEqual(attributes);
    expect(() => HostedZone.fromAttributes({ ...attributes, zoneId: 'example' })).toThrow(
      "example.com: 'zoneId' must be the id of a hosted zone such as Z0123456789ABCDEFGHIJ, got 'example'",
    );
  });
});
