import type { Placement } from '../../../lib/core/model/placement';
import { CRON_JOB, DAEMON_SET, backendObjects, DEPLOYMENT, JOB, objectsOf, postgresObjects } from '../sample-workload';

const SPREAD = 'spec.template.spec.topologySpreadConstraints';

type Changes = Parameters<typeof backendObjects>[0];

function deployment(changes: Changes = {}): object {
  return backendObjects(changes).one('Deployment');
}

describe('the replicas of a workload', () => {
  test('keep apart from each other: in zones without fail, on nodes where possible', () => {
    const constraint = {
      maxSkew: 1,
      labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'backend' } },
      matchLabelKeys: ['pod-template-hash'],
    };
    expect(deployment({ replicas: 2 })).toHaveProperty(SPREAD, [
      { ...constraint, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' },
      { ...constraint, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
    ]);
  });

  test.each<[Placement['spread'], string, string]>([
    [{ zones: 'preferred' }, 'ScheduleAnyway', 'ScheduleAnyway'],
    [{ nodes: 'required' }, 'DoNotSchedule', 'DoNotSchedule'],
    [{ zones: 'preferred', nodes: 'required' }, 'ScheduleAnyway', 'DoNotSchedule'],
  ])('keep apart as %j says', (spread = {}, zones, nodes) => {
    const object = deployment({ replicas: 3, placement: { spread } });
    expect(object).toHaveProperty(`${SPREAD}.0.whenUnsatisfiable`, zones);
    expect(object).toHaveProperty(`${SPREAD}.1.whenUnsatisfiable`, nodes);
  });

  test.each([1, { min: 1, max: 1 }])('keep apart from nobody where they are %j', (replicas) => {
    expect(deployment({ replicas })).not.toHaveProperty(SPREAD);
  });

  test('are counted with all members of a StatefulSet, whose pods carry no hash of their template', () => {
    const object = postgresObjects({ replicas: 3 }).one('StatefulSet');
    expect(object).toHaveProperty(`${SPREAD}.1.topologyKey`, 'kubernetes.io/hostname');
    expect(object).not.toHaveProperty(`${SPREAD}.0.matchLabelKeys`);
  });

  test('are told apart by the label of whoever makes them', () => {
    const object = objectsOf({
      ...DEPLOYMENT,
      replicas: 3,
      rollout: {
        strategy: 'Canary',
        steps: [{ weight: 20, pauseSeconds: 60 }],
        analysis: { metrics: { errors: { kind: 'prometheus', query: 'sum(errors)', max: 1 } } },
      },
    }).one('Rollout');
    expect(object).toHaveProperty(`${SPREAD}.0.matchLabelKeys`, ['rollouts-pod-template-hash']);
  });
});

test.each([
  ['every node', DAEMON_SET, 'DaemonSet'],
  ['a run', { ...JOB, completions: 3, parallelism: 3 }, 'Job'],
])('the pods of %s are not spread', (_, props, kind) => {
  expect(objectsOf(props).one(kind)).not.toHaveProperty(SPREAD);
});

test('the pods of a run that recurs are not spread', () => {
  expect(objectsOf({ ...CRON_JOB, completions: 3, parallelism: 3 }).one('CronJob')).not.toHaveProperty(
    'spec.jobTemplate.spec.template.spec.topologySpreadConstraints',
  );
});
