import { claimNames, claimTemplates, replicaCount } from '../../lib/migration/stateful-claims';
import { filesOf, object, postgres, serving } from './versions';

const AUTOSCALED = postgres({ replicas: undefined });

function autoscaler(spec: object, namespace = 'funlynk') {
  const scaleTargetRef = { kind: 'StatefulSet', name: 'postgres' };
  return filesOf([object('HorizontalPodAutoscaler', 'any', { spec: { scaleTargetRef, ...spec } }, namespace)]);
}

describe('the claims of a StatefulSet', () => {
  test('are named after template, set and replica', () => {
    expect(claimTemplates(postgres()).map(({ name }) => name)).toEqual(['data']);
    expect(claimNames(postgres({ replicas: 2, ordinals: { start: 1 } }), 'data', [])).toEqual([
      'data-postgres-1',
      'data-postgres-2',
    ]);
  });

  test('are none of other kinds', () => {
    expect(claimTemplates(serving('Deployment', 'backend'))).toEqual([]);
  });

  test('are as many as its autoscaler makes at most', () => {
    expect(replicaCount(AUTOSCALED, autoscaler({ maxReplicas: 4 }))).toBe(4);
  });

  test.each([
    ['of another namespace', autoscaler({ maxReplicas: 4 }, 'other')],
    ['of another set', autoscaler({ maxReplicas: 4, scaleTargetRef: { kind: 'StatefulSet', name: 'other' } })],
    ['of another kind', autoscaler({ maxReplicas: 4, scaleTargetRef: { kind: 'Deployment', name: 'postgres' } })],
    ['that says nothing', autoscaler({})],
  ])('are one for a set with an autoscaler %s', (_, files) => {
    expect(replicaCount(AUTOSCALED, files)).toBe(1);
  });
});
