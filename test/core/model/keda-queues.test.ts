import { kedaQueues } from '../../../lib/core/model/keda-queues';
import type { Autoscaling, Replicas } from '../../../lib/core/model/scaling';
import { modelOn, type ServiceModel } from '../../../lib/core/model/system-model';

const BOUNDS = { min: 0, max: 5 };

function service(name: string, queue: string, replicas: Replicas = BOUNDS): ServiceModel {
  const autoscaling: Autoscaling = { metrics: { waiting: { type: 'queue', queue, messagesPerReplica: 5 } } };
  const amounts = { cpu: '1', memory: '1Gi' };
  return {
    name,
    namespace: 'funlynk',
    image: { name },
    version: {},
    resources: { requests: amounts, limits: amounts },
    runAs: { user: 1001 },
    replicas,
    autoscaling,
  };
}

function queues(...services: readonly ServiceModel[]): readonly string[] {
  return kedaQueues({ services: Object.fromEntries(services.map((found) => [found.name, found])) });
}

describe('the queues that services are scaled by', () => {
  test('are named in order, each once', () => {
    expect(queues(service('a', 'runs'), service('b', 'mails'), service('c', 'runs'))).toEqual(['mails', 'runs']);
  });

  test('leave out those of a service with a fixed number of pods', () => {
    expect(queues(service('a', 'runs', 3))).toEqual([]);
  });

  test('leave out what is no queue, and services that do not say what they are scaled by', () => {
    const { autoscaling: _, ...plain } = { ...service('a', 'runs'), autoscaling: undefined };
    expect(queues(plain)).toEqual([]);
    expect(queues({ ...service('a', 'runs'), autoscaling: { cpuUtilizationPercent: 50 } })).toEqual([]);
    const metrics = { load: { type: 'prometheus', query: 'load', threshold: 1 } } as const;
    expect(queues({ ...service('a', 'runs'), autoscaling: { metrics } })).toEqual([]);
  });

  test('are those of one cluster, where the numbers of pods differ', () => {
    const model = {
      name: 'funlynk',
      environment: 'production',
      namespace: 'funlynk',
      domain: 'funlynk.com',
      services: { a: { ...service('a', 'runs'), replicasOn: { standby: 1 } } },
      registry: 'cluster',
      dashboards: {},
      resources: { buckets: {}, queues: { runs: {} }, topics: {} },
    } as const;
    expect(kedaQueues(modelOn(model, 'standby'))).toEqual([]);
    expect(kedaQueues(modelOn(model, 'primary'))).toEqual(['runs']);
  });
});
