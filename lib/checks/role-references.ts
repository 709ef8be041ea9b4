import type { Manifest } from '../core/manifest';
import type { ClusterIndex } from './cluster-index';
import { list, text } from './output';
import { namespaceOf } from './pods';

/** Roles and service accounts that a binding names and nobody writes; roles of the cluster come with it. */
export function roleReferences(index: ClusterIndex, binding: Manifest): readonly string[] {
  return [...role(index, binding), ...subjects(index, binding)];
}

function role(index: ClusterIndex, binding: Manifest): readonly string[] {
  const kind = text(binding, 'roleRef', 'kind') ?? '';
  const name = text(binding, 'roleRef', 'name') ?? '';
  if (kind !== 'Role' || index.find(kind, namespaceOf(binding), name) !== undefined) return [];
  return [`gives Role ${name}, which is not written`];
}

function subjects(index: ClusterIndex, binding: Manifest): readonly string[] {
  return list(binding, 'subjects').flatMap((subject) => {
    if (text(subject, 'kind') !== 'ServiceAccount') return [];
    const name = text(subject, 'name') ?? '';
    const namespace = text(subject, 'namespace');
    if (namespace === undefined) return [`names service account ${name} without its namespace`];
    if (!index.hasPods(namespace) || index.find('ServiceAccount', namespace, name) !== undefined) return [];
    return [`is for service account ${namespace}/${name}, which is not written`];
  });
}
