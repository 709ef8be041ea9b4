import { ClusterIndex } from '../../lib/checks/cluster-index';
import { scalingReferences } from '../../lib/checks/scaling-references';
import type { ManifestFile } from '../../lib/core/manifest';
import { autoscaler, clusterObject, controller, object, scaledObject } from './fixtures';

const written = [
  controller('web', { pod: { initContainers: [{ name: 'ship', restartPolicy: 'Always' }] } }),
  controller('cage', { kind: 'Rollout' }),
  object('TriggerAuthentication', 'queue', { spec: {} }),
  clusterObject('ClusterTriggerAuthentication', 'all'),
  object('ServiceAccount', 'web'),
  object('ExternalSecret', 'login', { spec: { data: [{ secretKey: 'user' }] } }),
];
const check = (file: ManifestFile, ...others: readonly ManifestFile[]): readonly string[] =>
  scalingReferences(new ClusterIndex({ manifests: [...written, file, ...others] }), file.manifest);

describe('a ScaledObject', () => {
  test.each([
    ['a Deployment, where it does not say', { name: 'web' }, []],
    ['a Rollout', { kind: 'Rollout', name: 'cage' }, []],
    ['another name', { name: 'gone' }, ['scales Deployment gone, which is not written']],
    ['another kind', { kind: 'StatefulSet', name: 'web' }, ['scales StatefulSet web, which is not written']],
  ])('scales %s', (_, target, expected) => {
    expect(check(scaledObject('it', {}, target))).toEqual(expected);
  });

  test.each([
    ['an authentication', { name: 'queue' }, []],
    ['one of the cluster', { kind: 'ClusterTriggerAuthentication', name: 'all' }, []],
    [
      'one that is missing',
      { name: 'gone' },
      ['asks its trigger kafka with TriggerAuthentication gone, which is not written'],
    ],
    [
      'one of the cluster that is missing',
      { kind: 'ClusterTriggerAuthentication', name: 'queue' },
      ['asks its trigger kafka with ClusterTriggerAuthentication queue, which is not written'],
    ],
  ])('asks its triggers with %s', (_, authenticationRef, expected) => {
    const triggers = [{ type: 'kafka', authenticationRef }, { type: 'cpu' }];

    expect(check(object('ScaledObject', 'it', { spec: { scaleTargetRef: { name: 'web' }, triggers } }))).toEqual(
      expected,
    );
  });

  test('is not beside another autoscaler of the same target', () => {
    const scaled = scaledObject('web', {});
    const horizontal = autoscaler('web', { maxReplicas: 3 });

    expect(check(scaled, horizontal)).toEqual([
      'scales Deployment web, which HorizontalPodAutoscaler web scales as well',
    ]);
    expect(check(horizontal, scaled)).toEqual(['scales Deployment web, which ScaledObject web scales as well']);
    expect(check(scaled, autoscaler('web', {}, { namespace: 'elsewhere' }))).toEqual([]);
  });
});

describe('a VerticalPodAutoscaler', () => {
  const sizes = (name: string, ...containers: readonly string[]): readonly string[] =>
    check(
      object('VerticalPodAutoscaler', 'it', {
        spec: {
          targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
          resourcePolicy: { containerPolicies: containers.map((containerName) => ({ containerName })) },
        },
      }),
    );

  test('sizes a controller that is written', () => {
    expect(sizes('web')).toEqual([]);
    expect(sizes('gone')).toEqual(['sizes Deployment gone, which is not written']);
  });

  test('sizes containers of it, every one, and the mesh’s own', () => {
    expect(sizes('web', 'web', 'ship', '*', 'istio-proxy')).toEqual([]);
    expect(sizes('web', 'gone')).toEqual(['sizes container gone, which Deployment web lacks']);
  });
});

describe('a TriggerAuthentication', () => {
  const authentication = (spec: unknown): readonly string[] => check(object('TriggerAuthentication', 'it', { spec }));

  test.each([
    ['a key of a secret', 'login', 'user', []],
    ['a key that is missing', 'login', 'password', ['uses key password of Secret login, which nothing makes']],
    ['a secret that is missing', 'gone', 'user', ['uses key user of Secret gone, which nothing makes']],
  ])('uses %s', (_, name, key, expected) => {
    expect(authentication({ secretTargetRef: [{ parameter: 'username', name, key }] })).toEqual(expected);
  });

  test('asks as a service account that is written', () => {
    expect(authentication({ boundServiceAccountToken: [{ serviceAccountName: 'web' }] })).toEqual([]);
    expect(authentication({ boundServiceAccountToken: [{ serviceAccountName: 'gone' }] })).toEqual([
      'asks as service account gone, which is not written',
    ]);
  });

  test('may leave it to the operator’s own identity', () => {
    expect(authentication({ podIdentity: { provider: 'aws' } })).toEqual([]);
  });
});
