import type { Manifest, ManifestFile } from '../core/manifest';
import { ciliumSpecs } from './cilium';
import { list } from './output';

/** Kinds of policies that stand above or beside NetworkPolicies, and are not read here. */
const UNREAD_KINDS = [
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'CiliumClusterwideNetworkPolicy',
  'ClusterNetworkPolicy',
];

/** What a CiliumNetworkPolicy may say of pods in the cluster; of these fields, nothing is read. */
const UNREAD_FIELDS = ['ingress', 'ingressDeny', 'egressDeny'];

/** Policies that isolation cannot be judged by: what they open or shut, nobody would see. */
export function unreadPolicies(
  files: readonly ManifestFile[],
): readonly (readonly [resource: string, path: string, message: string])[] {
  return files.flatMap(({ path, manifest }) =>
    unread(manifest).map((what) => [manifest.metadata.name, path, `isolation is not judged by ${what}`] as const),
  );
}

function unread(manifest: Manifest): readonly string[] {
  if (UNREAD_KINDS.includes(manifest.kind)) return [`objects of kind ${manifest.kind}`];
  if (manifest.kind !== 'CiliumNetworkPolicy') return [];
  return UNREAD_FIELDS.filter((field) => ciliumSpecs(manifest).some((spec) => list(spec, field).length > 0)).map(
    (field) => `${field} of a CiliumNetworkPolicy`,
  );
}
