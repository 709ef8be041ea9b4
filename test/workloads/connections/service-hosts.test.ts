import { serviceHosts } from '../../../lib/workloads/connections/service-hosts';
import type { WorkloadContext } from '../../../lib/workloads/workload-props';
import { DAEMON_SET, DEPLOYMENT, STATEFUL_SET } from '../sample-workload';

const NAMES = { name: 'backend', namespace: 'funlynk', system: 'funlynk', ports: {}, labels: {}, selector: {} };
const analysis = { metrics: {} };
const steps = [{ weight: 10 }];

describe('the hosts of a workload', () => {
  test.each<[string, WorkloadContext, string[]]>([
    ['a Deployment', { ...DEPLOYMENT, ...NAMES }, ['backend']],
    [
      'a StatefulSet, whose pods have names of their own',
      { ...STATEFUL_SET, ...NAMES },
      ['backend', 'backend-headless'],
    ],
    ['a DaemonSet', { ...DAEMON_SET, ...NAMES }, ['backend']],
    [
      'a canary of Argo Rollouts',
      { ...DEPLOYMENT, ...NAMES, rollout: { strategy: 'Canary', steps, analysis } },
      ['backend', 'backend-canary'],
    ],
    [
      'a blue-green rollout of Argo Rollouts, whose preview nobody calls',
      { ...DEPLOYMENT, ...NAMES, rollout: { strategy: 'BlueGreen', analysis } },
      ['backend'],
    ],
    [
      'a canary of Flagger',
      { ...DEPLOYMENT, ...NAMES, rollout: { strategy: 'Canary', engine: 'flagger', steps, analysis } },
      ['backend', 'backend-canary', 'backend-primary'],
    ],
    [
      'a blue-green rollout of Flagger',
      { ...DEPLOYMENT, ...NAMES, rollout: { strategy: 'BlueGreen', engine: 'flagger', analysis } },
      ['backend', 'backend-canary', 'backend-primary'],
    ],
    ['a rolling update', { ...DEPLOYMENT, ...NAMES, rollout: { strategy: 'RollingUpdate' } }, ['backend']],
  ])('are those of %s', (_, context, services) => {
    expect(serviceHosts(context)).toEqual(services.map((service) => `${service}.funlynk.svc.cluster.local`));
  });
});
