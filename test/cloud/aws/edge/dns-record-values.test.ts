import { Token } from 'cdktf';
import { type DnsRecordType, recordValues, valueRefusals } from '../../../../lib/cloud/aws/edge/dns-record-values';

function refused(type: DnsRecordType, value: string, name = 'www') {
  return valueRefusals(name, type, [value]).find((refusal) => refusal !== undefined);
}

describe('values of records', () => {
  test('have one order, and none comes twice', () => {
    expect(recordValues('A', ['192.0.2.2', '192.0.2.1', '192.0.2.2'])).toEqual(['192.0.2.1', '192.0.2.2']);
  });

  test('are split where a text is too long for one string', () => {
    expect(recordValues('TXT', ['x'.repeat(300)])).toEqual([`${'x'.repeat(255)}" "${'x'.repeat(45)}`]);
    expect(recordValues('TXT', ['v=spf1 -all'])).toEqual(['v=spf1 -all']);
  });

  test('that Terraform alone knows are left to it', () => {
    const value = Token.asString({ resolve: () => 'a' });
    expect(recordValues('TXT', [value])).toEqual([value]);
    expect(valueRefusals('www', 'A', [value])).toEqual([undefined, undefined, undefined, undefined]);
    expect(valueRefusals('www', 'A', Token.asList({ resolve: () => [] }))).toEqual([]);
  });

  test.each<[DnsRecordType, string]>([
    ['A', '192.0.2.1'],
    ['AAAA', '2001:db8::1'],
    ['CAA', '0 issue "amazon.com"'],
    ['CNAME', 'www.example.com'],
    ['DS', '12345 13 2 0123456789ABCDEF'],
    ['MX', '10 mail.example.com'],
    ['SRV', '1 10 5269 xmpp.example.com'],
    ['TXT', 'v=spf1 -all'],
  ])('of %s can be %s', (type, value) => {
    expect(refused(type, value)).toBeUndefined();
  });

  test.each<[DnsRecordType, string, string]>([
    ['A', '2001:db8::1', 'must hold IPv4 addresses'],
    ['AAAA', '192.0.2.1', 'must hold IPv6 addresses'],
    ['CAA', '0 issue amazon.com', 'must hold values such as 0 issue "amazon.com"'],
    ['DS', 'abc', 'must hold a key tag, an algorithm, a digest type and a digest'],
    ['MX', 'mail.example.com', 'must hold a priority and a host such as 10 mail.example.com'],
    ['SRV', '10 xmpp.example.com', 'must hold a priority, a weight, a port and a host'],
    ['TXT', '"quoted"', 'must hold text without quotes and backslashes'],
    ['TXT', '', 'must hold text of 1 to 4000 characters'],
    ['PTR', ' ', 'must not be empty'],
  ])('of %s cannot be %s', (type, value, rule) => {
    expect(refused(type, value)).toMatchObject({ property: 'records', rule, got: value });
  });

  test('are one for a CNAME, and one at least for all', () => {
    expect(valueRefusals('www', 'CNAME', ['a.example', 'b.example'])).toContainEqual({
      property: 'records',
      rule: 'must hold one value for a CNAME',
      got: ['a.example', 'b.example'],
      remedy: 'give records with weights',
    });
    expect(valueRefusals('www', 'A', [])).toContainEqual(
      expect.objectContaining({ rule: 'must hold one value at least' }),
    );
  });

  test('of the zone itself are neither a CNAME nor its name servers', () => {
    expect(refused('CNAME', 'a.example', '@')).toMatchObject({
      rule: 'must not be CNAME for the zone itself',
      remedy: 'give an alias',
    });
    expect(refused('NS', 'ns.example', '@')).toMatchObject({
      rule: 'must not be NS for the zone itself, which Route 53 has put there',
    });
  });
});
