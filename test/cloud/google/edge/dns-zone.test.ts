import { DnsZone, type PublicDnsZoneProps } from '../../../../lib/cloud/google/edge/dns-zone';
import { network } from '../fixtures';
import { googleStack, only, PROJECT, resources, values } from '../synth';

const TYPE = 'google_dns_managed_zone';
const RECORD = 'google_dns_record_set';
const NAME = { project: PROJECT, name: 'example', dnsName: 'example.com' };

function zone(props: Partial<PublicDnsZoneProps> = {}) {
  const stack = googleStack();
  new DnsZone(stack, 'zone', { ...NAME, ...props });
  return stack;
}

describe('DnsZone', () => {
  test('is public, signed, logged and there to stay', () => {
    expect(only(zone(), TYPE)).toMatchSnapshot();
  });

  test('lets Google alone issue certificates, or whoever is named', () => {
    expect(only(zone(), RECORD)).toMatchObject({ name: 'example.com.', type: 'CAA', rrdatas: ['0 issue "pki.goog"'] });
    expect(only(zone({ caaIssuers: ['pki.goog', 'letsencrypt.org'] }), RECORD)).toMatchObject({
      rrdatas: ['0 issue "letsencrypt.org"', '0 issue "pki.goog"'],
    });
    expect(resources(zone({ caaIssuers: [] }), RECORD)).toEqual({});
  });

  test('can do without signatures', () => {
    expect(only(zone({ dnssec: false }), TYPE)).toMatchObject({ dnssec_config: { state: 'off' } });
    expect(only(zone({ dnssec: true }), TYPE)).toMatchObject({
      dnssec_config: { state: 'on', non_existence: 'nsec3' },
    });
  });

  test.each([true, false])('logs queries, or does not: %s', (queryLogging) => {
    expect(only(zone({ queryLogging }), TYPE)).toMatchObject({
      cloud_logging_config: { enable_logging: queryLogging },
    });
  });

  test.each([true, false])('is protected, or not: %s', (deletionProtection) => {
    expect(only(zone({ deletionProtection }), TYPE)).toMatchObject({
      force_destroy: false,
      lifecycle: { prevent_destroy: deletionProtection },
    });
  });

  test('can be for networks only, where there are neither signatures nor certificates', () => {
    const stack = googleStack();
    new DnsZone(stack, 'zone', { ...NAME, visibility: 'private', networks: [network(stack)] });
    const found = only(stack, TYPE);
    expect(found).toMatchObject({
      visibility: 'private',
      private_visibility_config: {
        networks: [{ network_url: expect.stringMatching(/^\$\{google_compute_network\./) as unknown }],
      },
    });
    expect(found).not.toHaveProperty('dnssec_config');
    expect(resources(stack, RECORD)).toEqual({});
  });

  test('takes records, one of a name and type', () => {
    const stack = googleStack();
    const example = new DnsZone(stack, 'zone', { ...NAME, caaIssuers: [] });
    expect(example.addRecord('www', { type: 'A', rrdatas: ['192.0.2.1'] }).fqdn).toBe('www.example.com');
    expect(only(stack, RECORD)).toMatchObject({ depends_on: [expect.stringMatching(/^google_dns_managed_zone\./)] });
    expect(() => example.addRecord('www', { type: 'A', rrdatas: ['192.0.2.2'] })).toThrow('A-www');
  });

  test('hands a part of the domain to another zone, with its key', () => {
    const stack = googleStack();
    const parent = new DnsZone(stack, 'zone', { ...NAME, caaIssuers: [] });
    parent.delegate(
      new DnsZone(stack, 'child', {
        project: PROJECT,
        name: 'staging',
        dnsName: 'staging.example.com',
        caaIssuers: [],
      }),
    );
    expect(Object.values(resources(stack, RECORD))).toMatchObject([
      { name: 'staging.example.com.', type: 'DS', rrdatas: [expect.stringContaining('ds_record')] },
      { name: 'staging.example.com.', type: 'NS', rrdatas: expect.stringContaining('name_servers') as unknown },
    ]);
  });

  test('hands a part to a zone without a key', () => {
    const stack = googleStack();
    const child = { project: PROJECT, name: 'staging', dnsName: 'staging.example.com', dnssec: false, caaIssuers: [] };
    new DnsZone(stack, 'zone', { ...NAME, caaIssuers: [] }).delegate(new DnsZone(stack, 'child', child));
    expect(values(stack, RECORD, 'type')).toEqual(['NS']);
  });

  test('refuses to hand over what is not a part of it', () => {
    const stack = googleStack();
    const parent = new DnsZone(stack, 'zone', NAME);
    const other = new DnsZone(stack, 'other', { project: PROJECT, name: 'other', dnsName: 'anexample.com' });
    expect(() => parent.delegate(other)).toThrow(
      "test/zone: 'delegate' must be given a zone below example.com, got 'anexample.com'",
    );
    expect(() => parent.delegate(parent)).toThrow("'delegate' must be given a zone below example.com");
  });

  test('refuses faulty names and issuers all at once', () => {
    expect(() =>
      zone({ name: 'Example', dnsName: 'example.com.', caaIssuers: ['Google'], labels: { A: 'b' } }),
    ).toThrow(
      [
        "test/zone: 'name' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'Example'",
        "test/zone: 'dnsName' must be a lower-case domain such as example.com, got 'example.com.'",
        "test/zone: 'labels.A' must be lower-case letters, digits, dashes and underscores, up to 63, the key beginning with a letter, got 'b'",
        "test/zone: 'caaIssuers' must be a lower-case domain such as example.com, got 'Google'",
      ].join('\n'),
    );
  });

  test('refuses to be private for nobody', () => {
    expect(() => new DnsZone(googleStack(), 'zone', { ...NAME, visibility: 'private', networks: [] })).toThrow(
      "test/zone: 'networks' must name one network at least, got []",
    );
  });
});
