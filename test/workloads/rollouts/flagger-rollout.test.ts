import type { BlueGreen, Canary } from '../../../lib/core/model/rollout';
import type { Objects } from '../../support/manifests';
import { objectsOf, type PropsOf } from '../sample-workload';
import { ANALYSIS, BLUE_GREEN, CANARY, MESHLESS, WATCHED } from './sample-rollout';

type Changes = Partial<Omit<PropsOf<'Deployment'>, 'rollout'>>;

const canary = (changes: Partial<Canary> = {}, props: Changes = {}): Objects =>
  objectsOf({ ...WATCHED, ...props, rollout: { ...CANARY, engine: 'flagger', ...changes } });

const blueGreen = (changes: Partial<BlueGreen> = {}, props: PropsOf<'Deployment'> = WATCHED): Objects =>
  objectsOf({ ...props, rollout: { ...BLUE_GREEN, engine: 'flagger', ...changes } });

const LABELS = { app: 'sample', 'app.kubernetes.io/name': 'sample' };

describe('the Deployment that Flagger copies', () => {
  test('selects by a label that Flagger may change, beside the one that policies find both versions by', () => {
    const object = canary().one('Deployment', 'sample');
    expect(object).toHaveProperty('spec.selector.matchLabels', LABELS);
    expect(object).toMatchObject({ spec: { template: { metadata: { labels: LABELS } } } });
  });

  test('has the pods that any Deployment of the workload would have', () => {
    expect(canary().one('Deployment')).toMatchObject({
      spec: { template: { spec: { serviceAccountName: 'sample', containers: [{ name: 'sample' }] } } },
    });
  });

  test('says nothing of their number, which Flagger changes', () => {
    expect(canary().one('Deployment')).not.toHaveProperty('spec.replicas');
  });

  test('replaces pods as Flagger’s copy of it shall', () => {
    expect(canary().one('Deployment')).toMatchObject({
      spec: {
        revisionHistoryLimit: 5,
        progressDeadlineSeconds: 600,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      },
    });
    const timing = { revisionHistoryLimit: 2, progressDeadlineSeconds: 900, minReadySeconds: 15 };
    expect(canary(timing).one('Deployment')).toMatchObject({ spec: timing });
  });
});

describe('the Canary of Flagger', () => {
  test('is about the Deployment, its autoscaler and the port over which requests come', () => {
    const ports = {
      sql: { containerPort: 5432 },
      http: { containerPort: 3000, servicePort: 80, protocol: 'http' },
    } as const;
    expect(canary({}, { ports }).one('Canary', 'sample')).toMatchObject({
      spec: {
        provider: 'istio',
        targetRef: { kind: 'Deployment', name: 'sample' },
        autoscalerRef: { kind: 'HorizontalPodAutoscaler', name: 'sample' },
        progressDeadlineSeconds: 600,
        service: { port: 80, portName: 'http', targetPort: 'http', appProtocol: 'http', portDiscovery: true },
      },
    });
  });

  test('labels the Service that it makes as the workload’s', () => {
    expect(canary().one('Canary')).toHaveProperty(
      ['spec', 'service', 'apex', 'labels', 'app.kubernetes.io/part-of'],
      'funlynk',
    );
  });

  test('takes a step and a measurement in each pause', () => {
    expect(canary().one('Canary')).toMatchObject({
      spec: { analysis: { interval: '60s', stepWeights: [10, 50], threshold: 3 } },
    });
    const steps = [{ weight: 20, pauseSeconds: 300 }];
    const object = canary({ steps, analysis: { ...ANALYSIS, failureLimit: 0 } }).one('Canary');
    expect(object).toMatchObject({ spec: { analysis: { interval: '300s', stepWeights: [20], threshold: 1 } } });
  });

  test('measures requests over the pause of its steps', () => {
    const analysis = { metrics: { ok: { kind: 'success-rate' as const, minPercent: 99 } } };
    const steps = [{ weight: 20, pauseSeconds: 300 }];
    expect(canary({ steps, analysis }).yaml('MetricTemplate', 'sample-ok')).toContain('[300s]');
  });

  test('follows KEDA’s autoscaler where KEDA makes it, with its queries as they are', () => {
    const metrics = {
      sessions: { type: 'prometheus', query: 'sum(sessions{service="sample"})', threshold: 10 },
      office: { type: 'cron', timeZone: 'Etc/UTC', start: '0 8 * * *', end: '0 18 * * *', replicas: 4 },
    } as const;
    expect(canary({}, { autoscaling: { metrics } }).one('Canary')).toHaveProperty('spec.autoscalerRef', {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      name: 'sample',
      primaryScalerQueries: { sessions: 'sum(sessions{service="sample"})' },
    });
  });

  test('has the calls inside the mesh left to its VirtualService', () => {
    const objects = canary();
    expect(objects.one('Canary')).toHaveProperty('spec.service.delegation', true);
    expect(objects.one('VirtualService', 'sample-calls')).toHaveProperty('spec.http.0.delegate', {
      name: 'sample',
      namespace: 'funlynk',
    });
  });
});

describe('a blue-green rollout of Flagger', () => {
  test('measures five times, and moves all traffic', () => {
    const object = blueGreen({ analysis: { ...ANALYSIS, intervalSeconds: 30 } }).one('Canary');
    expect(object).toMatchObject({ spec: { provider: 'istio', analysis: { interval: '30s', iterations: 5 } } });
    expect(object).not.toHaveProperty('spec.analysis.stepWeights');
  });

  test('can do without a mesh', () => {
    const objects = blueGreen({}, MESHLESS);
    expect(objects.one('Canary')).toHaveProperty('spec.provider', 'kubernetes');
    expect(objects.names('VirtualService')).toEqual([]);
  });

  test('can do without requests, which leaves the mesh out', () => {
    const ports = { sql: { containerPort: 5432 } };
    expect(blueGreen({}, { ...WATCHED, ports }).one('Canary')).toMatchObject({
      spec: { provider: 'kubernetes', service: { port: 5432, appProtocol: 'tcp' } },
    });
  });
});
