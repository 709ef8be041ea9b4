import { Construct } from 'constructs';
import {
  Canary,
  CanarySpecAutoscalerRefKind,
  CanarySpecProvider,
  CanarySpecTargetRefKind,
  type CanarySpecAnalysis,
  type CanarySpecAnalysisMetrics,
  type CanarySpecAutoscalerRef,
  type CanarySpecService,
} from '../../../imports/flagger-flagger.app';
import type { Measurement } from './measurement';
import { MetricTemplate } from './metric-template';

/**
 * Label that Flagger changes on the pods which it copies to `<name>-primary`: the first of `app`, `name` and
 * `app.kubernetes.io/name` that the Deployment selects by. A Deployment that selects by it keeps its other labels.
 * https://docs.flagger.app/faq
 */
export const FLAGGER_LABEL = 'app';

/** What Flagger adds to the names of the copies that answer callers. */
export const PRIMARY_SUFFIX = '-primary';

const PROVIDERS = { istio: CanarySpecProvider.ISTIO, kubernetes: CanarySpecProvider.KUBERNETES } as const;

/** What Flagger is pointed at to scale both versions. */
export type FlaggerAutoscaler =
  | { readonly kind: 'HorizontalPodAutoscaler' }
  | {
      readonly kind: 'ScaledObject';
      /** Queries by the names of their triggers; Flagger would put `-primary` wherever they hold the workload's name. */
      readonly queries: Readonly<Record<string, string>>;
    };

export interface FlaggerCanaryProps {
  /** Name of the Deployment and of its autoscaler; Flagger names the Service and its VirtualService so. */
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Who moves the traffic. */
  readonly provider: keyof typeof PROVIDERS;
  readonly progressDeadlineSeconds: number;
  readonly autoscaler: FlaggerAutoscaler;
  /** The port whose traffic is moved; Flagger finds the others in the pod. */
  readonly port: { readonly name: string; readonly number: number; readonly appProtocol: string };
  /** Percent of the traffic, step by step; or a number of measurements, after which all of it moves. */
  readonly advance: { readonly stepWeights: readonly number[] } | { readonly iterations: number };
  /** How long a step takes, with one measurement at its end. */
  readonly intervalSeconds: number;
  /** How many measurements may fail. */
  readonly failureLimit: number;
  /** What is measured, by name. */
  readonly metrics: Readonly<Record<string, Measurement>>;
}

/** A Deployment whose new versions Flagger 1.44 brings in, with its measurements. */
export class FlaggerCanary extends Construct {
  constructor(scope: Construct, id: string, props: FlaggerCanaryProps) {
    super(scope, id);
    const { name, namespace, labels, provider, progressDeadlineSeconds } = props;
    new Canary(this, 'Resource', {
      metadata: { name, namespace, labels: { ...labels } },
      spec: {
        provider: PROVIDERS[provider],
        targetRef: { apiVersion: 'apps/v1', kind: CanarySpecTargetRefKind.DEPLOYMENT, name },
        autoscalerRef: autoscalerRef(name, props.autoscaler),
        progressDeadlineSeconds,
        // Without it a Deployment that Flagger leaves would stay without pods.
        revertOnDeletion: true,
        service: service(props),
        analysis: { ...analysis(props), metrics: this.addMetrics(props) },
      },
    });
  }

  private addMetrics({ name, namespace, labels, metrics }: FlaggerCanaryProps): CanarySpecAnalysisMetrics[] {
    return Object.entries(metrics).map(([metric, measurement]) => {
      const { min, max } = measurement;
      const template = new MetricTemplate(this, metric, { name: `${name}-${metric}`, namespace, labels, measurement });
      return {
        name: metric,
        templateRef: { name: template.name },
        thresholdRange: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
      };
    });
  }
}

function analysis({ advance, intervalSeconds, failureLimit }: FlaggerCanaryProps): CanarySpecAnalysis {
  return {
    interval: `${intervalSeconds}s`,
    // The failure that reaches the threshold is the one that rolls back.
    threshold: failureLimit + 1,
    ...('iterations' in advance ? { iterations: advance.iterations } : { stepWeights: [...advance.stepWeights] }),
  };
}

function service({ labels, provider, port }: FlaggerCanaryProps): CanarySpecService {
  return {
    port: port.number,
    portName: port.name,
    targetPort: port.name,
    appProtocol: port.appProtocol,
    portDiscovery: true,
    // Routes of the gateway and of the mesh point at the VirtualService, which then has no host of its own.
    ...(provider === 'istio' ? { delegation: true } : {}),
    apex: { labels: { ...labels } },
  };
}

function autoscalerRef(name: string, autoscaler: FlaggerAutoscaler): CanarySpecAutoscalerRef {
  if (autoscaler.kind === 'HorizontalPodAutoscaler') {
    return { apiVersion: 'autoscaling/v2', kind: CanarySpecAutoscalerRefKind.HORIZONTAL_POD_AUTOSCALER, name };
  }
  const { queries } = autoscaler;
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: CanarySpecAutoscalerRefKind.SCALED_OBJECT,
    name,
    ...(Object.keys(queries).length === 0 ? {} : { primaryScalerQueries: { ...queries } }),
  };
}
