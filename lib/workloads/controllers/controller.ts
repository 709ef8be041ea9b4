import type { ApiObject } from 'cdk8s';
import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Replicas } from '../../core/model/scaling';
import { WORKLOAD_DEFAULTS } from '../defaults';
import type { ConfigMaps } from '../pod/config-files';
import { podTemplate } from '../pod/pod-template';
import { headlessServiceName } from './services';
import { volumeClaimTemplates } from '../pod/volumes';
import { objectMetadata, type ContextOf, type WorkloadContext } from '../workload-props';

const REVISION_HISTORY_LIMIT = 5;
const PROGRESS_DEADLINE_SECONDS = 600;

/** What runs a workload's pods. */
export function addController(scope: Construct, context: WorkloadContext, config: ConfigMaps): ApiObject {
  switch (context.kind) {
    case 'StatefulSet':
      return statefulSet(scope, context, config);
    case 'DaemonSet':
    case 'Job':
    case 'CronJob':
      throw new Error('not yet');
    default:
      return deployment(scope, context, config);
  }
}

function deployment(scope: Construct, context: ContextOf<'Deployment'>, config: ConfigMaps): ApiObject {
  return new k8s.KubeDeployment(scope, 'Resource', {
    metadata: objectMetadata(context),
    spec: {
      ...fixedReplicas(context.replicas),
      revisionHistoryLimit: REVISION_HISTORY_LIMIT,
      progressDeadlineSeconds: PROGRESS_DEADLINE_SECONDS,
      // A new pod has to be ready before an old one goes.
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: k8s.IntOrString.fromNumber(0), maxSurge: k8s.IntOrString.fromNumber(1) },
      },
      selector: { matchLabels: context.selector },
      template: podTemplate(context, config),
    },
  });
}

function statefulSet(scope: Construct, context: ContextOf<'StatefulSet'>, config: ConfigMaps): ApiObject {
  return new k8s.KubeStatefulSet(scope, 'Resource', {
    metadata: objectMetadata(context),
    spec: {
      ...fixedReplicas(context.replicas),
      serviceName: headlessServiceName(context.name),
      revisionHistoryLimit: REVISION_HISTORY_LIMIT,
      selector: { matchLabels: context.selector },
      template: podTemplate(context, config),
      volumeClaimTemplates: volumeClaimTemplates(context),
      // Data outlives the set and a smaller number of replicas.
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    },
  });
}

/** An autoscaler owns the number that it is free to choose; writing it here would undo its choice at every sync. */
function fixedReplicas(replicas: Replicas = WORKLOAD_DEFAULTS.replicas): { replicas?: number } {
  return typeof replicas === 'number' ? { replicas } : {};
}
