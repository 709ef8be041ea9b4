import type { Finding } from '../core/finding';
import type { Manifest } from '../core/manifest';
import { list, text, value, type ClusterOutput, type EnvironmentOutput } from './output';
import { namespaceOf, pods, type Pods } from './pods';

const BINDING_KINDS = ['ClusterRoleBinding', 'RoleBinding'];

/** Rule `token`: a token of the Kubernetes API is mounted where a binding gives it rights, and nowhere else. */
export function checkTokens({ clusters }: EnvironmentOutput): readonly Finding[] {
  return clusters.flatMap((cluster) => [
    ...pods(cluster.manifests).flatMap((pod) => podFindings(cluster, pod)),
    ...cluster.manifests.flatMap(({ path, manifest }) => accountFindings(cluster, path, manifest)),
  ]);
}

/** Whether pods find a token of their service account: by their own word, else the account's, else by default. */
export function mountsToken({ manifests }: ClusterOutput, { spec, namespace }: Pods): boolean {
  const account = manifests.find(
    ({ manifest }) =>
      manifest.kind === 'ServiceAccount' &&
      namespaceOf(manifest) === namespace &&
      manifest.metadata.name === accountOf(spec),
  )?.manifest;
  const mounted = value(spec, 'automountServiceAccountToken') ?? value(account, 'automountServiceAccountToken') ?? true;
  return mounted === true || projectsToken(spec);
}

/** A token for an audience of its own is somebody else's to read, such as the mesh's or the cloud's. */
function projectsToken(spec: unknown): boolean {
  return list(spec, 'volumes')
    .flatMap((volume) => list(volume, 'projected', 'sources'))
    .some((source) => {
      const token = value(source, 'serviceAccountToken');
      return token !== undefined && value(token, 'audience') === undefined;
    });
}

function podFindings(cluster: ClusterOutput, pod: Pods): readonly Finding[] {
  const account = accountOf(pod.spec);
  if (!mountsToken(cluster, pod) || isBound(cluster, pod.namespace, account)) return [];
  const message = `mounts a token of service account ${account}, which no binding gives any rights`;
  const remedy = 'set automountServiceAccountToken to false, or say in apiAccess what it is for';
  return [{ rule: 'token', severity: 'error', resource: pod.name, path: pod.file.path, message, remedy }];
}

function accountFindings(cluster: ClusterOutput, path: string, manifest: Manifest): readonly Finding[] {
  const { name } = manifest.metadata;
  if (manifest.kind !== 'ServiceAccount' || value(manifest, 'automountServiceAccountToken') === false) return [];
  if (isBound(cluster, namespaceOf(manifest), name)) return [];
  const message = 'gives its token to every pod that does not refuse it, and no binding gives it any rights';
  const remedy = 'set automountServiceAccountToken to false';
  return [{ rule: 'token', severity: 'error', resource: name, path, message, remedy }];
}

function isBound({ manifests }: ClusterOutput, namespace: string, account: string): boolean {
  return manifests.some(
    ({ manifest }) =>
      BINDING_KINDS.includes(manifest.kind) &&
      list(manifest, 'subjects').some(
        (subject) =>
          text(subject, 'kind') === 'ServiceAccount' &&
          text(subject, 'name') === account &&
          text(subject, 'namespace') === namespace,
      ),
  );
}

function accountOf(spec: unknown): string {
  return text(spec, 'serviceAccountName') ?? 'default';
}
