import { autoscalerOf } from '../../lib/checks/autoscalers';
import { pods, type Pods } from '../../lib/checks/pods';
import { autoscaler, controller } from './fixtures';

const only = (kind: string): Pods => {
  const [found] = pods([controller('web', { kind })]);
  if (found === undefined) throw new Error(`no pods of a ${kind}`);
  return found;
};

test('finds the autoscaler that names the controller', () => {
  const manifests = [autoscaler('api', { maxReplicas: 9 }), autoscaler('web', { maxReplicas: 3 })];

  expect(autoscalerOf({ manifests }, only('Deployment'))).toBe(manifests[1]?.manifest);
});

test('an autoscaler of the same name scales neither another kind nor another namespace', () => {
  expect(autoscalerOf({ manifests: [autoscaler('web', {})] }, only('StatefulSet'))).toBeUndefined();
  expect(
    autoscalerOf({ manifests: [autoscaler('web', {}, { namespace: 'elsewhere' })] }, only('Deployment')),
  ).toBeUndefined();
});
