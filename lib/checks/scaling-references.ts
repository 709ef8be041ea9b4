import type { Manifest } from '../core/manifest';
import { scaleTargetOf } from './autoscalers';
import type { ClusterIndex } from './cluster-index';
import { list, text, value } from './output';
import { namespaceOf, podTemplate } from './pods';

/** What autoscalers, and what they ask, name and nobody writes: their targets, credentials, containers. */
export function scalingReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  switch (manifest.kind) {
    case 'ScaledObject':
      return [...scaleTarget(index, manifest), ...authentications(index, manifest)];
    case 'VerticalPodAutoscaler':
      return verticalTarget(index, manifest);
    case 'TriggerAuthentication':
      return [...secretTargets(index, manifest), ...accounts(index, manifest)];
    default:
      return scaleTarget(index, manifest);
  }
}

function scaleTarget(index: ClusterIndex, manifest: Manifest): readonly string[] {
  const { kind, name } = scaleTargetOf(manifest);
  if (index.find(kind, namespaceOf(manifest), name) === undefined)
    return [`scales ${kind} ${name}, which is not written`];
  const others = ['HorizontalPodAutoscaler', 'ScaledObject']
    .flatMap((other) => index.all(other, namespaceOf(manifest)))
    .filter((other) => other !== manifest && scaleTargetOf(other).kind === kind && scaleTargetOf(other).name === name);
  return others.map((other) => `scales ${kind} ${name}, which ${other.kind} ${other.metadata.name} scales as well`);
}

/** KEDA reads credentials from an object of the namespace, or one of the cluster. */
function authentications(index: ClusterIndex, manifest: Manifest): readonly string[] {
  return list(manifest, 'spec', 'triggers').flatMap((trigger) => {
    const name = text(trigger, 'authenticationRef', 'name');
    if (name === undefined) return [];
    const kind = text(trigger, 'authenticationRef', 'kind') ?? 'TriggerAuthentication';
    const namespace = kind === 'ClusterTriggerAuthentication' ? '' : namespaceOf(manifest);
    return index.find(kind, namespace, name) === undefined
      ? [`asks its trigger ${text(trigger, 'type') ?? ''} with ${kind} ${name}, which is not written`]
      : [];
  });
}

function verticalTarget(index: ClusterIndex, manifest: Manifest): readonly string[] {
  const kind = text(manifest, 'spec', 'targetRef', 'kind') ?? '';
  const name = text(manifest, 'spec', 'targetRef', 'name') ?? '';
  const target = index.find(kind, namespaceOf(manifest), name);
  if (target === undefined) return [`sizes ${kind} ${name}, which is not written`];
  const template = podTemplate(target);
  const containers = ['initContainers', 'containers'].flatMap((field) =>
    list(template, 'spec', field).map((container) => text(container, 'name')),
  );
  return list(manifest, 'spec', 'resourcePolicy', 'containerPolicies')
    .map((policy) => text(policy, 'containerName') ?? '*')
    .filter((container) => !containers.includes(container) && !INJECTED.includes(container))
    .map((container) => `sizes container ${container}, which ${kind} ${name} lacks`);
}

/** Containers that no template has: every one of them, and the mesh's own. */
const INJECTED = ['*', 'istio-proxy', 'istio-init', 'istio-validation'];

function secretTargets(index: ClusterIndex, manifest: Manifest): readonly string[] {
  return list(manifest, 'spec', 'secretTargetRef').flatMap((ref) => {
    const name = text(ref, 'name') ?? '';
    const key = text(ref, 'key') ?? '';
    return index.hasSecret(namespaceOf(manifest), name, key)
      ? []
      : [`uses key ${key} of Secret ${name}, which nothing makes`];
  });
}

function accounts(index: ClusterIndex, manifest: Manifest): readonly string[] {
  return list(manifest, 'spec', 'boundServiceAccountToken')
    .map((token) => value(token, 'serviceAccountName'))
    .filter((name) => index.find('ServiceAccount', namespaceOf(manifest), String(name)) === undefined)
    .map((name) => `asks as service account ${String(name)}, which is not written`);
}
