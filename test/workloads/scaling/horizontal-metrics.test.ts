import type { Autoscaling } from '../../../lib/core/model/scaling';
import { backendObjects } from '../sample-workload';
import { BOUNDS, EXTERNAL, OBJECT, PODS } from './scaling-samples';

function metrics(autoscaling: Autoscaling): unknown {
  const { spec } = backendObjects({ replicas: BOUNDS, autoscaling }).one('HorizontalPodAutoscaler');
  return (spec as { readonly metrics: unknown }).metrics;
}

describe('the metrics of an autoscaler', () => {
  test('are averaged over the pods, under the name that they are served by', () => {
    expect(metrics({ metrics: { requests: PODS } })).toEqual([
      { type: 'Pods', pods: { metric: { name: 'requests' }, target: { type: 'AverageValue', averageValue: '100' } } },
    ]);
  });

  test('may belong to another object, as a whole', () => {
    expect(metrics({ metrics: { requests: OBJECT } })).toEqual([
      {
        type: 'Object',
        object: {
          describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'api' },
          metric: { name: 'requests' },
          target: { type: 'Value', value: '2k' },
        },
      },
    ]);
  });

  test('may belong to nothing in the cluster, told by labels', () => {
    expect(metrics({ metrics: { waiting: EXTERNAL } })).toEqual([
      {
        type: 'External',
        external: {
          metric: { name: 'waiting', selector: { matchLabels: { queue: 'mails' } } },
          target: { type: 'AverageValue', averageValue: '30' },
        },
      },
    ]);
    expect(JSON.stringify(metrics({ metrics: { waiting: { type: 'external', value: '1' } } }))).not.toContain(
      'selector',
    );
  });

  test('come after the use of CPU that is named beside them', () => {
    expect(metrics({ cpuUtilizationPercent: 60, metrics: { requests: PODS } })).toMatchObject([
      { type: 'Resource', resource: { name: 'cpu' } },
      { type: 'Pods' },
    ]);
  });
});
