import { kedaQueues } from '../../../lib/core/model/keda-queues';
import type { Autoscaling, Replicas } from '../../../lib/core/model/scaling';
import { modelOn, type ServiceModel, type SystemModel } from '../../../lib/core/model/system-model';

const BOUNDS = { min: 0, max: 5 };

const BY_QUEUE: Autoscaling = { metrics: { waiting: { type: 'queue', queue: 'runs', messagesPerReplica: 5 } } };
const AMOUNTS = { cpu: '1', memory: '1Gi' };

function service(name: string, autoscaling?: Autoscaling, replicas: Replicas = BOUNDS): ServiceModel {
  return {
    name,
    namespace: 'funlynk',
    image: { name },
    version: {},
    resources: { requests: AMOUNTS, limits: AMOUNTS },
    runAs: { user: 1001 },
    replicas,
    ...(autoscaling === undefined ? {} : { autoscaling }),
  };
}

function queues(...services: readonly ServiceModel[]): readonly string[] {
  return kedaQueues({ services: Object.fromEntries(services.map((found) => [found.name, found])) });
}

describe('the queues that services are scaled by', () => {
  test('are named in order, each once', () => {
    const mails: Autoscaling = { metrics: { mails: { type: 'queue', queue: 'mails', messagesPerReplica: 5 } } };
    expect(queues(service('a', BY_QUEUE), service('b', mails), service('c', BY_QUEUE))).toEqual(['mails', 'runs']);
  });

  test('leave out those of a service with a fixed number of pods', () => {
    expect(queues(service('a', BY_QUEUE, 3))).toEqual([]);
  });

  test('leave out what is no queue, and services that do not say what they are scaled by', () => {
    expect(queues(service('a'))).toEqual([]);
    expect(queues(service('a', { cpuUtilizationPercent: 50 }))).toEqual([]);
    expect(queues(service('a', { metrics: { load: { type: 'prometheus', query: 'load', threshold: 1 } } }))).toEqual(
      [],
    );
  });

  test('are those of one cluster, where the numbers of pods differ', () => {
    const model: SystemModel = {
      name: 'funlynk',
      environment: 'production',
      namespace: 'funlynk',
      domain: 'funlynk.com',
      services: { a: { ...service('a', BY_QUEUE), replicasOn: { standby: 1 } } },
      registry: 'cluster',
      dashboards: {},
      resources: { buckets: {}, queues: { runs: {} }, topics: {} },
    };
    expect(kedaQueues(modelOn(model, 'standby'))).toEqual([]);
    expect(kedaQueues(modelOn(model, 'primary'))).toEqual(['runs']);
  });
});
