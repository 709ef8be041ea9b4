import type { Cluster } from '../../lib/core/cluster';
import { http } from '../../lib/core/model/probe';
import { defineSystem, type ServiceHandle, type SystemDefinition } from '../../lib/core/model/system';
import type { SystemModel } from '../../lib/core/model/system-model';
import { secret } from '../../lib/core/secret-ref';

/** How many of the services before it a service connects to. */
const CONNECTIONS = 3;

/** A system of so many services, each with what a service in production has, in one environment. */
export function manyServices(count: number): SystemModel {
  const { services, ...system } = definition(count);
  return {
    ...system,
    environment: 'production',
    namespace: system.name,
    domain: 'fleet.example.com',
    registry: 'cluster',
    services: Object.fromEntries(
      Object.entries(services).map(([name, service]) => [
        name,
        { ...service, name, namespace: system.name, version: { tag: 'v1.0.0' } },
      ]),
    ),
  };
}

function definition(count: number): SystemDefinition {
  return defineSystem('fleet', { registry: { host: 'ghcr.io/fleet' }, tls: secret('tls') }, ({ service, external }) => {
    const made: ServiceHandle[] = [];
    for (let index = 0; index < count; index++) {
      const before = made.slice(-CONNECTIONS).map((handle) => handle.port('http'));
      const name = `service-${String(index).padStart(3, '0')}`;
      made.push(
        service(name, {
          image: { name },
          ports: { http: { containerPort: 8080, protocol: 'http' } },
          config: { mountPath: '/etc/service', files: { 'service.json': JSON.stringify({ name }) } },
          secretEnv: { TOKEN: secret(`${name}-token`) },
          scratch: ['/tmp'],
          resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
          probes: { readiness: http('/ready'), liveness: http('/health') },
          runAs: { user: 1000 },
          replicas: { min: 2, max: 10 },
          telemetry: { metrics: { port: 'http' } },
          connectsTo: [...before, external('api.example.com:443')],
          ...(index % 10 === 0 ? { exposure: [{ host: name, port: 'http' }] } : {}),
        }),
      );
    }
  });
}

/** The same cluster under another name. */
export function renamed(cluster: Cluster, index: number): Cluster {
  return { ...cluster, name: `cluster-${String(index).padStart(3, '0')}` };
}
