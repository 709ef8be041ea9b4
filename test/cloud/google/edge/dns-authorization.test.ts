import { DnsAuthorization } from '../../../../lib/cloud/google/edge/dns-authorization';
import { googleStack, only, PROJECT } from '../synth';
import { exampleZone } from './zones';

function authorization(domain: string) {
  const stack = googleStack();
  new DnsAuthorization(stack, 'proof', { project: PROJECT, name: 'web', domain, zone: exampleZone() });
  return stack;
}

describe('DnsAuthorization', () => {
  test('is a proof that no other project stands in the way of', () => {
    expect(only(authorization('www.example.com'), 'google_certificate_manager_dns_authorization'))
      .toMatchInlineSnapshot(`
      {
        "domain": "www.example.com",
        "name": "web-www_example_com",
        "project": "funlynk-prod",
        "type": "PER_PROJECT_RECORD",
      }
    `);
  });

  test('puts the record into the zone that Google asks for', () => {
    const reference = expect.stringMatching(
      /^\$\{google_certificate_manager_dns_authorization\..*dns_resource_record/,
    ) as unknown;
    expect(only(authorization('www.example.com'), 'google_dns_record_set')).toMatchObject({
      managed_zone: 'example',
      name: reference,
      type: reference,
      rrdatas: [reference],
      ttl: 300,
    });
  });

  test('has a name that Google takes, however long the domain', () => {
    const domain = `${'a'.repeat(63)}.example.com`;
    expect(only(authorization(domain), 'google_certificate_manager_dns_authorization')['name']).toHaveLength(64);
  });

  test('refuses wildcards, which go with their domain, and domains of other zones', () => {
    expect(() => authorization('*.example.com')).toThrow("'domain' must be a lower-case domain such as example.com");
    expect(() => authorization('example.org')).toThrow(
      "test/proof: 'domain' must be within the zone of example.com, got 'example.org'",
    );
  });
});
