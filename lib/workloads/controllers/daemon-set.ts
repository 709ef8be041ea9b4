import type { ApiObject } from 'cdk8s';
import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { ConfigMaps } from '../pod/config-files';
import { podTemplate } from '../pod/pod-template';
import { objectMetadata, type ContextOf } from '../workload-props';
import { DAEMON_SET_DEFAULTS, ROLLOUT_DEFAULTS } from './controller-defaults';
import { podShare } from './pod-share';

/**
 * A pod on every node. One with `host` belongs in a namespace of its own that admits Pod Security `privileged`: whoever
 * may make pods in that namespace can have the node.
 */
export function addDaemonSet(scope: Construct, context: ContextOf<'DaemonSet'>, config: ConfigMaps): ApiObject {
  const { selector, maxUnavailable = DAEMON_SET_DEFAULTS.maxUnavailable } = context;
  return new k8s.KubeDaemonSet(scope, 'Resource', {
    metadata: objectMetadata(context),
    spec: {
      revisionHistoryLimit: ROLLOUT_DEFAULTS.revisionHistoryLimit,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: podShare(maxUnavailable) } },
      selector: { matchLabels: selector },
      template: podTemplate(context, config),
    },
  });
}
