import { checkAvailability } from '../../lib/checks/availability';
import { autoscaler, controller, environment, object, said, scaledObject } from './fixtures';

const labels = { app: 'web' };
const spread = ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
  topologyKey,
  labelSelector: { matchLabels: labels },
}));
const web = (replicas: number | undefined, constraints: readonly unknown[] = spread): ReturnType<typeof controller> =>
  controller('web', { spec: { replicas }, pod: { topologySpreadConstraints: constraints } });
const budget = (selector: unknown, namespace = 'shop'): ReturnType<typeof object> =>
  object('PodDisruptionBudget', 'web', { spec: { maxUnavailable: 1, selector } }, { namespace });

const NO_BUDGET = 'web: runs more than one replica and has no PodDisruptionBudget';
const NO_SPREAD = 'web: runs more than one replica and is not spread over zones and nodes';

test('several replicas with a budget and a spread are sound', () => {
  expect(checkAvailability(environment([web(2), budget({ matchLabels: labels })]))).toEqual([]);
});

test.each([
  ['a single replica', [web(1, [])]],
  ['a controller that does not say how many', [web(undefined, [])]],
  ['an autoscaler that may go down to one', [web(3, []), autoscaler('web', { minReplicas: 1, maxReplicas: 9 })]],
  ['an autoscaler without a lower bound, which is then one', [web(3, []), autoscaler('web', { maxReplicas: 9 })]],
])('%s needs neither', (_, manifests) => {
  expect(checkAvailability(environment(manifests))).toEqual([]);
});

test('a finding names the workload, its file and the remedy', () => {
  expect(checkAvailability(environment([web(2)]))).toEqual([
    {
      rule: 'availability',
      severity: 'error',
      resource: 'web',
      path: 'deployment-web.yaml',
      message: 'runs more than one replica and has no PodDisruptionBudget',
      remedy: 'use Workload, which adds both, or run a single replica',
    },
  ]);
});

test.each([
  ['a budget of other pods', budget({ matchLabels: { app: 'api' } })],
  ['a budget of another namespace', budget({ matchLabels: labels }, 'elsewhere')],
  ['a budget without a selector, which selects nothing', budget(undefined)],
])('%s is none', (_, other) => {
  expect(said(checkAvailability(environment([web(2), other])))).toEqual([NO_BUDGET]);
});

test.each([
  ['no constraint', []],
  ['a spread over zones only', spread.slice(0, 1)],
  ['a spread over nodes only', spread.slice(1)],
  ['a spread that counts other pods', spread.map((it) => ({ ...it, labelSelector: { matchLabels: { app: 'api' } } }))],
])('%s does not spread', (_, constraints) => {
  expect(said(checkAvailability(environment([web(2, constraints), budget({})])))).toEqual([NO_SPREAD]);
});

test('the lower bound of an autoscaler counts, whatever the controller says', () => {
  const manifests = [web(1, []), autoscaler('web', { minReplicas: 2, maxReplicas: 9 })];

  expect(said(checkAvailability(environment(manifests)))).toEqual([NO_BUDGET, NO_SPREAD]);
});

test('the lower bound of KEDA counts, which is none where it does not say', () => {
  const rollout = controller('web', { kind: 'Rollout', spec: { replicas: undefined } });
  const target = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' };

  expect(said(checkAvailability(environment([rollout, scaledObject('web', { minReplicaCount: 2 }, target)])))).toEqual([
    NO_BUDGET,
    NO_SPREAD,
  ]);
  expect(checkAvailability(environment([rollout, scaledObject('web', {}, target)]))).toEqual([]);
});

test.each(['Rollout', 'StatefulSet'])('a %s counts as a Deployment does', (kind) => {
  expect(said(checkAvailability(environment([controller('web', { kind, spec: { replicas: 2 } })])))).toEqual([
    NO_BUDGET,
    NO_SPREAD,
  ]);
});
