import type { TerraformStack } from 'cdktf';
import {
  DnsZone,
  EDGE_SERVICES,
  gatewayNegName,
  gkeClusterName,
  GlobalEntrypoint,
  ProjectServices,
} from '../../../../lib/cloud/google';

/** The example of lib/cloud/google/edge/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const project = 'funlynk-prod';
  new ProjectServices(stack, 'Services', { project, services: EDGE_SERVICES }).requiredBy(stack);

  const zone = new DnsZone(stack, 'zone', { project, name: 'funlynk', dnsName: 'funlynk.example' });
  const endpoints = (cluster: string, zones: readonly string[]) => ({
    zones,
    negName: gatewayNegName(gkeClusterName('funlynk', 'production', cluster)),
    maxRatePerEndpoint: 500,
  });

  new GlobalEntrypoint(stack, 'entry', {
    project,
    name: 'funlynk-production',
    zone,
    hosts: {
      'www.funlynk.example': { backend: 'gateway' },
      'api.funlynk.example': { backend: 'gateway' },
    },
    backends: {
      gateway: {
        endpoints: {
          'europe-west1': endpoints('europe-west1', ['europe-west1-b', 'europe-west1-c', 'europe-west1-d']),
          'us-east1': endpoints('us-east1', ['us-east1-b', 'us-east1-c', 'us-east1-d']),
        },
        healthCheck: { protocol: 'HTTP', port: 15021, requestPath: '/healthz/ready' },
      },
    },
    security: { rateLimit: { count: 600, intervalSeconds: 60, banSeconds: 300 } },
  });
  // README ends
}
