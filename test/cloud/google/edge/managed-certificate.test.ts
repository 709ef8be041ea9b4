import { ManagedCertificate } from '../../../../lib/cloud/google/edge/managed-certificate';
import { googleStack, only, PROJECT } from '../synth';

const AUTHORIZATION = { id: 'projects/p/locations/global/dnsAuthorizations/a', domain: 'example.com', dependables: [] };

function certificate(host: string) {
  const stack = googleStack();
  new ManagedCertificate(stack, 'certificate', { project: PROJECT, name: 'web', host, authorization: AUTHORIZATION });
  return stack;
}

describe('ManagedCertificate', () => {
  test('is for one host, which may be a wildcard', () => {
    expect(only(certificate('*.example.com'), 'google_certificate_manager_certificate')).toMatchInlineSnapshot(`
      {
        "depends_on": [],
        "managed": {
          "dns_authorizations": [
            "projects/p/locations/global/dnsAuthorizations/a",
          ],
          "domains": [
            "*.example.com",
          ],
        },
        "name": "web-_example_com",
        "project": "funlynk-prod",
        "scope": "DEFAULT",
      }
    `);
  });

  test('refuses a host that is not proved', () => {
    expect(() => certificate('www.example.com')).toThrow(
      "test/certificate: 'authorization' must be for www.example.com, got 'example.com'",
    );
    expect(() => certificate('example')).toThrow("'host' must be a lower-case host name");
  });
});
