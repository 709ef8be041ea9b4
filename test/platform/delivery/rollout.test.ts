import type { Manifest } from '../../../lib/core/manifest';
import {
  addRollout,
  type RolloutBlueGreen,
  type RolloutCanary,
  type RolloutProps,
} from '../../../lib/platform/delivery/rollout';
import { synth } from '../../support/manifests';

const CANARY: RolloutCanary = {
  steps: [{ weight: 10, pauseSeconds: 300 }, { weight: 50 }],
  analysis: { template: 'backend' },
};
const TRAFFIC: NonNullable<RolloutCanary['traffic']> = {
  provider: 'istio',
  stableService: 'backend',
  canaryService: 'backend-canary',
  virtualServices: [{ name: 'backend', routes: ['http'] }],
  abortScaleDownDelaySeconds: 30,
};
const BLUE_GREEN: RolloutBlueGreen = {
  activeService: 'backend',
  previewService: 'backend-preview',
  scaleDownDelaySeconds: 600,
  analysis: { template: 'backend' },
};

function rollout(changes: Partial<RolloutProps> = {}): Manifest {
  const props: RolloutProps = {
    name: 'backend',
    namespace: 'funlynk',
    revisionHistoryLimit: 5,
    progressDeadlineSeconds: 600,
    selector: { app: 'backend' },
    template: { metadata: { labels: { app: 'backend' } }, spec: { containers: [{ name: 'backend' }] } },
    strategy: { canary: CANARY },
    ...changes,
  };
  return synth((chart) => addRollout(chart, 'Resource', props)).one('Rollout');
}

const canary = (changes: Partial<RolloutCanary> = {}): Manifest =>
  rollout({ strategy: { canary: { ...CANARY, ...changes } } });

const blueGreen = (changes: Partial<RolloutBlueGreen> = {}): Manifest =>
  rollout({ strategy: { blueGreen: { ...BLUE_GREEN, ...changes } } });

describe('a Rollout', () => {
  test('is aborted where it makes no progress', () => {
    expect(rollout()).toMatchObject({
      apiVersion: 'argoproj.io/v1alpha1',
      spec: { progressDeadlineSeconds: 600, progressDeadlineAbort: true, revisionHistoryLimit: 5 },
    });
  });

  test('has the pods of its template', () => {
    expect(rollout()).toMatchObject({
      spec: {
        selector: { matchLabels: { app: 'backend' } },
        template: { metadata: { labels: { app: 'backend' } }, spec: { containers: [{ name: 'backend' }] } },
      },
    });
  });

  test('says how many where nobody else does', () => {
    expect(rollout({ replicas: 3 })).toHaveProperty('spec.replicas', 3);
    expect(rollout()).not.toHaveProperty('spec.replicas');
  });

  test('says how long a pod has to stay ready where that is asked for', () => {
    expect(rollout({ minReadySeconds: 10 })).toHaveProperty('spec.minReadySeconds', 10);
    expect(rollout()).not.toHaveProperty('spec.minReadySeconds');
  });
});

describe('a canary', () => {
  test('waits after each weight, for a time or for somebody', () => {
    expect(canary()).toHaveProperty('spec.strategy.canary.steps', [
      { setWeight: 10 },
      { pause: { duration: '300s' } },
      { setWeight: 50 },
      { pause: {} },
    ]);
  });

  test('is watched from its first weight on, by the pods of the new version', () => {
    expect(canary()).toHaveProperty('spec.strategy.canary.analysis', {
      templates: [{ templateName: 'backend' }],
      args: [{ name: 'pod-template-hash', valueFrom: { podTemplateHashValue: 'Latest' } }],
      startingStep: 1,
    });
  });

  test('has its share by pods where nobody splits requests, and none fewer than before', () => {
    const object = canary();
    expect(object).toMatchObject({ spec: { strategy: { canary: { maxSurge: 1, maxUnavailable: 0 } } } });
    expect(object).not.toHaveProperty('spec.strategy.canary.trafficRouting');
    expect(object).not.toHaveProperty('spec.strategy.canary.stableService');
  });

  test('has its share by weights where a mesh splits requests', () => {
    const object = canary({ traffic: TRAFFIC });
    expect(object).toMatchObject({
      spec: {
        strategy: {
          canary: {
            stableService: 'backend',
            canaryService: 'backend-canary',
            trafficRouting: { istio: { virtualServices: [{ name: 'backend', routes: ['http'] }] } },
            abortScaleDownDelaySeconds: 30,
          },
        },
      },
    });
    expect(object).not.toHaveProperty('spec.strategy.canary.maxSurge');
    expect(object).not.toHaveProperty('spec.strategy.canary.dynamicStableScale');
  });
});

describe('a blue-green rollout', () => {
  test('is watched before the traffic moves and after', () => {
    const analysis = {
      templates: [{ templateName: 'backend' }],
      args: [{ name: 'pod-template-hash', valueFrom: { podTemplateHashValue: 'Latest' } }],
    };
    expect(blueGreen()).toMatchObject({
      spec: {
        strategy: {
          blueGreen: {
            activeService: 'backend',
            previewService: 'backend-preview',
            scaleDownDelaySeconds: 600,
            prePromotionAnalysis: analysis,
            postPromotionAnalysis: analysis,
          },
        },
      },
    });
  });

  test.each([
    ['waits for somebody', {}, { autoPromotionEnabled: false }],
    ['is promoted at once', { autoPromotionSeconds: 0 }, { autoPromotionEnabled: true }],
    [
      'is promoted after a time',
      { autoPromotionSeconds: 120 },
      { autoPromotionEnabled: true, autoPromotionSeconds: 120 },
    ],
  ])('%s', (_, changes, expected) => {
    const { prePromotionAnalysis, postPromotionAnalysis, ...rest } = strategyOf(blueGreen(changes));
    expect(rest).toEqual({
      activeService: 'backend',
      previewService: 'backend-preview',
      scaleDownDelaySeconds: 600,
      ...expected,
    });
  });
});

function strategyOf(object: Manifest): Readonly<Record<string, unknown>> {
  const { strategy } = object.spec as { strategy: { blueGreen: Record<string, unknown> } };
  return strategy.blueGreen;
}
