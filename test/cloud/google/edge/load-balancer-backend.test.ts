import {
  backendRefusals,
  backendServiceId,
  type LoadBalancerBackend,
} from '../../../../lib/cloud/google/edge/load-balancer-backend';
import { googleStack, only, PROJECT } from '../synth';

const ENDPOINTS = { main: { zones: ['europe-west1-b'], negName: 'main-gateway', maxRatePerEndpoint: 100 } };
const LOAD_BALANCER = { project: PROJECT, name: 'web', securityPolicy: { id: 'projects/p/global/securityPolicies/a' } };

function service(props: Partial<LoadBalancerBackend> = {}) {
  const stack = googleStack();
  backendServiceId(stack, 'gateway', LOAD_BALANCER, { endpoints: ENDPOINTS, ...props });
  return only(stack, 'google_compute_backend_service');
}

function refusals(props: Partial<LoadBalancerBackend>, key = 'gateway') {
  const found = backendRefusals('backends.gateway', key, { endpoints: ENDPOINTS, ...props });
  return found.filter((refusal) => refusal !== undefined);
}

describe('a backend', () => {
  test('is spoken to by HTTPS, filtered, logged and checked', () => {
    expect(service()).toMatchSnapshot();
  });

  test('takes the time and the protocol it is told', () => {
    expect(service({ protocol: 'HTTP2', timeoutSeconds: 3600, connectionDrainingSeconds: 0 })).toMatchObject({
      protocol: 'HTTP2',
      timeout_sec: 3600,
      connection_draining_timeout_sec: 0,
    });
  });

  test('can have a policy of its own', () => {
    expect(service({ securityPolicy: { id: 'other' } })).toMatchObject({ security_policy: 'other' });
  });

  test('logs some requests, or none', () => {
    expect(service({ logSampleRate: 0.1 })).toMatchObject({ log_config: { enable: true, sample_rate: 0.1 } });
    expect(service({ logSampleRate: 0 })).toMatchObject({ log_config: { enable: false } });
  });

  test('keeps to pods, and caches, if it is told to', () => {
    expect(service({ sessionAffinity: { kind: 'CLIENT_IP' }, cdn: { cacheMode: 'USE_ORIGIN_HEADERS' } })).toMatchObject(
      {
        session_affinity: 'CLIENT_IP',
        enable_cdn: true,
        cdn_policy: { cache_mode: 'USE_ORIGIN_HEADERS' },
      },
    );
  });

  test('looks for outliers, or does not', () => {
    expect(service({ outlierDetection: true })).toHaveProperty('outlier_detection');
    expect(service({ outlierDetection: false })).not.toHaveProperty('outlier_detection');
  });

  test('has headers of its own, and tells browsers to use HTTPS, unless that is said already', () => {
    const customRequestHeaders = ['X-Client-Region: {client_region}'];
    const customResponseHeaders = ['X-Frame-Options: DENY'];
    expect(service({ customRequestHeaders, customResponseHeaders, hstsDays: 1 })).toMatchObject({
      custom_request_headers: customRequestHeaders,
      custom_response_headers: ['Strict-Transport-Security: max-age=86400', 'X-Frame-Options: DENY'],
    });
    expect(service({ hstsDays: 0 })).toMatchObject({ custom_response_headers: [] });
    const own = ['strict-transport-security: max-age=1'];
    expect(service({ customResponseHeaders: own })).toMatchObject({ custom_response_headers: own });
  });

  test('refuses figures that Google would', () => {
    expect(refusals({ timeoutSeconds: 0, connectionDrainingSeconds: 3601, logSampleRate: 2, hstsDays: -1 })).toEqual([
      { property: 'backends.gateway.timeoutSeconds', rule: 'must be a whole number from 1 to 2147483647', got: 0 },
      {
        property: 'backends.gateway.connectionDrainingSeconds',
        rule: 'must be a whole number from 0 to 3600',
        got: 3601,
      },
      { property: 'backends.gateway.logSampleRate', rule: 'must be from 0 to 1', got: 2 },
      { property: 'backends.gateway.hstsDays', rule: 'must be a whole number of at least 0', got: -1 },
    ]);
  });

  test('refuses names and headers that Google would', () => {
    expect(refusals({ customRequestHeaders: ['a'], customResponseHeaders: ['b:'] }, 'Gateway')).toMatchObject([
      { property: 'backends.gateway', got: 'Gateway' },
      {
        property: 'backends.gateway.customRequestHeaders',
        rule: 'must hold headers such as X-Frame-Options: DENY',
        got: 'a',
      },
      { property: 'backends.gateway.customResponseHeaders', got: 'b:' },
    ]);
  });

  test('passes on what its parts refuse', () => {
    const found = refusals({
      endpoints: {},
      healthCheck: { port: 0 },
      sessionAffinity: { kind: 'GENERATED_COOKIE', ttlSeconds: -1 },
      cdn: { cacheMode: 'USE_ORIGIN_HEADERS', serveWhileStaleSeconds: -1 },
    });
    expect(found.map(({ property }) => property)).toEqual([
      'backends.gateway.endpoints',
      'backends.gateway.healthCheck.port',
      'backends.gateway.sessionAffinity.ttlSeconds',
      'backends.gateway.cdn.serveWhileStaleSeconds',
    ]);
  });
});
