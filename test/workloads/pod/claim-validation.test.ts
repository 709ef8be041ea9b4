import { CRON_JOB, DAEMON_SET, JOB, making, makingOf, STATEFUL_SET } from '../sample-workload';

const volumes = { more: { mountPath: '/more', claim: { size: '20Gi' } } };
const SHARED = { more: { mountPath: '/more', claim: { size: '1Ti', storageClass: 'shared' as const } } };
const PROPERTY = "'volumes.more.claim.storageClass' must be 'shared' where";

describe('a workload is refused', () => {
  test.each([2, { min: 1, max: 3 }])('where %j replicas would share a disk', (replicas) => {
    expect(making({ volumes, replicas, rollout: { strategy: 'Recreate' } })).toThrow(
      `test/backend: ${PROPERTY} more than one replica may run, got 'standard-ssd'`,
    );
  });

  test('where old and new would share a disk', () => {
    expect(making({ volumes })).toThrow(
      `test/backend: ${PROPERTY} a rollout runs the new pod beside the old one, got 'standard-ssd'; rollout.strategy 'Recreate' ends the old one first`,
    );
  });

  test('where members of a StatefulSet would share a disk', () => {
    expect(makingOf({ ...STATEFUL_SET, replicas: 3, volumes })).toThrow(
      `test/sample: ${PROPERTY} more than one replica may run, got 'standard-ssd'; a disk for each replica is one of storage`,
    );
  });

  test('where nodes would share a disk', () => {
    expect(makingOf({ ...DAEMON_SET, volumes })).toThrow(
      `test/sample: ${PROPERTY} every node has a pod, got 'standard-ssd'`,
    );
  });

  test.each([JOB, CRON_JOB])('where pods of one run would share a disk: %#', (props) => {
    expect(makingOf({ ...props, completions: 2, parallelism: 2, volumes })).toThrow(
      `test/sample: ${PROPERTY} parallelism is more than 1, got 'standard-ssd'`,
    );
  });

  test('where two runs would share a disk', () => {
    expect(makingOf({ ...CRON_JOB, concurrencyPolicy: 'Allow' as const, volumes })).toThrow(
      `test/sample: ${PROPERTY} concurrencyPolicy is 'Allow', got 'standard-ssd'; 'Forbid' has one run at a time`,
    );
  });
});

describe('a workload is accepted', () => {
  test('with a disk where one pod ends before the next', () => {
    expect(making({ volumes, rollout: { strategy: 'Recreate' } })).not.toThrow();
    expect(makingOf({ ...STATEFUL_SET, volumes })).not.toThrow();
    expect(makingOf({ ...JOB, volumes })).not.toThrow();
    expect(makingOf({ ...CRON_JOB, volumes })).not.toThrow();
  });

  test('with a disk of a class that pods share', () => {
    expect(making({ volumes: SHARED, replicas: 3 })).not.toThrow();
    expect(makingOf({ ...DAEMON_SET, volumes: SHARED })).not.toThrow();
  });
});
