import type { Manifest } from '../core/manifest';
import type { ClusterIndex } from './cluster-index';
import { list, text, value } from './output';
import { sourceReferences } from './pod-sources';
import type { Pods } from './pods';
import { rolloutReferences } from './rollout-references';
import { matchesSelector } from './selectors';
import { claimReferences, storageReferences } from './storage-references';

/** What a controller's pods name and nobody writes: accounts, files, secrets, volumes, classes, ports, Services. */
export function podReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  const pod = index.pods.find(({ file }) => file.manifest === manifest);
  if (pod === undefined) return [];
  return [
    ...accountReferences(index, pod),
    ...selectorReferences(pod, manifest),
    ...sourceReferences(index, pod),
    ...classReferences(index, pod),
    ...volumeReferences(pod, manifest),
    ...claimReferences(index, pod),
    ...storageReferences(index, manifest),
    ...probeReferences(pod),
    ...governingService(index, pod, manifest),
    ...fieldReferences(pod),
    ...(manifest.kind === 'Rollout' ? rolloutReferences(index, manifest) : []),
  ];
}

function accountReferences(index: ClusterIndex, { namespace, spec }: Pods): readonly string[] {
  const account = text(spec, 'serviceAccountName') ?? 'default';
  if (account === 'default' || index.find('ServiceAccount', namespace, account) !== undefined) return [];
  return [`runs as service account ${account}, which is not written`];
}

/** Of every controller but jobs, which choose a selector of their own. */
function selectorReferences({ labels }: Pods, manifest: Manifest): readonly string[] {
  const selector = value(manifest, 'spec', 'selector');
  return selector === undefined || matchesSelector(selector, labels) ? [] : ['selects other pods than it makes'];
}

/** Priority classes that Kubernetes brings along begin with `system-`. */
function classReferences(index: ClusterIndex, { spec }: Pods): readonly string[] {
  const priority = text(spec, 'priorityClassName');
  const runtime = text(spec, 'runtimeClassName');
  const isKnown = (name: string): boolean =>
    name.startsWith('system-') || index.find('PriorityClass', '', name) !== undefined;
  return [
    ...(priority === undefined || isKnown(priority) ? [] : [`has priority class ${priority}, which is not written`]),
    ...(runtime === undefined || index.hasRuntimeClass(runtime)
      ? []
      : [`runs in runtime class ${runtime}, which is not written`]),
  ];
}

/** Amounts of other containers that a variable holds. */
function fieldReferences({ containers }: Pods): readonly string[] {
  const names = containers.map((container) => container['name']);
  return containers
    .flatMap((container) => list(container, 'env'))
    .flatMap((variable) => text(variable, 'valueFrom', 'resourceFieldRef', 'containerName') ?? [])
    .filter((name) => !names.includes(name))
    .map((name) => `tells what container ${name} may use, which the pod lacks`);
}

function volumeReferences({ spec, containers }: Pods, manifest: Manifest): readonly string[] {
  const volumes = [
    ...list(spec, 'volumes').map((volume) => value(volume, 'name')),
    ...list(manifest, 'spec', 'volumeClaimTemplates').map((claim) => value(claim, 'metadata', 'name')),
  ];
  return containers
    .flatMap((container) => list(container, 'volumeMounts'))
    .map((mount) => value(mount, 'name'))
    .filter((name) => !volumes.includes(name))
    .map((name) => `mounts volume ${String(name)}, which the pod lacks`);
}

function probeReferences({ containers }: Pods): readonly string[] {
  return containers.flatMap((container) => {
    const ports = list(container, 'ports').flatMap((port) => [value(port, 'name'), value(port, 'containerPort')]);
    return ['startupProbe', 'readinessProbe', 'livenessProbe'].flatMap((kind) => {
      const port = ['httpGet', 'tcpSocket', 'grpc'].map((by) => value(container, kind, by, 'port')).find(isGiven);
      return port === undefined || ports.includes(port)
        ? []
        : [`asks port ${JSON.stringify(port)} in its ${kind}, which the container lacks`];
    });
  });
}

function governingService(index: ClusterIndex, { namespace }: Pods, manifest: Manifest): readonly string[] {
  const service = text(manifest, 'spec', 'serviceName');
  if (service === undefined || index.find('Service', namespace, service) !== undefined) return [];
  return [`names its pods by Service ${service}, which is not written`];
}

function isGiven(found: unknown): boolean {
  return found !== undefined;
}
