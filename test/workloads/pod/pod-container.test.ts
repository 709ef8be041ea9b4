import { mainContainer, podContainers } from '../../../lib/workloads/pod/pod-container';
import type { ContextOf } from '../../../lib/workloads/workload-props';
import { DEPLOYMENT, STATEFUL_SET } from '../sample-workload';

const { resources } = DEPLOYMENT;

const CONTEXT: ContextOf<'StatefulSet'> = {
  ...STATEFUL_SET,
  ports: {},
  name: 'postgres',
  namespace: 'funlynk',
  system: 'funlynk',
  labels: {},
  selector: {},
};

describe('the containers of a pod', () => {
  test('are the main one alone, whose properties are the workload’s', () => {
    expect(podContainers(CONTEXT)).toEqual([{ name: 'postgres', role: 'main', prefix: '', spec: CONTEXT }]);
  });

  test('are told by where their properties stand, in the order in which they are written', () => {
    const all = podContainers({
      ...CONTEXT,
      sidecars: { proxy: { resources } },
      initContainers: { seed: { resources }, migrate: { resources } },
      quorum: { port: 'sql', bootstrap: { resources } },
    });
    expect(all.map(({ prefix, role }) => [prefix, role])).toEqual([
      ['', 'main'],
      ['initContainers.seed.', 'init'],
      ['initContainers.migrate.', 'init'],
      ['quorum.bootstrap.', 'init'],
      ['sidecars.proxy.', 'sidecar'],
    ]);
  });

  test('have the workload’s name where they are the main one', () => {
    expect(mainContainer(CONTEXT).name).toBe('postgres');
  });
});
