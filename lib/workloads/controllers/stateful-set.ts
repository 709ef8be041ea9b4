import type { ApiObject } from 'cdk8s';
import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { ConfigMaps } from '../pod/config-files';
import { podTemplate } from '../pod/pod-template';
import { volumeClaimTemplates } from '../pod/volumes';
import { objectMetadata, type ContextOf } from '../workload-props';
import { ROLLOUT_DEFAULTS } from './controller-defaults';
import { fixedReplicas } from './replicas';
import { headlessServiceName } from './services';

/** Pods with a name and volumes of their own. A rollout replaces them one by one, the last first. */
export function addStatefulSet(scope: Construct, context: ContextOf<'StatefulSet'>, config: ConfigMaps): ApiObject {
  const { name, replicas, selector, podManagementPolicy = 'OrderedReady', storageRetention = {} } = context;
  const { whenDeleted = 'Retain', whenScaled = 'Retain' } = storageRetention;
  return new k8s.KubeStatefulSet(scope, 'Resource', {
    metadata: objectMetadata(context),
    spec: {
      ...fixedReplicas(replicas),
      serviceName: headlessServiceName(name),
      podManagementPolicy,
      updateStrategy: { type: 'RollingUpdate' },
      revisionHistoryLimit: ROLLOUT_DEFAULTS.revisionHistoryLimit,
      selector: { matchLabels: selector },
      template: podTemplate(context, config),
      volumeClaimTemplates: volumeClaimTemplates(context),
      persistentVolumeClaimRetentionPolicy: { whenDeleted, whenScaled },
    },
  });
}
