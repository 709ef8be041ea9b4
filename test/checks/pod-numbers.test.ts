import { largestNumber, surge } from '../../lib/checks/pod-numbers';
import { pods, type Pods } from '../../lib/checks/pods';
import type { ManifestFile } from '../../lib/core/manifest';
import { autoscaler, controller, object, scaledObject } from './fixtures';

const only = (file: ManifestFile): Pods => {
  const [found] = pods([file]);
  if (found === undefined) throw new Error('no pods');
  return found;
};

describe('how many pods there are at most', () => {
  const number = (file: ManifestFile, ...others: readonly ManifestFile[]): number =>
    largestNumber({ manifests: [file, ...others] }, only(file));
  const job = (spec: Readonly<Record<string, unknown>>): ManifestFile =>
    controller('web', { kind: 'Job', spec: { replicas: undefined, ...spec } });

  test.each([
    ['one where nothing is said', controller('web', { spec: { replicas: undefined } }), [], 1],
    ['the replicas', controller('web', { spec: { replicas: 3 } }), [], 3],
    ['the upper bound of the autoscaler', controller('web'), [autoscaler('web', { maxReplicas: 9 })], 9],
    ['the upper bound of KEDA', controller('web'), [scaledObject('web', { maxReplicaCount: 9 })], 9],
    ['KEDA’s own upper bound, where it has none', controller('web'), [scaledObject('web', {})], 100],
    [
      'not the bound of another namespace',
      controller('web'),
      [autoscaler('web', { maxReplicas: 9 }, { namespace: 'x' })],
      1,
    ],
    ['the parallelism of a job', job({ parallelism: 4 }), [], 4],
    ['no more than the job has to complete', job({ parallelism: 4, completions: 2 }), [], 2],
    ['one of a job that does not say', job({ completions: 5 }), [], 1],
    [
      'the parallelism of a scheduled job',
      object('CronJob', 'web', { spec: { jobTemplate: { spec: { parallelism: 4, template: { spec: {} } } } } }),
      [],
      4,
    ],
    [
      'one of an agent, on however many nodes',
      controller('web', { kind: 'DaemonSet', spec: { replicas: undefined } }),
      [],
      1,
    ],
  ])('%s', (_, file, others, expected) => {
    expect(number(file, ...others)).toBe(expected);
  });
});

describe('pods that a rollout adds to ten', () => {
  const rolling = (maxSurge: unknown): Readonly<Record<string, unknown>> => ({
    strategy: { rollingUpdate: { maxSurge } },
  });
  const canary = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
    strategy: { canary: fields },
  });
  const istio = { trafficRouting: { istio: {} } };
  const uneven = [{ setWeight: 15 }, { pause: {} }];

  test.each([
    ['a quarter where nothing is said', 'Deployment', {}, 3],
    ['a number', 'Deployment', rolling(1), 1],
    ['a share, rounded up', 'Deployment', rolling('15%'), 2],
    ['none', 'Deployment', rolling(0), 0],
    ['none where the old pods go first', 'Deployment', { strategy: { type: 'Recreate' } }, 0],
    ['none of a StatefulSet', 'StatefulSet', {}, 0],
    ['none of a DaemonSet that does not say', 'DaemonSet', {}, 0],
    ['what a DaemonSet says', 'DaemonSet', { updateStrategy: { rollingUpdate: { maxSurge: '20%' } } }, 2],
    ['as many again for blue and green', 'Rollout', { strategy: { blueGreen: {} } }, 10],
    ['a quarter for a canary', 'Rollout', canary({}), 3],
    ['what a canary says', 'Rollout', canary({ maxSurge: 1, steps: [{ setWeight: 20 }] }), 1],
    ['one more where a weight divides no whole pods', 'Rollout', canary({ maxSurge: 1, steps: uneven }), 2],
    ['as many again where the traffic is split', 'Rollout', canary(istio), 10],
    ['none where the stable version shrinks', 'Rollout', canary({ ...istio, dynamicStableScale: true }), 0],
    [
      'one where it shrinks by a weight that divides no whole pods',
      'Rollout',
      canary({ ...istio, dynamicStableScale: true, steps: uneven }),
      1,
    ],
    [
      'as many again where it shrinks, and the canary lingers after an abort',
      'Rollout',
      canary({ ...istio, dynamicStableScale: true, abortScaleDownDelaySeconds: 30 }),
      10,
    ],
  ])('%s', (_, kind, spec, expected) => {
    expect(surge(only(controller('web', { kind, spec })), 10)).toBe(expected);
  });
});
