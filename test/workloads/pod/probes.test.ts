import { exec, http, tcp } from '../../../lib/core/model/probe';
import { containerProbes } from '../../../lib/workloads/pod/probes';
import { backendObjects } from '../sample-workload';

function container(probes: Parameters<typeof containerProbes>[0]): object {
  const spec = backendObjects({ probes }).one('Deployment');
  expect(spec).toHaveProperty('spec.template.spec.containers.0');
  return spec;
}

const FIRST = 'spec.template.spec.containers.0';

describe('the probes of a workload', () => {
  test('are left out where there are none', () => {
    expect(containerProbes({})).toEqual({});
    expect(backendObjects().one('Deployment')).not.toHaveProperty(`${FIRST}.livenessProbe`);
  });

  test.each(['startup', 'readiness', 'liveness'] as const)('include %s alone where only that is named', (kind) => {
    expect(Object.keys(containerProbes({ [kind]: tcp('http') }))).toEqual([`${kind}Probe`]);
  });

  test('ask over HTTP at a port by its name', () => {
    expect(container({ readiness: http('/ready') })).toHaveProperty(`${FIRST}.readinessProbe`, {
      httpGet: { path: '/ready', port: 'http' },
    });
  });

  test('ask whether a TCP port answers', () => {
    expect(container({ startup: tcp('http') })).toHaveProperty(`${FIRST}.startupProbe`, {
      tcpSocket: { port: 'http' },
    });
  });

  test('run a command', () => {
    expect(container({ liveness: exec(['pg_isready', '-U', 'app']) })).toHaveProperty(`${FIRST}.livenessProbe`, {
      exec: { command: ['pg_isready', '-U', 'app'] },
    });
  });

  test('keep the timing they are given, zero included', () => {
    const timing = { initialDelaySeconds: 0, periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 30 };
    expect(container({ liveness: http('/health', 'http', timing) })).toHaveProperty(`${FIRST}.livenessProbe`, {
      httpGet: { path: '/health', port: 'http' },
      ...timing,
    });
  });
});
