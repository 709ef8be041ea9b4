import { discoveryFault, metricsDiscovery } from '../../../lib/workloads/telemetry/discovery';
import { CRON_JOB, DAEMON_SET, DEPLOYMENT, JOB, type PropsOf, STATEFUL_SET } from '../sample-workload';
import { contextOf } from './contexts';

const METRICS = { port: 'http' };
const ANALYSIS = { metrics: { errors: { kind: 'prometheus', query: 'errors', max: 0 } } } as const;
const CANARY: PropsOf<'Deployment'> = {
  ...DEPLOYMENT,
  rollout: { strategy: 'Canary', steps: [{ weight: 10 }], analysis: ANALYSIS },
};
const BLUE_GREEN: PropsOf<'Deployment'> = { ...DEPLOYMENT, rollout: { strategy: 'BlueGreen', analysis: ANALYSIS } };

describe('the pods of a workload', () => {
  test.each([
    ['Deployment', DEPLOYMENT],
    ['StatefulSet', STATEFUL_SET],
  ])('are found through the Service of a %s', (_, props) => {
    expect(metricsDiscovery(contextOf(props), METRICS)).toBe('service');
    expect(discoveryFault(contextOf(props))).toBeUndefined();
  });

  test.each([
    ['DaemonSet', DAEMON_SET],
    ['Job', JOB],
    ['CronJob', CRON_JOB],
    ['canary', CANARY],
    ['blue-green rollout', BLUE_GREEN],
  ])('are found by themselves for a %s', (_, props) => {
    expect(metricsDiscovery(contextOf(props), METRICS)).toBe('pod');
  });

  test('are found as the workload says', () => {
    expect(metricsDiscovery(contextOf(), { ...METRICS, discovery: 'pod' })).toBe('pod');
    expect(metricsDiscovery(contextOf(DAEMON_SET), { ...METRICS, discovery: 'service' })).toBe('service');
  });
});
