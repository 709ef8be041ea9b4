import { headlessServiceName } from '../../../lib/workloads/controllers/services';
import { backendObjects, CRON_JOB, DAEMON_SET, JOB, objectsOf, postgresObjects } from '../sample-workload';

describe('the Service of a workload', () => {
  test('leads to its pods by the names of their ports', () => {
    expect(backendObjects().yaml('Service')).toMatchInlineSnapshot(`
      "apiVersion: v1
      kind: Service
      metadata:
        labels:
          app.kubernetes.io/managed-by: gantry
          app.kubernetes.io/name: backend
          app.kubernetes.io/part-of: funlynk
        name: backend
        namespace: funlynk
      spec:
        ports:
          - appProtocol: http
            name: http
            port: 3000
            protocol: TCP
            targetPort: http
        selector:
          app.kubernetes.io/name: backend
        type: ClusterIP
      "
    `);
  });

  test('listens on a port of its own, and leads to the container’s by name', () => {
    const ports = { http: { containerPort: 3000, servicePort: 80 } };
    expect(backendObjects({ ports }).one('Service')).toMatchObject({
      spec: { ports: [{ port: 80, targetPort: 'http' }] },
    });
  });

  test.each([
    ['http', 'http'],
    ['grpc', 'grpc'],
    ['tcp', 'tcp'],
    [undefined, 'tcp'],
  ] as const)('says of protocol %p that it is %s', (protocol, appProtocol) => {
    const port = protocol === undefined ? { containerPort: 3000 } : { containerPort: 3000, protocol };
    expect(backendObjects({ ports: { main: port } }).one('Service')).toMatchObject({
      spec: { ports: [{ appProtocol }] },
    });
  });

  test('leads to ports of UDP, of which no application protocol is told', () => {
    const ports = { dns: { containerPort: 53, protocol: 'udp' } } as const;
    expect(backendObjects({ ports }).one('Service')).toHaveProperty('spec.ports', [
      { name: 'dns', port: 53, targetPort: 'dns', protocol: 'UDP' },
    ]);
  });

  test('is left out where the workload has no port', () => {
    expect(backendObjects({ ports: {} }).names('Service')).toEqual([]);
  });

  test.each([JOB, CRON_JOB])('is left out before a job, which nobody calls', (job) => {
    expect(objectsOf({ ...job, ports: { metrics: { containerPort: 9090 } } }).names('Service')).toEqual([]);
  });

  test('stands before a DaemonSet that has ports, on the network of its nodes as well', () => {
    const ports = { metrics: { containerPort: 9100 } };
    const host = { reason: 'counts the traffic of the node', network: true };
    expect(objectsOf({ ...DAEMON_SET, ports }).names('Service')).toEqual(['sample']);
    expect(objectsOf({ ...DAEMON_SET, ports, host }).names('Service')).toEqual(['sample']);
    expect(objectsOf({ ...DAEMON_SET, host }).names('Service')).toEqual([]);
  });

  test('stands alone before a Deployment', () => {
    expect(backendObjects().names('Service')).toEqual(['backend']);
  });
});

describe('the headless Service of a StatefulSet', () => {
  test('names each pod, ready or not', () => {
    expect(headlessServiceName('postgres')).toBe('postgres-headless');
    expect(postgresObjects().one('Service', 'postgres-headless')).toMatchObject({
      spec: {
        clusterIP: 'None',
        publishNotReadyAddresses: true,
        selector: { 'app.kubernetes.io/name': 'postgres' },
        ports: [{ name: 'sql', port: 5432 }],
      },
    });
  });

  test('stands beside one address for all of them', () => {
    expect(postgresObjects().one('Service', 'postgres')).not.toHaveProperty('spec.clusterIP');
  });

  test('is not found by Prometheus under the label of the other', () => {
    const label = ['metadata', 'labels', 'app.kubernetes.io/name'];
    expect(postgresObjects().one('Service', 'postgres')).toHaveProperty(label, 'postgres');
    expect(postgresObjects().one('Service', 'postgres-headless')).toHaveProperty(label, 'postgres-headless');
  });

  test('is there for members without a port, since the set is governed by it', () => {
    expect(postgresObjects({ ports: {} }).names('Service')).toEqual(['postgres-headless']);
  });
});
