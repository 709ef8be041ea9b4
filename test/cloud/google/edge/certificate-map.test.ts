import { CertificateMap } from '../../../../lib/cloud/google/edge/certificate-map';
import { googleStack, only, PROJECT, resources, values } from '../synth';
import { exampleZone } from './zones';

function map(hosts: readonly string[], name = 'web') {
  const stack = googleStack();
  new CertificateMap(stack, 'map', { project: PROJECT, name, hosts, zone: exampleZone() });
  return stack;
}

describe('CertificateMap', () => {
  test('has a certificate for each host, and shows it to who asks for that host', () => {
    const stack = map(['www.example.com', 'api.example.com', 'www.example.com']);
    expect(values(stack, 'google_certificate_manager_certificate', 'name')).toEqual([
      'web-api_example_com',
      'web-www_example_com',
    ]);
    expect(Object.values(resources(stack, 'google_certificate_manager_certificate_map_entry'))).toMatchObject([
      { hostname: 'api.example.com', certificates: [expect.stringMatching(/certificate-apiexamplecom_/)] },
      { hostname: 'www.example.com', certificates: [expect.stringMatching(/certificate-wwwexamplecom_/)] },
    ]);
  });

  test('proves a domain once for itself and its wildcard', () => {
    const stack = map(['example.com', '*.example.com']);
    expect(only(stack, 'google_certificate_manager_dns_authorization')).toMatchObject({ domain: 'example.com' });
    expect(values(stack, 'google_certificate_manager_certificate_map_entry', 'name')).toEqual([
      'web-_example_com',
      'web-example_com',
    ]);
  });

  test('can be one that another stack made', () => {
    expect(CertificateMap.fromId('projects/p/locations/global/certificateMaps/m')).toEqual({
      id: 'projects/p/locations/global/certificateMaps/m',
      dependables: [],
    });
  });

  test('refuses to be for nobody, and faulty names', () => {
    expect(() => map([])).toThrow("test/map: 'hosts' must name one host at least, got []");
    expect(() => map(['WWW.example.com'], 'Web')).toThrow(
      [
        "test/map: 'name' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'Web'",
        "test/map: 'hosts' must be a lower-case host name such as www.example.com or *.example.com, got 'WWW.example.com'",
      ].join('\n'),
    );
  });
});
