import { DAEMON_SET, JOB, objectsOf, postgresObjects, backendObjects } from '../sample-workload';
import { BOUNDS, PROMETHEUS } from './scaling-samples';

const KINDS = ['HorizontalPodAutoscaler', 'ScaledObject', 'VerticalPodAutoscaler'];

describe('the autoscalers of a workload', () => {
  test.each([DAEMON_SET, JOB])('are none for a kind that has no number of pods', (props) => {
    const objects = objectsOf(props);
    expect(KINDS.flatMap((kind) => objects.names(kind))).toEqual([]);
  });

  test('scale a StatefulSet between bounds', () => {
    expect(postgresObjects({ replicas: BOUNDS }).one('HorizontalPodAutoscaler')).toHaveProperty('spec.scaleTargetRef', {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      name: 'postgres',
    });
  });

  test('scale the number and the size of pods by different things', () => {
    const autoscaling = { metrics: { sessions: PROMETHEUS } };
    const objects = backendObjects({ replicas: BOUNDS, autoscaling, verticalScaling: { mode: 'auto' } });
    expect(KINDS.map((kind) => objects.names(kind))).toEqual([[], ['backend'], ['backend']]);
  });
});
