import { ApiObject } from 'cdk8s';
import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { SplitRoutes } from '../mesh/traffic-split';

/** Label by which Argo Rollouts tells the pods of one version from those of another. */
export const ROLLOUT_VERSION_LABEL = 'rollouts-pod-template-hash';

/** Argument of an analysis that holds the new version's value of the label. */
export const ROLLOUT_VERSION_ARG = 'pod-template-hash';

/** An analysis of the new version. */
export interface RolloutAnalysis {
  /** Name of an AnalysisTemplate in the Rollout's namespace, with the argument `ROLLOUT_VERSION_ARG`. */
  readonly template: string;
}

/** A growing share for the new version, step by step. */
export interface RolloutCanary {
  readonly steps: readonly {
    /** Percent. */
    readonly weight: number;
    /** @default - until somebody promotes the Rollout */
    readonly pauseSeconds?: number;
  }[];
  /** From the first step to the last. */
  readonly analysis: RolloutAnalysis;
  /**
   * Services and routes of a mesh whose weights are the shares.
   *
   * @default - a version's share is that of its pods
   */
  readonly traffic?: {
    readonly provider: 'istio';
    readonly stableService: string;
    readonly canaryService: string;
    readonly virtualServices: readonly SplitRoutes[];
    /** How long the pods of a new version that failed are kept, for connections to end. */
    readonly abortScaleDownDelaySeconds: number;
  };
}

/** All traffic at once for the new version. */
export interface RolloutBlueGreen {
  readonly activeService: string;
  readonly previewService: string;
  /** @default - until somebody promotes the Rollout */
  readonly autoPromotionSeconds?: number;
  readonly scaleDownDelaySeconds: number;
  /** Before the traffic moves and after. */
  readonly analysis: RolloutAnalysis;
}

export interface RolloutProps {
  readonly name: string;
  readonly namespace: string;
  /** @default {} */
  readonly labels?: Readonly<Record<string, string>>;
  /** @default - an autoscaler owns the number */
  readonly replicas?: number;
  readonly revisionHistoryLimit: number;
  /** How long without progress until the rollout is aborted. */
  readonly progressDeadlineSeconds: number;
  /** @default 0 */
  readonly minReadySeconds?: number;
  readonly selector: Readonly<Record<string, string>>;
  readonly template: k8s.PodTemplateSpec;
  readonly strategy: { readonly canary: RolloutCanary } | { readonly blueGreen: RolloutBlueGreen };
}

/**
 * Pods whose new versions Argo Rollouts 1.9 brings in. There are no bindings of the kind: its pod template would make
 * 50,000 lines of them.
 */
export function addRollout(scope: Construct, id: string, props: RolloutProps): ApiObject {
  const { name, namespace, labels = {}, replicas, minReadySeconds, strategy } = props;
  return new ApiObject(scope, id, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name, namespace, labels: { ...labels } },
    spec: {
      ...(replicas === undefined ? {} : { replicas }),
      revisionHistoryLimit: props.revisionHistoryLimit,
      progressDeadlineSeconds: props.progressDeadlineSeconds,
      progressDeadlineAbort: true,
      ...(minReadySeconds === undefined ? {} : { minReadySeconds }),
      selector: { matchLabels: { ...props.selector } },
      template: k8s.toJson_PodTemplateSpec(props.template),
      strategy:
        'canary' in strategy ? { canary: canary(strategy.canary) } : { blueGreen: blueGreen(strategy.blueGreen) },
    },
  });
}

function canary({ steps, analysis: { template }, traffic }: RolloutCanary): object {
  return {
    ...(traffic === undefined ? PODS_AS_WEIGHTS : trafficRouting(traffic)),
    steps: steps.flatMap(({ weight, pauseSeconds }) => [
      { setWeight: weight },
      { pause: pauseSeconds === undefined ? {} : { duration: `${pauseSeconds}s` } },
    ]),
    // Once the first weight is set: before that the new version answers nobody.
    analysis: { ...analysis(template), startingStep: 1 },
  };
}

/** One pod more, none fewer. Who has no routes has no say of `abortScaleDownDelaySeconds` either. */
const PODS_AS_WEIGHTS = { maxSurge: 1, maxUnavailable: 0 } as const;

function trafficRouting({
  provider,
  stableService,
  canaryService,
  virtualServices,
  abortScaleDownDelaySeconds,
}: NonNullable<RolloutCanary['traffic']>): object {
  return {
    stableService,
    canaryService,
    trafficRouting: {
      [provider]: { virtualServices: virtualServices.map(({ name, routes }) => ({ name, routes: [...routes] })) },
    },
    abortScaleDownDelaySeconds,
  };
}

function blueGreen({
  activeService,
  previewService,
  autoPromotionSeconds,
  scaleDownDelaySeconds,
  analysis: { template },
}: RolloutBlueGreen): object {
  return {
    activeService,
    previewService,
    autoPromotionEnabled: autoPromotionSeconds !== undefined,
    // Argo Rollouts takes 0 for no number.
    ...(autoPromotionSeconds === undefined || autoPromotionSeconds === 0 ? {} : { autoPromotionSeconds }),
    scaleDownDelaySeconds,
    prePromotionAnalysis: analysis(template),
    postPromotionAnalysis: analysis(template),
  };
}

function analysis(templateName: string): object {
  return {
    templates: [{ templateName }],
    args: [{ name: ROLLOUT_VERSION_ARG, valueFrom: { podTemplateHashValue: 'Latest' } }],
  };
}
