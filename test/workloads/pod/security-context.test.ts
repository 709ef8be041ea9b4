import { backendObjects, DAEMON_SET, DEPLOYMENT, objectsOf, type PropsOf } from '../sample-workload';

const POD = 'spec.template.spec';
const CONTAINER = `${POD}.containers.0`;
const { resources } = DEPLOYMENT;

type Host = NonNullable<PropsOf<'DaemonSet'>['host']>;

function agent(host: Partial<Host>, changes: Partial<PropsOf<'DaemonSet'>> = {}): object {
  return objectsOf({
    ...DAEMON_SET,
    runAs: { user: 0 },
    host: { reason: 'sets up the network of the node', root: true, ...host },
    ...changes,
  }).one('DaemonSet');
}

describe('the security of a pod', () => {
  test('satisfies Pod Security restricted, on a file system that it cannot write', () => {
    const object = backendObjects().one('Deployment');
    expect(object).toHaveProperty(`${POD}.securityContext`, {
      runAsNonRoot: true,
      runAsUser: 1001,
      runAsGroup: 1001,
      fsGroup: 1001,
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(object).toHaveProperty(`${CONTAINER}.securityContext`, {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  test('runs as the group that is given, the group 0 included', () => {
    expect(backendObjects({ runAs: { user: 1001, group: 0 } }).one('Deployment')).toMatchObject({
      spec: { template: { spec: { securityContext: { runAsUser: 1001, runAsGroup: 0, fsGroup: 0 } } } },
    });
  });

  test('is that of the main container for all others, who may be other users', () => {
    const object = backendObjects({
      initContainers: { migrate: { resources } },
      sidecars: { proxy: { resources, runAs: { user: 101 } } },
    }).one('Deployment');
    const restricted = {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    };
    expect(object).toHaveProperty(`${POD}.initContainers.0.securityContext`, restricted);
    expect(object).toHaveProperty(`${POD}.initContainers.1.securityContext`, {
      ...restricted,
      runAsNonRoot: true,
      runAsUser: 101,
      runAsGroup: 101,
    });
  });
});

describe('the security of an agent', () => {
  test('adds the capabilities that it names to none', () => {
    expect(agent({ capabilities: ['NET_ADMIN', 'NET_RAW'] })).toHaveProperty(`${CONTAINER}.securityContext`, {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'], add: ['NET_ADMIN', 'NET_RAW'] },
    });
  });

  test('runs as root where it says so', () => {
    expect(agent({})).toHaveProperty(`${POD}.securityContext.runAsUser`, 0);
    expect(agent({})).not.toHaveProperty(`${POD}.securityContext.runAsNonRoot`);
  });

  test('may escalate where that is what it is given, for the API server would refuse it otherwise', () => {
    expect(agent({ capabilities: ['SYS_ADMIN'] })).toHaveProperty(
      `${CONTAINER}.securityContext.allowPrivilegeEscalation`,
      true,
    );
    expect(agent({ privileged: true })).toHaveProperty(`${CONTAINER}.securityContext`, {
      allowPrivilegeEscalation: true,
      privileged: true,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  test('gives nothing of it to other containers, whatever user they are', () => {
    const object = agent({ privileged: true }, { sidecars: { shipper: { resources, runAs: { user: 1001 } } } });
    expect(object).toHaveProperty(`${POD}.initContainers.0.securityContext`, {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
      runAsNonRoot: true,
      runAsUser: 1001,
      runAsGroup: 1001,
    });
  });
});
