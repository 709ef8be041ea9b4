import type { ApiObject } from 'cdk8s';
import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import { servicePort, type PortSpec } from '../../core/model/port';
import { FLAGGER_LABEL, FlaggerCanary, type FlaggerAutoscaler } from '../../platform/delivery/flagger-canary';
import { ROLLOUT_DEFAULTS } from '../controllers/controller-defaults';
import type { ConfigMaps } from '../pod/config-files';
import { podTemplate } from '../pod/pod-template';
import { scalingEngine } from '../scaling/scaling-engine';
import { objectMetadata, type ContextOf } from '../workload-props';
import { measurements } from './measurements';
import type { Progressive } from './progressive';
import { flaggerPort, requestSplit } from './request-split';
import { BLUE_GREEN_MEASUREMENTS, PROGRESSIVE_DEFAULTS } from './rollout-defaults';

/**
 * A Deployment whose new versions Flagger brings in. Flagger copies it to `<name>-primary`, which answers callers, and
 * gives this one pods only while there is something new; it writes the Services and the VirtualService by itself.
 */
export function addFlaggerRollout(
  scope: Construct,
  context: ContextOf<'Deployment'>,
  rollout: Progressive,
  config: ConfigMaps,
): ApiObject {
  addCanary(scope, context, rollout);
  return addDeployment(scope, context, rollout, config);
}

/** How long a step of Flagger's takes: the pause of all steps, which its analysis has to follow. */
export function flaggerIntervalSeconds(rollout: Progressive): number {
  const pause = rollout.strategy === 'Canary' ? rollout.steps[0]?.pauseSeconds : undefined;
  return pause ?? rollout.analysis.intervalSeconds ?? PROGRESSIVE_DEFAULTS.intervalSeconds;
}

function addDeployment(
  scope: Construct,
  context: ContextOf<'Deployment'>,
  rollout: Progressive,
  config: ConfigMaps,
): ApiObject {
  const {
    revisionHistoryLimit = ROLLOUT_DEFAULTS.revisionHistoryLimit,
    progressDeadlineSeconds = ROLLOUT_DEFAULTS.progressDeadlineSeconds,
    minReadySeconds,
  } = rollout;
  const { metadata, ...template } = podTemplate(context, config);
  // Flagger changes the one label only; policies find the pods of both versions by the other.
  const label = { [FLAGGER_LABEL]: context.name };
  return new k8s.KubeDeployment(scope, 'Resource', {
    metadata: objectMetadata(context),
    spec: {
      revisionHistoryLimit,
      progressDeadlineSeconds,
      ...(minReadySeconds === undefined ? {} : { minReadySeconds }),
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: {
          maxUnavailable: k8s.IntOrString.fromNumber(ROLLOUT_DEFAULTS.maxUnavailable),
          maxSurge: k8s.IntOrString.fromNumber(ROLLOUT_DEFAULTS.maxSurge),
        },
      },
      selector: { matchLabels: { ...context.selector, ...label } },
      template: { ...template, metadata: { ...metadata, labels: { ...metadata?.labels, ...label } } },
    },
  });
}

function addCanary(scope: Construct, context: ContextOf<'Deployment'>, rollout: Progressive): void {
  const { name, namespace, labels } = context;
  const port = flaggerPort(context.ports);
  const spec = port === undefined ? undefined : context.ports[port];
  if (port === undefined || spec === undefined) return;
  const split = requestSplit(context);
  split?.splitting.delegate(scope, 'Split', { service: name, delegate: name, namespace, port, ports: split.ports });
  const { analysis, progressDeadlineSeconds = ROLLOUT_DEFAULTS.progressDeadlineSeconds } = rollout;
  const intervalSeconds = flaggerIntervalSeconds(rollout);
  new FlaggerCanary(scope, 'Canary', {
    name,
    namespace,
    labels,
    provider: split?.splitting.provider ?? 'kubernetes',
    progressDeadlineSeconds,
    autoscaler: autoscaler(context),
    port: canaryPort(port, spec),
    advance:
      rollout.strategy === 'Canary'
        ? { stepWeights: rollout.steps.map(({ weight }) => weight) }
        : { iterations: BLUE_GREEN_MEASUREMENTS },
    intervalSeconds,
    failureLimit: analysis.failureLimit ?? PROGRESSIVE_DEFAULTS.failureLimit,
    metrics: measurements(context, { ...analysis, intervalSeconds }),
  });
}

function canaryPort(name: string, spec: PortSpec): { name: string; number: number; appProtocol: string } {
  return { name, number: servicePort(spec), appProtocol: spec.protocol ?? 'tcp' };
}

function autoscaler(context: ContextOf<'Deployment'>): FlaggerAutoscaler {
  if (scalingEngine(context) === 'hpa') return { kind: 'HorizontalPodAutoscaler' };
  // Triggers have the names of their metrics.
  const queries = Object.entries(context.autoscaling?.metrics ?? {}).flatMap(([name, metric]) =>
    metric.type === 'prometheus' ? [[name, metric.query] as const] : [],
  );
  return { kind: 'ScaledObject', queries: Object.fromEntries(queries) };
}
