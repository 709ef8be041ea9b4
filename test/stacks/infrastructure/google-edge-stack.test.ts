import { GoogleEdgeStack } from '../../../stacks/infrastructure/google-edge-stack';
import { environmentOf, type Edit } from '../environments';
import { stackJson, type StackJson } from '../stack-json';

function edge(...edits: readonly Edit[]): StackJson {
  const resolved = environmentOf('genesis/production', ...edits);
  const { edge: own } = resolved.environment.google;
  if (own === undefined) throw new Error('the environment says nothing of the edge');
  return stackJson((app) => new GoogleEdgeStack(app, resolved, own));
}

const production = edge();
const RATE = '    rateLimit: { requests: 600, intervalSeconds: 60 }\n';
/** Rules that refuse or limit, by what they do. */
const rules = (stack: StackJson): string => JSON.stringify(stack.one('google_compute_security_policy')['rule']);

test('requests reach the gateways of all clusters, in every zone of theirs', () => {
  const groups = JSON.stringify(production.one('google_compute_backend_service')['backend']).match(/zones\/[^"]+/g);
  const zones = [
    'europe-west1-b',
    'europe-west1-c',
    'europe-west1-d',
    'us-central1-a',
    'us-central1-b',
    'us-central1-c',
  ];
  expect(groups).toEqual(
    zones.map((zone) => `zones/${zone}/networkEndpointGroups/genesis-production-${zone.slice(0, -2)}-gateway`),
  );
});

test('a zonal cluster is reached in its zone', () => {
  const zonal = edge(['    zones: [us-central1-a, us-central1-b, us-central1-c]\n', '    zone: us-central1-f\n']);
  expect(JSON.stringify(zonal.one('google_compute_backend_service'))).toContain(
    'zones/us-central1-f/networkEndpointGroups/genesis-production-us-central1-gateway',
  );
});

test('gateways are asked whether they are ready', () => {
  expect(production.one('google_compute_health_check')).toMatchObject({
    http_health_check: { port: 15_021, request_path: '/healthz/ready' },
  });
});

test('a stream stays open for as long as the service that answers it wants', () => {
  expect(production.one('google_compute_backend_service')['timeout_sec']).toBe(3600);
});

test('hosts have certificates, and addresses in a signed zone of their domain', () => {
  expect(production.one('google_certificate_manager_certificate')).toMatchObject({
    managed: { domains: ['talk.genesis.example.com'] },
  });
  expect(production.one('google_dns_managed_zone')).toMatchObject({
    dns_name: 'genesis.example.com.',
    dnssec_config: { state: 'on' },
    lifecycle: { prevent_destroy: true },
  });
});

test('senders are limited as the file says, or to 600 requests a minute', () => {
  expect(rules(production)).toContain('"count":600,"interval_sec":60');
  expect(rules(edge([RATE, '    rateLimit: { requests: 100, intervalSeconds: 10 }\n']))).toContain(
    '"count":100,"interval_sec":10',
  );
  expect(rules(edge([RATE, '']))).toContain('"count":600,"interval_sec":60');
});

test('attacks are refused, or only logged where the file says so', () => {
  expect(rules(production)).not.toContain('"preview":true');
  expect(rules(edge([RATE, '    preview: true\n']))).toContain('"preview":true');
});

test('gateways take as many requests as the file says', () => {
  expect(JSON.stringify(production.one('google_compute_backend_service'))).toContain('"max_rate_per_endpoint":1000');
  expect(JSON.stringify(edge([RATE, '    maxRatePerEndpoint: 50\n']).one('google_compute_backend_service'))).toContain(
    '"max_rate_per_endpoint":50',
  );
});
