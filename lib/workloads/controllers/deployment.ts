import type { ApiObject } from 'cdk8s';
import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Rollout } from '../../core/model/rollout';
import type { ConfigMaps } from '../pod/config-files';
import { podTemplate } from '../pod/pod-template';
import { objectMetadata, type ContextOf } from '../workload-props';
import { ROLLOUT_DEFAULTS } from './controller-defaults';
import { podShare } from './pod-share';
import { fixedReplicas } from './replicas';

/** Replaceable pods, replaced a few at a time or all at once. */
export function addDeployment(scope: Construct, context: ContextOf<'Deployment'>, config: ConfigMaps): ApiObject {
  const { replicas, rollout, selector } = context;
  const {
    revisionHistoryLimit = ROLLOUT_DEFAULTS.revisionHistoryLimit,
    progressDeadlineSeconds = ROLLOUT_DEFAULTS.progressDeadlineSeconds,
    minReadySeconds,
  } = rollout ?? {};
  return new k8s.KubeDeployment(scope, 'Resource', {
    metadata: objectMetadata(context),
    spec: {
      ...fixedReplicas(replicas),
      revisionHistoryLimit,
      progressDeadlineSeconds,
      ...(minReadySeconds === undefined ? {} : { minReadySeconds }),
      strategy: strategy(rollout),
      selector: { matchLabels: selector },
      template: podTemplate(context, config),
    },
  });
}

function strategy(rollout: Rollout | undefined): k8s.DeploymentStrategy {
  if (rollout?.strategy === 'Recreate') return { type: 'Recreate' };
  const { maxUnavailable = ROLLOUT_DEFAULTS.maxUnavailable, maxSurge = ROLLOUT_DEFAULTS.maxSurge } =
    rollout?.strategy === 'RollingUpdate' ? rollout : {};
  return {
    type: 'RollingUpdate',
    rollingUpdate: { maxUnavailable: podShare(maxUnavailable), maxSurge: podShare(maxSurge) },
  };
}
