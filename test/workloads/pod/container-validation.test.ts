import { DEPLOYMENT, making, makingOf, STATEFUL_SET } from '../sample-workload';

const { resources } = DEPLOYMENT;

describe('a workload is refused', () => {
  test('where a container has a name that Kubernetes does not take', () => {
    expect(making({ initContainers: { Migrate: { resources } } })).toThrow(
      "test/backend: 'initContainers.Migrate' must be named in lower-case letters, digits and dashes, 63 at most, got 'Migrate'",
    );
  });

  test('where a container has the name of the workload', () => {
    expect(making({ sidecars: { backend: { resources } } })).toThrow(
      "test/backend: 'sidecars.backend' must not have the name of another container, the workload, got 'backend'",
    );
  });

  test('where two containers have one name', () => {
    expect(making({ initContainers: { proxy: { resources } }, sidecars: { proxy: { resources } } })).toThrow(
      "test/backend: 'sidecars.proxy' must not have the name of another container, initContainers.proxy, got 'proxy'",
    );
  });

  test('where a container has the name of the one that prepares a quorum', () => {
    const quorum = { port: 'sql', bootstrap: { resources } };
    expect(makingOf({ ...STATEFUL_SET, replicas: 3, quorum, sidecars: { bootstrap: { resources } } })).toThrow(
      "test/sample: 'sidecars.bootstrap' must not have the name of another container, quorum.bootstrap, got 'bootstrap'",
    );
  });

  test('where a sidecar’s port has a name that Kubernetes does not take', () => {
    expect(making({ sidecars: { proxy: { resources, ports: { Admin: { containerPort: 9901 } } } } })).toThrow(
      "test/backend: 'sidecars.proxy.ports.Admin' must be named in 15 lower-case letters, digits and dashes, got 'Admin'",
    );
  });

  test.each([0, 65536, 80.5])('where a sidecar listens on port %p', (containerPort) => {
    expect(making({ sidecars: { proxy: { resources, ports: { admin: { containerPort } } } } })).toThrow(
      `test/backend: 'sidecars.proxy.ports.admin.containerPort' must be from 1 to 65535, got ${containerPort}`,
    );
  });

  test('where a sidecar asks for a port of the Service', () => {
    const ports = { admin: { containerPort: 9901, servicePort: 80 } };
    expect(making({ sidecars: { proxy: { resources, ports } } })).toThrow(
      "test/backend: 'sidecars.proxy.ports.admin.servicePort' must be left out of a sidecar, whose ports are not the Service’s, got 80",
    );
  });

  test('where two ports of the pod have one name', () => {
    expect(making({ sidecars: { proxy: { resources, ports: { http: { containerPort: 9901 } } } } })).toThrow(
      "test/backend: 'sidecars.proxy.ports.http' must not have the name of another port of the pod, ports.http, got 'http'",
    );
  });

  test('where two ports of the pod have one number', () => {
    const ports = { http: { containerPort: 3000 }, metrics: { containerPort: 3000 } };
    expect(making({ ports })).toThrow(
      "test/backend: 'ports.metrics.containerPort' must not be that of another port of the pod, ports.http, got 3000",
    );
  });
});

test('a workload may speak TCP and UDP on one number', () => {
  const ports = { dns: { containerPort: 53 }, 'dns-udp': { containerPort: 53, protocol: 'udp' as const } };
  expect(making({ ports })).not.toThrow();
});
