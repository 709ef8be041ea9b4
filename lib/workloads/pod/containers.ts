import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { transport } from '../../core/model/port';
import type { ResourceAmounts, ResourceSpec } from '../../core/model/resources';
import type { WorkloadContext } from '../workload-props';
import type { ConfigMaps } from './config-files';
import { containerEnvironment } from './environment';
import { containerGpu, GPU_RESOURCE } from './gpu';
import { onHostNetwork } from './host-access';
import { containerLifecycle } from './lifecycle';
import { initContainers, mainContainer, sidecars, type PodContainer } from './pod-container';
import { containerProbes } from './probes';
import { containerSecurityContext } from './security-context';
import { volumeMounts } from './volume-mounts';

/**
 * Containers of a pod. Sidecars are Kubernetes' own: they start after the init containers and before the main one, and
 * end after it, so that a job ends although they would run on.
 * https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export function podContainerFields(
  context: WorkloadContext,
  config: ConfigMaps,
): Pick<k8s.PodSpec, 'containers' | 'initContainers'> {
  const before = initContainers(context).map((container) => containerFields(context, container, config));
  const beside = sidecars(context).map((container): k8s.Container => {
    return { ...containerFields(context, container, config), restartPolicy: 'Always' };
  });
  return {
    containers: [containerFields(context, mainContainer(context), config)],
    ...(before.length + beside.length === 0 ? {} : { initContainers: [...before, ...beside] }),
  };
}

function containerFields(context: WorkloadContext, container: PodContainer, config: ConfigMaps): k8s.Container {
  const { name, role, spec } = container;
  const { command, args, probes, ports = {} } = spec;
  return {
    name,
    ...image(context, spec.image ?? context.image),
    ...(command === undefined ? {} : { command: [...command] }),
    ...(args === undefined ? {} : { args: [...args] }),
    ...(role === 'init' ? {} : { ports: containerPorts(context, ports) }),
    ...containerEnvironment(context, container, config),
    resources: resources(spec.resources),
    ...(probes === undefined ? {} : containerProbes(probes, ports)),
    ...containerLifecycle(context, container),
    securityContext: containerSecurityContext(context, container),
    volumeMounts: volumeMounts(context, container),
  };
}

/** An image that is named by its digest never changes; `imagePullPolicy` is about the workload's own. */
function image(context: WorkloadContext, reference: string): Pick<k8s.Container, 'image' | 'imagePullPolicy'> {
  const told = reference === context.image ? context.imagePullPolicy : undefined;
  return { image: reference, imagePullPolicy: told ?? (reference.includes('@') ? 'IfNotPresent' : 'Always') };
}

function containerPorts(
  context: WorkloadContext,
  ports: NonNullable<PodContainer['spec']['ports']>,
): k8s.ContainerPort[] {
  return Object.entries(ports).map(([name, port]) => ({
    name,
    containerPort: port.containerPort,
    ...(onHostNetwork(context) ? { hostPort: port.containerPort } : {}),
    protocol: transport(port),
  }));
}

function resources(spec: ResourceSpec): k8s.ResourceRequirements {
  const gpu = containerGpu({ resources: spec });
  const gpus: Record<string, k8s.Quantity> =
    gpu === undefined ? {} : { [GPU_RESOURCE]: k8s.Quantity.fromNumber(gpu.count) };
  return {
    requests: { ...quantities(spec.requests), ...gpus },
    limits: { ...quantities(spec.limits), ...gpus },
  };
}

function quantities(amounts: ResourceAmounts): Record<string, k8s.Quantity> {
  return { cpu: k8s.Quantity.fromString(amounts.cpu), memory: k8s.Quantity.fromString(amounts.memory) };
}
