import { autoscalerOf, replicaBounds, scaleTargetOf } from '../../lib/checks/autoscalers';
import { pods, type Pods } from '../../lib/checks/pods';
import { autoscaler, controller, object, scaledObject } from './fixtures';

const only = (kind: string): Pods => {
  const [found] = pods([controller('web', { kind })]);
  if (found === undefined) throw new Error(`no pods of a ${kind}`);
  return found;
};
const rollout = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' };

test('finds the autoscaler that names the controller', () => {
  const manifests = [autoscaler('api', { maxReplicas: 9 }), autoscaler('web', { maxReplicas: 3 })];

  expect(autoscalerOf({ manifests }, only('Deployment'))).toBe(manifests[1]?.manifest);
});

test('finds the ScaledObject that names it, of a Deployment where it does not say', () => {
  const manifests = [scaledObject('web', {})];

  expect(autoscalerOf({ manifests }, only('Deployment'))).toBe(manifests[0]?.manifest);
  expect(autoscalerOf({ manifests }, only('Rollout'))).toBeUndefined();
});

test.each([
  ['a HorizontalPodAutoscaler', object('HorizontalPodAutoscaler', 'web', { spec: { scaleTargetRef: rollout } })],
  ['a ScaledObject', scaledObject('web', {}, rollout)],
])('%s scales a Rollout', (_, file) => {
  expect(autoscalerOf({ manifests: [file] }, only('Rollout'))).toBe(file.manifest);
});

test('an autoscaler of the same name scales neither another kind nor another namespace', () => {
  expect(autoscalerOf({ manifests: [autoscaler('web', {})] }, only('StatefulSet'))).toBeUndefined();
  expect(
    autoscalerOf({ manifests: [autoscaler('web', {}, { namespace: 'elsewhere' })] }, only('Deployment')),
  ).toBeUndefined();
});

test.each([
  ['what it says', autoscaler('web', { minReplicas: 2, maxReplicas: 9 }), { min: 2, max: 9 }],
  ['one at least', autoscaler('web', { maxReplicas: 9 }), { min: 1, max: 9 }],
  ['what KEDA is told', scaledObject('web', { minReplicaCount: 2, maxReplicaCount: 9 }), { min: 2, max: 9 }],
  ['none to a hundred by KEDA, where nobody says', scaledObject('web', {}), { min: 0, max: 100 }],
])('the bounds are %s', (_, file, expected) => {
  expect(replicaBounds({ manifests: [file] }, only('Deployment'))).toEqual(expected);
});

test('without an autoscaler there are no bounds', () => {
  expect(replicaBounds({ manifests: [] }, only('Deployment'))).toBeUndefined();
});

test('a target without a name is none', () => {
  expect(scaleTargetOf(object('ScaledObject', 'web').manifest)).toEqual({ kind: 'Deployment', name: '' });
});
