import { Token } from 'cdktf';
import { DnsRecord, type DnsRecordProps } from '../../../../lib/cloud/google/edge/dns-record';
import { googleStack, only } from '../synth';
import { exampleZone } from './zones';

const TYPE = 'google_dns_record_set';

function record(props: Partial<DnsRecordProps> = {}) {
  const stack = googleStack();
  new DnsRecord(stack, 'record', { zone: exampleZone(), name: 'www', type: 'A', rrdatas: ['192.0.2.1'], ...props });
  return stack;
}

describe('DnsRecord', () => {
  test('is a name within its zone', () => {
    expect(only(record(), TYPE)).toMatchInlineSnapshot(`
      {
        "depends_on": [],
        "managed_zone": "example",
        "name": "www.example.com.",
        "project": "funlynk-prod",
        "rrdatas": [
          "192.0.2.1",
        ],
        "ttl": 300,
        "type": "A",
      }
    `);
  });

  test('can be the zone itself, a wildcard or no host at all', () => {
    expect(only(record({ name: '@' }), TYPE)).toMatchObject({ name: 'example.com.' });
    expect(only(record({ name: '*.staging' }), TYPE)).toMatchObject({ name: '*.staging.example.com.' });
    expect(only(record({ name: '_dmarc', type: 'TXT', rrdatas: ['"v=DMARC1"'] }), TYPE)).toMatchObject({
      name: '_dmarc.example.com.',
    });
  });

  test('has its values in one order, and lasts as long as told', () => {
    expect(only(record({ rrdatas: ['192.0.2.2', '192.0.2.1'], ttlSeconds: 60 }), TYPE)).toMatchObject({
      rrdatas: ['192.0.2.1', '192.0.2.2'],
      ttl: 60,
    });
  });

  test('takes values that Terraform alone knows', () => {
    const address = Token.asString({ resolve: () => '${google_compute_global_address.a.address}' });
    expect(only(record({ rrdatas: [address] }), TYPE)).toMatchObject({
      rrdatas: ['${google_compute_global_address.a.address}'],
    });
  });

  test('refuses names that end outside of the zone, and times that there are none of', () => {
    expect(() => record({ name: 'www.', ttlSeconds: -1 })).toThrow(
      [
        "test/record: 'name' must be lower-case and within the zone, such as www or *.staging, or @ for the zone itself, got 'www.'",
        "test/record: 'ttlSeconds' must be a whole number from 0 to 2147483647, got -1",
      ].join('\n'),
    );
  });

  test('refuses to say nothing', () => {
    expect(() => record({ rrdatas: [] })).toThrow("'rrdatas' must hold one value at least, got []");
  });

  test('refuses values of another type', () => {
    expect(() => record({ rrdatas: ['2001:db8::1'] })).toThrow("'rrdatas' must hold IPv4 addresses, got '2001:db8::1'");
    expect(() => record({ type: 'AAAA' })).toThrow("'rrdatas' must hold IPv6 addresses, got '192.0.2.1'");
    expect(() => record({ type: 'MX', rrdatas: ['10 mx'] })).toThrow("'rrdatas' must end in a dot, got '10 mx'");
  });

  test('refuses a CNAME beside others: two of it, or that of the zone itself', () => {
    expect(() => record({ name: '@', type: 'CNAME', rrdatas: ['a.example.', 'b.example.'] })).toThrow(
      [
        'test/record: \'rrdatas\' must hold one value for a CNAME, got ["a.example.","b.example."]',
        "test/record: 'type' must not be CNAME for the zone itself, got 'CNAME'; give it A records",
      ].join('\n'),
    );
  });
});
