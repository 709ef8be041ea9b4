import type { WorkloadProps } from '../../../lib/workloads/workload-props';
import { CRON_JOB, DAEMON_SET, DEPLOYMENT, JOB, objectsOf, STATEFUL_SET } from '../sample-workload';

const CONTROLLERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Rollout'];

function controllers(props: WorkloadProps): readonly string[] {
  return objectsOf(props).all.flatMap(({ kind }) => (CONTROLLERS.includes(kind) ? [kind] : []));
}

describe('what makes the pods of a workload', () => {
  test('is a Deployment where no kind is named', () => {
    expect(controllers(DEPLOYMENT)).toEqual(['Deployment']);
  });

  test.each([STATEFUL_SET, DAEMON_SET, JOB, CRON_JOB, { ...DEPLOYMENT, kind: 'Deployment' as const }])(
    'is of the kind that is named, and of no other',
    (props) => {
      expect(controllers(props)).toEqual([props.kind]);
    },
  );
});
