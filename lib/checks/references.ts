import type { Finding } from '../core/finding';
import type { Manifest } from '../core/manifest';
import { ClusterIndex } from './cluster-index';
import { meshReferences } from './mesh-references';
import { list, text, value, type EnvironmentOutput } from './output';
import { podReferences } from './pod-references';
import { namespaceOf } from './pods';
import { policyReferences } from './policy-references';
import { matchesSelector } from './selectors';
import { storageReferences } from './storage-references';

/** What dangles: a reference in the words of its field, and what it should have led to. */
export type Dangling = string;

/** Rule `reference`: nothing that is written names an object, port or key that is not written as well. */
export function checkReferences({ clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) => {
    const index = new ClusterIndex(cluster);
    return cluster.manifests.flatMap(({ path, manifest }) =>
      [...objectReferences(index, manifest), ...namespaceReferences(index, manifest)].map((message): Finding => ({
        rule: 'reference',
        severity: 'error',
        resource: manifest.metadata.name,
        path,
        message,
        remedy: 'write the object it names, or mend the name',
      })),
    );
  });
}

function objectReferences(index: ClusterIndex, manifest: Manifest): readonly Dangling[] {
  switch (manifest.kind) {
    case 'Service':
      return serviceReferences(index, manifest);
    case 'HorizontalPodAutoscaler':
      return scaleTargetReferences(index, manifest);
    case 'PodDisruptionBudget':
      return selectorReferences(index, manifest, value(manifest, 'spec', 'selector'));
    case 'ServiceMonitor':
      return serviceMonitorReferences(index, manifest);
    case 'ExternalSecret':
      return externalSecretReferences(index, manifest);
    case 'SecretStore':
      return secretStoreReferences(index, manifest);
    case 'PersistentVolumeClaim':
      return storageReferences(index, manifest);
    case 'NetworkPolicy':
    case 'AuthorizationPolicy':
      return policyReferences(index, manifest);
    case 'Gateway':
    case 'VirtualService':
      return meshReferences(index, manifest);
    default:
      return podReferences(index, manifest);
  }
}

function namespaceReferences(index: ClusterIndex, { metadata }: Manifest): readonly Dangling[] {
  const { namespace } = metadata;
  if (namespace === undefined || index.find('Namespace', '', namespace) !== undefined) return [];
  return [`stands in namespace ${namespace}, which nobody makes`];
}

function serviceReferences(index: ClusterIndex, manifest: Manifest): readonly Dangling[] {
  if (value(manifest, 'spec', 'type') === 'ExternalName') return [];
  const matchLabels = value(manifest, 'spec', 'selector');
  const selected = index.selected(namespaceOf(manifest), matchLabels === undefined ? undefined : { matchLabels });
  if (selected.length === 0) return ['selects no pods'];
  return list(manifest, 'spec', 'ports').flatMap((port) => {
    const target = value(port, 'targetPort') ?? value(port, 'port');
    const found = selected.every((pod) =>
      pod.containers.some((container) =>
        list(container, 'ports').some((it) => value(it, 'name') === target || value(it, 'containerPort') === target),
      ),
    );
    return found ? [] : [`sends port ${String(value(port, 'name'))} to ${String(target)}, which its pods lack`];
  });
}

function scaleTargetReferences(index: ClusterIndex, manifest: Manifest): readonly Dangling[] {
  const kind = text(manifest, 'spec', 'scaleTargetRef', 'kind') ?? '';
  const name = text(manifest, 'spec', 'scaleTargetRef', 'name') ?? '';
  if (index.find(kind, namespaceOf(manifest), name) !== undefined) return [];
  return [`scales ${kind} ${name}, which is not written`];
}

function selectorReferences(index: ClusterIndex, manifest: Manifest, selector: unknown): readonly Dangling[] {
  return index.selected(namespaceOf(manifest), selector).length > 0 ? [] : ['selects no pods'];
}

function serviceMonitorReferences(index: ClusterIndex, manifest: Manifest): readonly Dangling[] {
  const selector = value(manifest, 'spec', 'selector');
  const services = index
    .all('Service', namespaceOf(manifest))
    .filter((service) => matchesSelector(selector, service.metadata.labels ?? {}));
  if (services.length === 0) return ['selects no Service'];
  return list(manifest, 'spec', 'endpoints').flatMap((endpoint) => {
    const port = value(endpoint, 'port');
    const found = services.some((service) => list(service, 'spec', 'ports').some((it) => value(it, 'name') === port));
    return found ? [] : [`scrapes port ${String(port)}, which its Services lack`];
  });
}

function externalSecretReferences(index: ClusterIndex, manifest: Manifest): readonly Dangling[] {
  const kind = text(manifest, 'spec', 'secretStoreRef', 'kind') ?? 'SecretStore';
  const name = text(manifest, 'spec', 'secretStoreRef', 'name') ?? '';
  const namespace = kind === 'ClusterSecretStore' ? '' : namespaceOf(manifest);
  return index.find(kind, namespace, name) === undefined ? [`reads from ${kind} ${name}, which is not written`] : [];
}

function secretStoreReferences(index: ClusterIndex, manifest: Manifest): readonly Dangling[] {
  const account = text(
    value(manifest, 'spec', 'provider', 'gcpsm', 'auth', 'workloadIdentity'),
    'serviceAccountRef',
    'name',
  );
  if (account === undefined || index.find('ServiceAccount', namespaceOf(manifest), account) !== undefined) return [];
  return [`reads as service account ${account}, which is not written`];
}
