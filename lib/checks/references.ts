import type { Finding } from '../core/finding';
import type { Manifest } from '../core/manifest';
import { analysisTemplateReferences } from './analysis-references';
import { ClusterIndex } from './cluster-index';
import { flaggerReferences } from './flagger-references';
import { ADD_ON_NAMESPACES, madeByOthers } from './made-by-others';
import { meshReferences } from './mesh-references';
import { monitorReferences } from './monitor-references';
import { text, value, type EnvironmentOutput } from './output';
import { podReferences } from './pod-references';
import { namespaceOf, resourceName } from './pods';
import { policyReferences } from './policy-references';
import { roleReferences } from './role-references';
import { scalingReferences } from './scaling-references';
import { scopeReferences } from './scope-references';
import { serviceReferences } from './service-references';
import { storageReferences } from './storage-references';

/** What dangles: a reference in the words of its field, and what it should have led to. */
export type Dangling = string;

/** Rule `reference`: nothing that is written names an object, port or key that is not written as well. */
export function checkReferences({ model, clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) => {
    const index = new ClusterIndex(cluster, madeByOthers(model, cluster.cloud));
    return cluster.manifests.flatMap(({ path, manifest }) =>
      [...objectReferences(index, manifest), ...namespaceReferences(index, manifest)].map((message): Finding => ({
        rule: 'reference',
        severity: 'error',
        resource: resourceName(manifest),
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
    case 'ScaledObject':
    case 'TriggerAuthentication':
    case 'VerticalPodAutoscaler':
      return scalingReferences(index, manifest);
    case 'PodDisruptionBudget':
      return selectorReferences(index, manifest, value(manifest, 'spec', 'selector'));
    case 'PodMonitor':
    case 'ServiceMonitor':
      return monitorReferences(index, manifest);
    case 'ExternalSecret':
      return externalSecretReferences(index, manifest);
    case 'SecretStore':
      return secretStoreReferences(index, manifest);
    case 'PersistentVolumeClaim':
      return storageReferences(index, manifest);
    case 'ClusterRoleBinding':
    case 'RoleBinding':
      return roleReferences(index, manifest);
    case 'AuthorizationPolicy':
    case 'CiliumNetworkPolicy':
    case 'FQDNNetworkPolicy':
    case 'NetworkPolicy':
      return policyReferences(index, manifest);
    case 'Gateway':
    case 'VirtualService':
      return meshReferences(index, manifest);
    case 'ServiceEntry':
    case 'Sidecar':
      return scopeReferences(index, manifest);
    case 'Canary':
    case 'MetricTemplate':
      return flaggerReferences(index, manifest);
    case 'AnalysisTemplate':
      return analysisTemplateReferences(index, manifest);
    default:
      return podReferences(index, manifest);
  }
}

function namespaceReferences(index: ClusterIndex, { metadata }: Manifest): readonly Dangling[] {
  const { namespace } = metadata;
  if (namespace === undefined || ADD_ON_NAMESPACES.includes(namespace)) return [];
  if (index.find('Namespace', '', namespace) !== undefined) return [];
  return [`stands in namespace ${namespace}, which nobody makes`];
}

function selectorReferences(index: ClusterIndex, manifest: Manifest, selector: unknown): readonly Dangling[] {
  return index.selected(namespaceOf(manifest), selector).length > 0 ? [] : ['selects no pods'];
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
