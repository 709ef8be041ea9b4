import type { BlueGreen, Canary } from '../../../lib/core/model/rollout';
import type { Objects } from '../../support/manifests';
import { objectsOf, type PropsOf } from '../sample-workload';
import { ANALYSIS, BLUE_GREEN, CANARY, MESHLESS, WATCHED } from './sample-rollout';

type Changes = Partial<Omit<PropsOf<'Deployment'>, 'rollout'>>;

const canary = (changes: Partial<Canary> = {}, props: Changes = {}): Objects =>
  objectsOf({ ...WATCHED, ...props, rollout: { ...CANARY, ...changes } });

const blueGreen = (changes: Partial<BlueGreen> = {}): Objects =>
  objectsOf({ ...WATCHED, rollout: { ...BLUE_GREEN, ...changes } });

describe('the Rollout of a workload', () => {
  test('selects its pods by the name of the workload, and makes them as a Deployment would', () => {
    expect(canary().one('Rollout', 'sample')).toMatchObject({
      metadata: { namespace: 'funlynk', labels: { 'app.kubernetes.io/name': 'sample' } },
      spec: {
        selector: { matchLabels: { 'app.kubernetes.io/name': 'sample' } },
        template: { spec: { serviceAccountName: 'sample', containers: [{ name: 'sample' }] } },
      },
    });
  });

  test('leaves the number of pods to an autoscaler, which is pointed at it', () => {
    const objects = canary();
    expect(objects.one('Rollout')).not.toHaveProperty('spec.replicas');
    expect(objects.one('HorizontalPodAutoscaler')).toHaveProperty('spec.scaleTargetRef', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      name: 'sample',
    });
  });

  test('has a fixed number of pods where there is one', () => {
    expect(canary({}, { replicas: 4 }).one('Rollout')).toHaveProperty('spec.replicas', 4);
  });

  test('keeps old versions and gives up as any rollout does', () => {
    expect(canary().one('Rollout')).toMatchObject({
      spec: { revisionHistoryLimit: 5, progressDeadlineSeconds: 600, progressDeadlineAbort: true },
    });
    const timing = { revisionHistoryLimit: 2, progressDeadlineSeconds: 900, minReadySeconds: 15 };
    expect(canary(timing).one('Rollout')).toMatchObject({ spec: timing });
  });

  test('is judged by the template with its name, every 60 seconds, of two failures', () => {
    const objects = canary();
    expect(objects.one('Rollout')).toHaveProperty('spec.strategy.canary.analysis.templates', [
      { templateName: 'sample' },
    ]);
    expect(objects.one('AnalysisTemplate', 'sample')).toMatchObject({
      metadata: { labels: { 'app.kubernetes.io/name': 'sample' } },
      spec: {
        args: [{ name: 'pod-template-hash' }],
        metrics: [{ name: 'errors', interval: '60s', failureLimit: 2, successCondition: 'result[0] <= 5' }],
      },
    });
  });

  test('is judged as often, and as strictly, as the analysis says', () => {
    const analysis = { ...ANALYSIS, intervalSeconds: 30, failureLimit: 0 };
    expect(canary({ analysis }).one('AnalysisTemplate')).toMatchObject({
      spec: { metrics: [{ interval: '30s', failureLimit: 0 }] },
    });
  });
});

describe('a canary', () => {
  test('shares out the calls inside the mesh, and the requests that come in by the gateway', () => {
    const gatewayRoutes = [{ name: 'api-funlynk-com', routes: ['sample', 'sample-2'] }];
    expect(canary({}, { gatewayRoutes }).one('Rollout')).toHaveProperty(
      'spec.strategy.canary.trafficRouting.istio.virtualServices',
      [{ name: 'sample', routes: ['http'] }, ...gatewayRoutes],
    );
  });

  test('moves the weights of routes that there are, between Services that there are', () => {
    const objects = canary();
    expect(objects.one('Rollout')).toMatchObject({
      spec: { strategy: { canary: { stableService: 'sample', canaryService: 'sample-canary' } } },
    });
    expect(objects.one('VirtualService', 'sample')).toMatchObject({
      spec: {
        http: [
          {
            name: 'http',
            route: [
              { destination: { host: 'sample.funlynk.svc.cluster.local' }, weight: 100 },
              { destination: { host: 'sample-canary.funlynk.svc.cluster.local' }, weight: 0 },
            ],
          },
        ],
      },
    });
  });

  test('has a Service for the new version, with the ports of the other, which Prometheus does not take for it', () => {
    const objects = canary();
    const service = objects.one('Service', 'sample-canary');
    expect(service).toMatchObject({
      spec: { selector: { 'app.kubernetes.io/name': 'sample' }, ports: [{ port: 3000 }] },
    });
    expect(service).toHaveProperty(['metadata', 'labels', 'app.kubernetes.io/name'], 'sample-canary');
  });

  test('gives all traffic back at once when it fails: the old version keeps its pods', () => {
    const object = canary().one('Rollout');
    expect(object).toHaveProperty('spec.strategy.canary.abortScaleDownDelaySeconds', 30);
    expect(object).not.toHaveProperty('spec.strategy.canary.dynamicStableScale');
  });

  test('is measured until its last step', () => {
    expect(canary().one('AnalysisTemplate')).not.toHaveProperty('spec.metrics.0.count');
  });

  test('has the share of its pods where there is no mesh', () => {
    const object = objectsOf({ ...MESHLESS, rollout: CANARY }).one('Rollout');
    expect(object).not.toHaveProperty('spec.strategy.canary.trafficRouting');
    expect(object).toHaveProperty('spec.strategy.canary.steps.0.setWeight', 10);
  });
});

describe('a blue-green rollout', () => {
  test('moves the Service of the workload, and has another for the new version before that', () => {
    const objects = blueGreen();
    expect(objects.one('Rollout')).toMatchObject({
      spec: { strategy: { blueGreen: { activeService: 'sample', previewService: 'sample-preview' } } },
    });
    expect(objects.names('Service').toSorted()).toEqual(['sample', 'sample-preview']);
    expect(objects.names('VirtualService')).toEqual([]);
  });

  test('waits for somebody, and keeps the old version for 600 seconds', () => {
    expect(blueGreen().one('Rollout')).toMatchObject({
      spec: { strategy: { blueGreen: { autoPromotionEnabled: false, scaleDownDelaySeconds: 600 } } },
    });
  });

  test('waits and keeps as long as it is told to', () => {
    const timing = { autoPromotionSeconds: 120, scaleDownDelaySeconds: 900 };
    expect(blueGreen(timing).one('Rollout')).toMatchObject({
      spec: { strategy: { blueGreen: { autoPromotionEnabled: true, ...timing } } },
    });
  });

  test('is measured five times, for an analysis without an end would hold it up for ever', () => {
    expect(blueGreen().one('AnalysisTemplate')).toHaveProperty('spec.metrics.0.count', 5);
  });
});
