import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { maxReplicas } from '../../core/model/scaling';
import type { ResourceAmounts } from '../../core/model/resources';
import { kindOf, replicasOf } from '../../core/model/workload-spec';
import { WORKLOAD_DEFAULTS } from '../defaults';
import type { ConfigMaps } from './config-files';
import { containerProbes } from './probes';
import { secretVariables } from './secret-env';
import { podVolumes, volumeMounts } from './volumes';
import type { WorkloadContext } from '../workload-props';

const ZONE = 'topology.kubernetes.io/zone';
const HOST = 'kubernetes.io/hostname';

/** The pod of a workload: Pod Security `restricted`, a read-only root file system, spread over zones and nodes. */
export function podTemplate(context: WorkloadContext, config: ConfigMaps): k8s.PodTemplateSpec {
  const { pullSecret, terminationGracePeriodSeconds } = context;
  const annotations = context.mesh?.podAnnotations;
  return {
    metadata: { labels: { ...context.labels }, ...(annotations === undefined ? {} : { annotations }) },
    spec: {
      serviceAccountName: context.name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: podSecurityContext(context),
      terminationGracePeriodSeconds: terminationGracePeriodSeconds ?? WORKLOAD_DEFAULTS.terminationGracePeriodSeconds,
      containers: [container(context)],
      ...podVolumes(context, config),
      ...(pullSecret === undefined ? {} : { imagePullSecrets: [{ name: pullSecret }] }),
      ...(maxReplicas(replicasOf(context) ?? WORKLOAD_DEFAULTS.replicas) > 1
        ? { topologySpreadConstraints: [spread(context, ZONE), spread(context, HOST)] }
        : {}),
    },
  };
}

function container(context: WorkloadContext): k8s.Container {
  const { command, args, probes, resources } = context;
  return {
    name: context.name,
    image: context.image,
    imagePullPolicy: context.imagePullPolicy ?? (context.image.includes('@') ? 'IfNotPresent' : 'Always'),
    ...(command === undefined ? {} : { command: [...command] }),
    ...(args === undefined ? {} : { args: [...args] }),
    ports: Object.entries(context.ports).map(([name, { containerPort }]) => ({ name, containerPort, protocol: 'TCP' })),
    env: [...Object.entries(context.env ?? {}).map(([name, value]) => ({ name, value })), ...secretVariables(context)],
    resources: { requests: quantities(resources.requests), limits: quantities(resources.limits) },
    ...(probes === undefined ? {} : containerProbes(probes, context.ports)),
    ...preStop(context),
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: volumeMounts(context),
  };
}

/**
 * Goes on serving while load balancers take the pod off their lists. The command has to be in the image: the
 * kubelet's own sleep came after the Kubernetes version of our types.
 */
function preStop({
  preStopSeconds = WORKLOAD_DEFAULTS.preStopSeconds,
}: WorkloadContext): Pick<k8s.Container, 'lifecycle'> {
  if (preStopSeconds === 0) return {};
  return { lifecycle: { preStop: { exec: { command: ['sleep', String(preStopSeconds)] } } } };
}

function podSecurityContext({ runAs }: WorkloadContext): k8s.PodSecurityContext {
  const group = runAs.group ?? runAs.user;
  return {
    runAsNonRoot: true,
    runAsUser: runAs.user,
    runAsGroup: group,
    fsGroup: group,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** Replicas apart from each other. Zones bind, because losing one must not lose the service; nodes are a wish. */
function spread(context: WorkloadContext, topologyKey: string): k8s.TopologySpreadConstraint {
  return {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: topologyKey === ZONE ? 'DoNotSchedule' : 'ScheduleAnyway',
    labelSelector: { matchLabels: context.selector },
    // Without it a rollout would count the pods it is about to replace.
    ...(kindOf(context) === 'StatefulSet' ? {} : { matchLabelKeys: ['pod-template-hash'] }),
  };
}

function quantities(amounts: ResourceAmounts): Record<string, k8s.Quantity> {
  return { cpu: k8s.Quantity.fromString(amounts.cpu), memory: k8s.Quantity.fromString(amounts.memory) };
}
