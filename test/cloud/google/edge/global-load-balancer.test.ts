import {
  GlobalLoadBalancer,
  type GlobalLoadBalancerProps,
} from '../../../../lib/cloud/google/edge/global-load-balancer';
import { googleStack, only, PROJECT, resources, values } from '../synth';

const ENDPOINTS = { main: { zones: ['europe-west1-b'], negName: 'main-gateway', maxRatePerEndpoint: 100 } };
const RULE = 'google_compute_global_forwarding_rule';

function loadBalancer(props: Partial<GlobalLoadBalancerProps> = {}) {
  const stack = googleStack();
  new GlobalLoadBalancer(stack, 'lb', {
    project: PROJECT,
    name: 'web',
    hosts: { 'www.example.com': { backend: 'gateway' } },
    backends: { gateway: { endpoints: ENDPOINTS } },
    certificateMap: { id: 'projects/p/locations/global/certificateMaps/m', dependables: [] },
    securityPolicy: { id: 'projects/p/global/securityPolicies/a' },
    ...props,
  });
  return stack;
}

describe('GlobalLoadBalancer', () => {
  test('speaks TLS with the certificates of the map', () => {
    const stack = loadBalancer();
    expect(only(stack, 'google_compute_target_https_proxy')).toMatchInlineSnapshot(
      {
        ssl_policy: expect.stringMatching(/^\$\{google_compute_ssl_policy\./) as unknown,
        url_map: expect.stringMatching(/^\$\{google_compute_url_map\.lb_UrlMap/) as unknown,
      },
      `
      {
        "certificate_map": "//certificatemanager.googleapis.com/projects/p/locations/global/certificateMaps/m",
        "depends_on": [],
        "name": "web",
        "project": "funlynk-prod",
        "ssl_policy": StringMatching /\\^\\\\\\$\\\\\\{google_compute_ssl_policy\\\\\\./,
        "url_map": StringMatching /\\^\\\\\\$\\\\\\{google_compute_url_map\\\\\\.lb_UrlMap/,
      }
    `,
    );
    expect(only(stack, 'google_compute_ssl_policy')).toMatchObject({
      profile: 'RESTRICTED',
      min_tls_version: 'TLS_1_2',
    });
  });

  test('lets in older clients if it is told to', () => {
    expect(only(loadBalancer({ sslProfile: 'MODERN' }), 'google_compute_ssl_policy')).toMatchObject({
      profile: 'MODERN',
      min_tls_version: 'TLS_1_2',
    });
  });

  test('redirects plain HTTP, or does not answer it', () => {
    const stack = loadBalancer({ httpRedirect: true });
    expect(values(stack, RULE, 'port_range')).toEqual(['443', '80']);
    expect(Object.values(resources(stack, 'google_compute_url_map'))).toContainEqual(
      expect.objectContaining({
        name: 'web-redirect',
        default_url_redirect: {
          https_redirect: true,
          redirect_response_code: 'MOVED_PERMANENTLY_DEFAULT',
          strip_query: false,
        },
      }),
    );
    expect(values(loadBalancer({ httpRedirect: false }), RULE, 'port_range')).toEqual(['443']);
  });

  test('listens on an address that stays, and on two if it is told to', () => {
    expect(only(loadBalancer({ ipv6: false }), 'google_compute_global_address')).toMatchObject({
      name: 'web-ipv4',
      address_type: 'EXTERNAL',
      ip_version: 'IPV4',
      lifecycle: { prevent_destroy: true },
    });
    const both = loadBalancer({ ipv6: true });
    expect(values(both, 'google_compute_global_address', 'ip_version')).toEqual(['IPV4', 'IPV6']);
    expect(values(both, RULE, 'name')).toEqual([
      ...['web-https-ipv4', 'web-https-ipv6', 'web-redirect-ipv4', 'web-redirect-ipv6'],
    ]);
    expect(new Set(values(both, RULE, 'load_balancing_scheme'))).toEqual(new Set(['EXTERNAL_MANAGED']));
  });

  test.each([true, false])('keeps its addresses, or does not: %s', (deletionProtection) => {
    expect(only(loadBalancer({ deletionProtection }), 'google_compute_global_address')).toMatchObject({
      lifecycle: { prevent_destroy: deletionProtection },
    });
  });

  test('has a service for each backend, filtered by the policy', () => {
    const stack = loadBalancer({ backends: { gateway: { endpoints: ENDPOINTS }, api: { endpoints: ENDPOINTS } } });
    expect(values(stack, 'google_compute_backend_service', 'name')).toEqual(['web-api', 'web-gateway']);
    expect(values(stack, 'google_compute_backend_service', 'security_policy')).toEqual([
      'projects/p/global/securityPolicies/a',
      'projects/p/global/securityPolicies/a',
    ]);
  });

  test('refuses faulty names, backends and hosts all at once', () => {
    expect(() =>
      loadBalancer({
        name: 'a'.repeat(50),
        backends: { gateway: { endpoints: ENDPOINTS, timeoutSeconds: 0 } },
        hosts: { 'www.example.com': { backend: 'web' } },
      }),
    ).toThrow(
      [
        `test/lb: 'name' must be up to 49 lower-case letters, digits and dashes, beginning with a letter, got '${'a'.repeat(50)}'`,
        "test/lb: 'backends.gateway.timeoutSeconds' must be a whole number from 1 to 2147483647, got 0",
        "test/lb: 'hosts.www.example.com.backend' must be one of the backends gateway, got 'web'",
      ].join('\n'),
    );
  });
});
