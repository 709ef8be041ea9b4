import { exec, grpc, http, tcp, type Probes } from '../../../lib/core/model/probe';
import { containerProbes } from '../../../lib/workloads/pod/probes';
import { backendObjects, DEPLOYMENT } from '../sample-workload';

const FIRST = 'spec.template.spec.containers.0';

function deployment(probes: Probes): object {
  return backendObjects({ probes }).one('Deployment');
}

describe('the probes of a container', () => {
  test('are left out where there are none', () => {
    expect(containerProbes({}, {})).toEqual({});
    expect(backendObjects().one('Deployment')).not.toHaveProperty(`${FIRST}.livenessProbe`);
  });

  test.each(['startup', 'readiness', 'liveness'] as const)('include %s alone where only that is named', (kind) => {
    expect(Object.keys(containerProbes({ [kind]: tcp('http') }, DEPLOYMENT.ports ?? {}))).toEqual([`${kind}Probe`]);
  });

  test('ask over HTTP at a port by its name', () => {
    expect(deployment({ readiness: http('/ready') })).toHaveProperty(`${FIRST}.readinessProbe`, {
      httpGet: { path: '/ready', port: 'http' },
    });
  });

  test('ask whether a TCP port answers', () => {
    expect(deployment({ startup: tcp('http') })).toHaveProperty(`${FIRST}.startupProbe`, {
      tcpSocket: { port: 'http' },
    });
  });

  test('ask over gRPC at a port by its number, for Kubernetes takes no name there', () => {
    expect(deployment({ readiness: grpc('http', { service: 'orders', periodSeconds: 5 }) })).toHaveProperty(
      `${FIRST}.readinessProbe`,
      { grpc: { port: 3000, service: 'orders' }, periodSeconds: 5 },
    );
  });

  test('ask over gRPC at a port of their own container', () => {
    const proxy = {
      resources: DEPLOYMENT.resources,
      ports: { rpc: { containerPort: 9901 } },
      probes: { liveness: grpc('rpc') },
    };
    expect(backendObjects({ sidecars: { proxy } }).one('Deployment')).toHaveProperty(
      'spec.template.spec.initContainers.0.livenessProbe',
      { grpc: { port: 9901 } },
    );
  });

  test('run a command', () => {
    expect(deployment({ liveness: exec(['pg_isready', '-U', 'app']) })).toHaveProperty(`${FIRST}.livenessProbe`, {
      exec: { command: ['pg_isready', '-U', 'app'] },
    });
  });

  test('keep the timing they are given, zero included', () => {
    const timing = { initialDelaySeconds: 0, periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 30 };
    expect(deployment({ liveness: http('/health', 'http', timing) })).toHaveProperty(`${FIRST}.livenessProbe`, {
      httpGet: { path: '/health', port: 'http' },
      ...timing,
    });
  });
});
