import { kindOf, replicasOf, type WorkloadSpec } from '../../../lib/core/model/workload-spec';

const BASE = {
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
  runAs: { user: 1001 },
};
const CRON_JOB: WorkloadSpec = { ...BASE, kind: 'CronJob', schedule: '0 2 * * *' };

test('a workload that names no kind is a Deployment', () => {
  const deployment: WorkloadSpec = BASE;
  expect(kindOf(deployment)).toBe('Deployment');
  expect(kindOf(CRON_JOB)).toBe('CronJob');
});

test('a number of pods is known of kinds that have one', () => {
  expect(replicasOf({ ...BASE, replicas: { min: 1, max: 3 } })).toEqual({ min: 1, max: 3 });
  expect(replicasOf(BASE)).toBeUndefined();
  expect(replicasOf(CRON_JOB)).toBeUndefined();
});
