import { backendObjects, DAEMON_SET, DEPLOYMENT, objectsOf, type PropsOf } from '../sample-workload';

const POD = 'spec.template.spec';
const CONTAINER = `${POD}.containers.0`;

type Host = NonNullable<PropsOf<'DaemonSet'>['host']>;

function agent(host: Partial<Host>, changes: Partial<PropsOf<'DaemonSet'>> = {}): object {
  return objectsOf({ ...DAEMON_SET, host: { reason: 'reads the logs of the node', ...host }, ...changes }).one(
    'DaemonSet',
  );
}

describe('what an agent gets of its node', () => {
  test('is nothing where it does not ask', () => {
    const object = objectsOf(DAEMON_SET).one('DaemonSet');
    expect(object).not.toHaveProperty(`${POD}.hostNetwork`);
    expect(object).not.toHaveProperty(`${POD}.hostPID`);
    expect(object).not.toHaveProperty(`${POD}.volumes`);
    expect(object).not.toHaveProperty('spec.template.metadata.annotations');
  });

  test('has its reason written on the pod', () => {
    expect(agent({ pid: true })).toHaveProperty('spec.template.metadata.annotations', {
      'gantry/host-access': 'reads the logs of the node',
    });
  });

  test('is the network, with the names of the cluster and ports that are the node’s', () => {
    const object = agent({ network: true }, { ports: { metrics: { containerPort: 9100 } } });
    expect(object).toHaveProperty(`${POD}.hostNetwork`, true);
    expect(object).toHaveProperty(`${POD}.dnsPolicy`, 'ClusterFirstWithHostNet');
    expect(object).toHaveProperty(`${CONTAINER}.ports`, [
      { name: 'metrics', containerPort: 9100, hostPort: 9100, protocol: 'TCP' },
    ]);
  });

  test('is its processes', () => {
    expect(agent({ pid: true })).toHaveProperty(`${POD}.hostPID`, true);
    expect(agent({ pid: true })).not.toHaveProperty(`${POD}.dnsPolicy`);
  });

  test('is folders that it reads, and writes where it says so', () => {
    const object = agent({
      paths: {
        logs: { path: '/var/log', mountPath: '/var/log' },
        state: { path: '/var/lib/agent', mountPath: '/state', readOnly: false, type: 'DirectoryOrCreate' },
      },
    });
    expect(object).toHaveProperty(`${POD}.volumes`, [
      { name: 'logs', hostPath: { path: '/var/log', type: 'Directory' } },
      { name: 'state', hostPath: { path: '/var/lib/agent', type: 'DirectoryOrCreate' } },
    ]);
    expect(object).toHaveProperty(`${CONTAINER}.volumeMounts`, [
      { name: 'logs', mountPath: '/var/log', readOnly: true },
      { name: 'state', mountPath: '/state', readOnly: false },
    ]);
  });

  test('is its main container’s alone', () => {
    const object = agent(
      { paths: { logs: { path: '/var/log', mountPath: '/var/log' } } },
      { sidecars: { shipper: { resources: DEPLOYMENT.resources } } },
    );
    expect(object).toHaveProperty(`${POD}.initContainers.0.volumeMounts`, []);
  });
});

test('a workload that is no agent gets nothing of its nodes', () => {
  const object = backendObjects().one('Deployment');
  expect(object).not.toHaveProperty(`${POD}.hostNetwork`);
  expect(object).not.toHaveProperty(`${CONTAINER}.ports.0.hostPort`);
});
