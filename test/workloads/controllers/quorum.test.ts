import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { bootstrapContainer, quorumVariables } from '../../../lib/workloads/controllers/quorum';
import type { ContextOf, WorkloadContext } from '../../../lib/workloads/workload-props';
import { DEPLOYMENT, STATEFUL_SET } from '../sample-workload';

const NAMES = { name: 'etcd', namespace: 'funlynk', system: 'funlynk', labels: {}, selector: {} };

const BOOTSTRAP = { command: ['/bin/join'], resources: STATEFUL_SET.resources };

function members(changes: Partial<ContextOf<'StatefulSet'>> = {}): WorkloadContext {
  return {
    ...STATEFUL_SET,
    ...NAMES,
    replicas: 3,
    ports: { client: { containerPort: 2379 }, peer: { containerPort: 2380, servicePort: 80 } },
    quorum: { port: 'peer' },
    ...changes,
  };
}

function variable(variables: readonly k8s.EnvVar[], name: string): string | undefined {
  return variables.find((entry) => entry.name === name)?.value;
}

describe('the environment of a quorum’s members', () => {
  test('has the host name and the port of each, as the headless Service names them', () => {
    expect(variable(quorumVariables(members()), 'QUORUM_MEMBERS')?.split(',')).toEqual([
      'etcd-0.etcd-headless.funlynk.svc.cluster.local:2380',
      'etcd-1.etcd-headless.funlynk.svc.cluster.local:2380',
      'etcd-2.etcd-headless.funlynk.svc.cluster.local:2380',
    ]);
  });

  test.each([1, 3, 5])('has the number of members: %p', (replicas) => {
    const variables = quorumVariables(members({ replicas }));
    expect(variable(variables, 'QUORUM_SIZE')).toBe(String(replicas));
    expect(variable(variables, 'QUORUM_MEMBERS')?.split(',')).toHaveLength(replicas);
  });

  test('has the name of the pod, which only the pod knows', () => {
    expect(quorumVariables(members())).toContainEqual({
      name: 'POD_NAME',
      valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
    });
  });

  test('knows of one member where no number is given', () => {
    const { replicas: _replicas, ...context } = members() as ContextOf<'StatefulSet'>;
    expect(variable(quorumVariables(context), 'QUORUM_SIZE')).toBe('1');
  });

  test('is empty where there is no quorum', () => {
    expect(quorumVariables({ ...STATEFUL_SET, ...NAMES, ports: {} })).toEqual([]);
    expect(quorumVariables({ ...DEPLOYMENT, ...NAMES, ports: {} })).toEqual([]);
  });
});

describe('the container that prepares a member', () => {
  test('is there by its name where the quorum has one', () => {
    expect(bootstrapContainer(members({ quorum: { port: 'peer', bootstrap: BOOTSTRAP } }))).toEqual({
      bootstrap: BOOTSTRAP,
    });
  });

  test('is not there where members find each other by themselves', () => {
    expect(bootstrapContainer(members())).toEqual({});
    expect(bootstrapContainer({ ...DEPLOYMENT, ...NAMES, ports: {} })).toEqual({});
  });
});
