import type * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { meshAnnotations } from '../connections/mesh-annotations';
import { mountsToken } from '../identity/api-access';
import { meshLabels } from '../mesh-part';
import { telemetryAnnotations } from '../telemetry/annotations';
import type { WorkloadContext } from '../workload-props';
import type { ConfigMaps } from './config-files';
import { podContainerFields } from './containers';
import { hostAccess, HOST_ACCESS_ANNOTATION, hostNamespaces } from './host-access';
import { gracePeriodSeconds, restartPolicy } from './lifecycle';
import { podPlacement } from './placement';
import { podSecurityContext } from './security-context';
import { podSpread } from './spread';
import { podVolumes } from './volumes';

/** The pod of a workload. It satisfies Pod Security `restricted`, unless it is an agent that names what it gets. */
export function podTemplate(context: WorkloadContext, config: ConfigMaps): k8s.PodTemplateSpec {
  const { pullSecret } = context;
  const annotations = podAnnotations(context);
  return {
    metadata: {
      labels: { ...context.labels, ...meshLabels(context) },
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    },
    spec: {
      serviceAccountName: context.name,
      automountServiceAccountToken: mountsToken(context),
      enableServiceLinks: false,
      ...hostNamespaces(context),
      ...restartPolicy(context),
      ...podPlacement(context),
      securityContext: podSecurityContext(context),
      terminationGracePeriodSeconds: gracePeriodSeconds(context),
      ...podContainerFields(context, config),
      ...podVolumes(context, config),
      ...(pullSecret === undefined ? {} : { imagePullSecrets: [{ name: pullSecret }] }),
      ...podSpread(context),
    },
  };
}

function podAnnotations(context: WorkloadContext): Record<string, string> {
  const reason = hostAccess(context)?.reason;
  return {
    ...meshAnnotations(context),
    ...telemetryAnnotations(context),
    ...(reason === undefined ? {} : { [HOST_ACCESS_ANNOTATION]: reason }),
  };
}
