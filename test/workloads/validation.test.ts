import { http, tcp } from '../../lib/core/model/probe';
import { Workload } from '../../lib/workloads/workload';
import { EKS, emptyChart } from '../support/manifests';
import { backend, DEPLOYMENT, making, STATEFUL_SET } from './sample-workload';

const { requests, limits } = DEPLOYMENT.resources;

describe('a workload is refused', () => {
  test.each(['Backend', 'back_end', '-backend', '2nd', 'b'.repeat(64)])('under the name %s', (name) => {
    expect(() => new Workload(emptyChart(), name, DEPLOYMENT)).toThrow(
      `test/${name}: 'name' must be lower-case letters, digits and dashes, beginning with a letter, 63 at most, got '${name}'`,
    );
  });

  test('as a StatefulSet, under a name that leaves no room for its headless Service', () => {
    expect(() => new Workload(emptyChart(), 'b'.repeat(54), STATEFUL_SET)).not.toThrow();
    expect(() => new Workload(emptyChart(), 'b'.repeat(55), STATEFUL_SET)).toThrow(
      "'name' must be lower-case letters, digits and dashes, beginning with a letter, 54 at most",
    );
  });

  test.each([
    ['nothing', {}, '[]'],
    ['two things', { ...http('/'), ...tcp('http') }, '["httpGet","tcpSocket"]'],
  ])('where a probe asks %s', (_, readiness, got) => {
    expect(making({ probes: { readiness } })).toThrow(
      `test/backend: 'probes.readiness' must be one of httpGet, tcpSocket, grpc and exec, got ${got}`,
    );
  });

  test.each([
    ['preStopSeconds', -1],
    ['preStopSeconds', 2.5],
    ['terminationGracePeriodSeconds', 60.5],
  ])('where %s is %p', (property, seconds) => {
    expect(making({ [property]: seconds })).toThrow(
      `test/backend: '${property}' must be a whole number of seconds, 0 or more, got ${seconds}`,
    );
  });

  test.each(['Http', 'a-port-that-is-long', '8080'])('where a port is named %s', (name) => {
    expect(making({ ports: { [name]: { containerPort: 3000 } } })).toThrow(
      `test/backend: 'ports.${name}' must be named in 15 lower-case letters, digits and dashes, got '${name}'`,
    );
  });

  test.each([0, 65536, 80.5])('where its container listens on port %p', (containerPort) => {
    expect(making({ ports: { http: { containerPort } } })).toThrow(
      `test/backend: 'ports.http.containerPort' must be from 1 to 65535, got ${containerPort}`,
    );
  });

  test.each([0, 65536, 80.5])('where its Service listens on port %p', (servicePort) => {
    expect(making({ ports: { http: { containerPort: 3000, servicePort } } })).toThrow(
      `test/backend: 'ports.http.servicePort' must be from 1 to 65535, got ${servicePort}`,
    );
  });

  test('where requested CPU is no quantity', () => {
    expect(making({ resources: { requests: { ...requests, cpu: '250 m' }, limits } })).toThrow(
      "test/backend: 'resources.requests.cpu' must be a quantity such as 250m, got '250 m'",
    );
  });

  test('where the limit of CPU is no quantity', () => {
    expect(making({ resources: { requests, limits: { ...limits, cpu: 'half' } } })).toThrow(
      "test/backend: 'resources.limits.cpu' must be a quantity such as 250m, got 'half'",
    );
  });

  test('where requested memory is no quantity', () => {
    expect(making({ resources: { requests: { ...requests, memory: '256MB' }, limits } })).toThrow(
      "test/backend: 'resources.requests.memory' must be a quantity such as 512Mi, got '256MB'",
    );
  });

  test('where the limit of memory is no quantity', () => {
    expect(making({ resources: { requests, limits: { ...limits, memory: '' } } })).toThrow(
      "test/backend: 'resources.limits.memory' must be a quantity such as 512Mi, got ''",
    );
  });

  test('where it may use less CPU than it requests', () => {
    expect(making({ resources: { requests: { ...requests, cpu: '2' }, limits: { ...limits, cpu: '500m' } } })).toThrow(
      "test/backend: 'resources.limits.cpu' must be at least the request (2), got '500m'",
    );
  });

  test('where it may use less memory than it requests', () => {
    expect(making({ resources: { requests: { ...requests, memory: '1Gi' }, limits } })).toThrow(
      "test/backend: 'resources.limits.memory' must be at least the request (1Gi), got '512Mi'",
    );
  });

  test.each([
    ['startup', 'htp'],
    ['readiness', 'htp'],
    ['liveness', 'htp'],
  ])('where its %s probe asks at port %s, which it has not', (kind, port) => {
    expect(making({ probes: { [kind]: http('/health', port) } })).toThrow(
      `test/backend: 'probes.${kind}.port' must be a port of the workload, got 'htp'; did you mean 'http'? (http)`,
    );
  });

  test('where a TCP probe asks at a port that it has not', () => {
    expect(making({ probes: { liveness: tcp('sql') } })).toThrow(
      "test/backend: 'probes.liveness.port' must be a port of the workload, got 'sql'; allowed: (http)",
    );
  });

  test.each([60, 61])('where draining takes %p of 60 seconds', (preStopSeconds) => {
    expect(making({ preStopSeconds, terminationGracePeriodSeconds: 60 })).toThrow(
      "test/backend: 'preStopSeconds' must be less than terminationGracePeriodSeconds (60), which it is part of, " +
        `got ${preStopSeconds}`,
    );
  });

  test('where the default draining takes longer than the pod has', () => {
    expect(making({ terminationGracePeriodSeconds: 5 })).toThrow(
      "test/backend: 'preStopSeconds' must be less than terminationGracePeriodSeconds (5), which it is part of, got 5",
    );
  });

  test('with all its faults at once, each on its own line', () => {
    const faulty = {
      ...DEPLOYMENT,
      ports: { HTTP: { containerPort: 0 } },
      resources: { requests: { cpu: 'x', memory: '1Gi' }, limits },
      replicas: -1,
      telemetry: { metrics: { port: 'http' } },
      preStopSeconds: 90,
      runAs: { user: 0 },
    };
    expect(() => new Workload(emptyChart(), 'Backend', faulty)).toThrow(
      [
        "test/Backend: 'name' must be lower-case letters, digits and dashes, beginning with a letter, 63 at most, got 'Backend'",
        "test/Backend: 'ports.HTTP' must be named in 15 lower-case letters, digits and dashes, got 'HTTP'",
        "test/Backend: 'ports.HTTP.containerPort' must be from 1 to 65535, got 0",
        "test/Backend: 'resources.requests.cpu' must be a quantity such as 250m, got 'x'",
        "test/Backend: 'resources.limits.memory' must be at least the request (1Gi), got '512Mi'",
        "test/Backend: 'preStopSeconds' must be less than terminationGracePeriodSeconds (60), which it is part of, got 90",
        "test/Backend: 'runAs.user' must not be root (0); build the image to run as a numbered user, got 0",
        "test/Backend: 'replicas' must be a whole number, 0 or more, got -1",
        "test/Backend: 'telemetry.metrics.port' must be a port of the workload, got 'http'; did you mean 'HTTP'? (HTTP)",
      ].join('\n'),
    );
  });
});

describe('a workload is accepted', () => {
  test.each([
    ['no replicas', { replicas: 0 }],
    ['equal bounds', { replicas: { min: 3, max: 3 } }],
    ['limits equal to its requests', { resources: { requests, limits: requests } }],
    ['the lowest port', { ports: { http: { containerPort: 1, servicePort: 1 } } }],
    ['the highest port', { ports: { http: { containerPort: 65535, servicePort: 65535 } } }],
    ['draining that leaves a second', { preStopSeconds: 59 }],
    ['the group root, which is no privilege', { runAs: { user: 1001, group: 0 } }],
    ['a probe that asks at no port', { probes: { liveness: { exec: { command: ['true'] } } } }],
    ['a store that it reads nothing from', { cluster: EKS }],
  ])('with %s', (_what, changes) => {
    expect(() => backend(emptyChart(), changes)).not.toThrow();
  });

  test('as a StatefulSet with a number of replicas', () => {
    expect(() => new Workload(emptyChart(), 'postgres', { ...STATEFUL_SET, replicas: 3 })).not.toThrow();
  });
});
