import type { Quorum } from '../../../lib/core/model/workload-spec';
import { makingOf, STATEFUL_SET, type PropsOf } from '../sample-workload';

const CONTAINER = { resources: STATEFUL_SET.resources };

function members(changes: Partial<PropsOf<'StatefulSet'>> = {}, quorum: Partial<Quorum<string>> = {}): () => void {
  return makingOf({
    ...STATEFUL_SET,
    replicas: 3,
    ports: { peer: { containerPort: 2380 } },
    quorum: { port: 'peer', ...quorum },
    ...changes,
  });
}

describe('a quorum is refused', () => {
  test.each([0, 2, 4])('with %p members, which is not odd', (replicas) => {
    expect(members({ replicas })).toThrow(
      `test/sample: 'replicas' must be an odd number where there is a quorum: 3 or more, or 1 to develop with, got ${replicas}`,
    );
  });

  test.each([-1, 2.5])('with %p members for not being a number of pods alone', (replicas) => {
    expect(members({ replicas })).toThrow("'replicas' must be a whole number, 0 or more");
    expect(members({ replicas })).not.toThrow('must be an odd number');
  });

  test('with a number that an autoscaler chooses', () => {
    expect(members({ replicas: { min: 3, max: 5 } })).toThrow(
      "test/sample: 'replicas' must be a number where there is a quorum: its members know each other by name, " +
        'got {"min":3,"max":5}',
    );
  });

  test('with a port that the workload does not have', () => {
    expect(members({}, { port: 'pear' })).toThrow(
      "test/sample: 'quorum.port' must be a port of the workload, got 'pear'; did you mean 'peer'? (peer)",
    );
  });

  test.each<[string, Partial<PropsOf<'StatefulSet'>>]>([
    ['env.POD_NAME', { env: { POD_NAME: 'x' } }],
    ['fieldEnv.POD_NAME', { fieldEnv: { POD_NAME: 'metadata.name' } }],
    ['secretEnv.POD_NAME', { secretEnv: { POD_NAME: { kubernetesSecret: 'a', key: 'b' } } }],
    ['configEnv.POD_NAME', { configEnv: { POD_NAME: 'x' } }],
    ['initContainers.first.env.POD_NAME', { initContainers: { first: { ...CONTAINER, env: { POD_NAME: 'x' } } } }],
    [
      'quorum.bootstrap.env.POD_NAME',
      { quorum: { port: 'peer', bootstrap: { ...CONTAINER, env: { POD_NAME: 'x' } } } },
    ],
  ])('with its own variable as %s', (property, changes) => {
    expect(members(changes)).toThrow(
      `test/sample: '${property}' must have another name, which the quorum does not set, got 'POD_NAME'`,
    );
  });

  test('with all of its variables taken, each by its name', () => {
    expect(members({ env: { QUORUM_SIZE: '3', QUORUM_MEMBERS: 'a' } })).toThrow(
      [
        "test/sample: 'env.QUORUM_MEMBERS' must have another name, which the quorum does not set, got 'QUORUM_MEMBERS'",
        "test/sample: 'env.QUORUM_SIZE' must have another name, which the quorum does not set, got 'QUORUM_SIZE'",
      ].join('\n'),
    );
  });
});

describe('a quorum is accepted', () => {
  test.each([1, 3, 5, 7])('with %p members', (replicas) => {
    expect(members({ replicas })).not.toThrow();
  });

  test('with its members started all at once', () => {
    expect(members({ podManagementPolicy: 'Parallel' })).not.toThrow();
  });

  test('with an init container named bootstrap where it has none', () => {
    expect(members({ initContainers: { bootstrap: CONTAINER } })).not.toThrow();
  });
});

describe('a StatefulSet without a quorum', () => {
  test('may have any number of replicas, and any variables', () => {
    expect(makingOf({ ...STATEFUL_SET, replicas: 2, env: { POD_NAME: 'x' } })).not.toThrow();
  });
});
