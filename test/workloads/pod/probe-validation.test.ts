import { exec, grpc, http, tcp, type ProbeTiming } from '../../../lib/core/model/probe';
import { CRON_JOB, DEPLOYMENT, JOB, making, makingOf } from '../sample-workload';

const { resources } = DEPLOYMENT;

describe('a workload is refused', () => {
  test('where a probe runs no command', () => {
    expect(making({ probes: { liveness: exec([]) } })).toThrow(
      "test/backend: 'probes.liveness.exec.command' must name a command, got []",
    );
  });

  test('where a probe asks over gRPC at a port that it has not', () => {
    expect(making({ probes: { readiness: grpc('rpc') } })).toThrow(
      "test/backend: 'probes.readiness.port' must be a port of the workload, got 'rpc'; allowed: (http)",
    );
  });

  test('where a sidecar’s probe asks at a port of the main container', () => {
    const ports = { admin: { containerPort: 9901 } };
    expect(making({ sidecars: { proxy: { resources, ports, probes: { startup: tcp('http') } } } })).toThrow(
      "test/backend: 'sidecars.proxy.probes.startup.port' must be a port of the container, got 'http'; allowed: (admin)",
    );
  });

  test('where a probe asks at a port that is not spoken to over TCP', () => {
    const ports = { dns: { containerPort: 53, protocol: 'udp' as const } };
    expect(making({ ports, probes: { liveness: tcp('dns') } })).toThrow(
      "test/backend: 'probes.liveness.port' must be a port that is spoken to over TCP, got 'dns'",
    );
  });

  test.each(['periodSeconds', 'timeoutSeconds', 'failureThreshold', 'successThreshold'])(
    'where %s of a probe is no number of times',
    (property) => {
      for (const value of [0, -1, 1.5]) {
        expect(making({ probes: { readiness: http('/', 'http', { [property]: value }) } })).toThrow(
          `test/backend: 'probes.readiness.${property}' must be a whole number, 1 or more, got ${value}`,
        );
      }
    },
  );

  test.each([-1, 1.5])('where a probe waits %p seconds', (initialDelaySeconds) => {
    expect(making({ probes: { readiness: http('/', 'http', { initialDelaySeconds }) } })).toThrow(
      `test/backend: 'probes.readiness.initialDelaySeconds' must be a whole number, 0 or more, got ${initialDelaySeconds}`,
    );
  });

  test.each<[ProbeTiming, number, number]>([
    [{ timeoutSeconds: 11 }, 10, 11],
    [{ periodSeconds: 5, timeoutSeconds: 6 }, 5, 6],
  ])('where a probe may take longer than until the next: %j', (timing, period, timeout) => {
    expect(making({ probes: { liveness: http('/', 'http', timing) } })).toThrow(
      `test/backend: 'probes.liveness.timeoutSeconds' must be at most periodSeconds (${period}), got ${timeout}`,
    );
  });

  test.each(['startup', 'liveness'])('where a %s probe has to succeed twice', (kind) => {
    expect(making({ probes: { [kind]: http('/', 'http', { successThreshold: 2 }) } })).toThrow(
      `test/backend: 'probes.${kind}.successThreshold' must be 1 for any probe but readiness, got 2`,
    );
  });

  test.each([JOB, CRON_JOB])('where it runs to its end and is asked meanwhile: %#', (props) => {
    expect(makingOf({ ...props, probes: { liveness: exec(['true']) } })).toThrow(
      `test/sample: 'probes' must be left out of a ${props.kind}, which is judged by its end, got ["liveness"]`,
    );
  });
});

describe('a workload is accepted', () => {
  test.each<[string, ProbeTiming]>([
    ['a probe that waits for nothing', { initialDelaySeconds: 0 }],
    ['a probe that may take until the next', { periodSeconds: 1, timeoutSeconds: 1 }],
    ['a readiness probe that has to succeed twice', { successThreshold: 2 }],
  ])('with %s', (_, timing) => {
    expect(making({ probes: { readiness: http('/', 'http', timing) } })).not.toThrow();
  });

  test('as a job with a sidecar that it waits for', () => {
    const proxy = { resources, ports: { admin: { containerPort: 9901 } }, probes: { startup: tcp('admin') } };
    expect(makingOf({ ...JOB, sidecars: { proxy } })).not.toThrow();
  });
});
