import type { ApiObject } from 'cdk8s';
import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import { SERVICE_LABEL } from '../../core/labels';
import type { BlueGreen, Canary } from '../../core/model/rollout';
import { AnalysisTemplate } from '../../platform/delivery/analysis-template';
import {
  addRollout,
  ROLLOUT_VERSION_ARG,
  type RolloutBlueGreen,
  type RolloutCanary,
} from '../../platform/delivery/rollout';
import { ROLLOUT_DEFAULTS } from '../controllers/controller-defaults';
import { fixedReplicas } from '../controllers/replicas';
import { servicePorts } from '../controllers/services';
import type { ConfigMaps } from '../pod/config-files';
import { podTemplate } from '../pod/pod-template';
import { objectMetadata, type ContextOf } from '../workload-props';
import { measurements } from './measurements';
import { newVersionService, type Progressive } from './progressive';
import { requestSplit, type RequestSplit } from './request-split';
import { BLUE_GREEN_MEASUREMENTS, PROGRESSIVE_DEFAULTS } from './rollout-defaults';

/** Argo Rollouts' own default, written down. Until then, connections of a new version that failed may end by themselves. */
const ABORT_SCALE_DOWN_DELAY_SECONDS = 30;

/** Pods whose new versions Argo Rollouts brings in, with what it needs beside them. */
export function addArgoRollout(
  scope: Construct,
  context: ContextOf<'Deployment'>,
  rollout: Progressive,
  config: ConfigMaps,
): ApiObject {
  const { labels, selector, replicas } = context;
  const {
    revisionHistoryLimit = ROLLOUT_DEFAULTS.revisionHistoryLimit,
    progressDeadlineSeconds = ROLLOUT_DEFAULTS.progressDeadlineSeconds,
    minReadySeconds,
  } = rollout;
  addAnalysisTemplate(scope, context, rollout);
  return addRollout(scope, 'Resource', {
    ...objectMetadata(context),
    labels,
    ...fixedReplicas(replicas),
    revisionHistoryLimit,
    progressDeadlineSeconds,
    ...(minReadySeconds === undefined ? {} : { minReadySeconds }),
    selector,
    template: podTemplate(context, config),
    strategy:
      rollout.strategy === 'Canary'
        ? { canary: canary(scope, context, rollout) }
        : { blueGreen: blueGreen(scope, context, rollout) },
  });
}

/** A canary is measured until its last step; the analyses of a blue-green rollout have to end by themselves. */
function addAnalysisTemplate(scope: Construct, context: ContextOf<'Deployment'>, rollout: Progressive): void {
  const { analysis, strategy } = rollout;
  new AnalysisTemplate(scope, 'Analysis', {
    ...objectMetadata(context),
    metrics: measurements(context, analysis),
    args: [ROLLOUT_VERSION_ARG],
    intervalSeconds: analysis.intervalSeconds ?? PROGRESSIVE_DEFAULTS.intervalSeconds,
    failureLimit: analysis.failureLimit ?? PROGRESSIVE_DEFAULTS.failureLimit,
    ...(strategy === 'Canary' ? {} : { count: BLUE_GREEN_MEASUREMENTS }),
  });
}

function canary(scope: Construct, context: ContextOf<'Deployment'>, rollout: Canary): RolloutCanary {
  const split = requestSplit(context);
  return {
    steps: rollout.steps,
    analysis: { template: context.name },
    ...(split === undefined ? {} : { traffic: traffic(scope, context, rollout, split) }),
  };
}

/**
 * Without `dynamicStableScale` the old version keeps all its pods to the end: it can take all traffic back at once,
 * whatever an autoscaler made of the two.
 */
function traffic(
  scope: Construct,
  context: ContextOf<'Deployment'>,
  rollout: Canary,
  { splitting, ports }: RequestSplit,
): NonNullable<RolloutCanary['traffic']> {
  const { name, namespace, gatewayRoutes = [] } = context;
  const canaryService = addNewVersionService(scope, context, rollout);
  const calls = splitting.split(scope, 'Split', { service: name, canaryService, namespace, ports });
  return {
    provider: splitting.provider,
    stableService: name,
    canaryService,
    virtualServices: [calls, ...gatewayRoutes],
    abortScaleDownDelaySeconds: ABORT_SCALE_DOWN_DELAY_SECONDS,
  };
}

function blueGreen(scope: Construct, context: ContextOf<'Deployment'>, rollout: BlueGreen): RolloutBlueGreen {
  const { autoPromotionSeconds, scaleDownDelaySeconds = PROGRESSIVE_DEFAULTS.scaleDownDelaySeconds } = rollout;
  return {
    activeService: context.name,
    previewService: addNewVersionService(scope, context, rollout),
    ...(autoPromotionSeconds === undefined ? {} : { autoPromotionSeconds }),
    scaleDownDelaySeconds,
    analysis: { template: context.name },
  };
}

function addNewVersionService(scope: Construct, context: ContextOf<'Deployment'>, rollout: Progressive): string {
  const name = newVersionService(context.name, rollout);
  const metadata = objectMetadata(context, name);
  new k8s.KubeService(scope, 'NewVersion', {
    // Between rollouts both Services lead to the same pods; by one label Prometheus would find them twice.
    metadata: { ...metadata, labels: { ...metadata.labels, [SERVICE_LABEL]: name } },
    spec: { type: 'ClusterIP', selector: { ...context.selector }, ports: servicePorts(context) },
  });
  return name;
}
