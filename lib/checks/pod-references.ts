import type { Manifest } from '../core/manifest';
import type { ClusterIndex } from './cluster-index';
import { isRecord, list, text, value } from './output';
import type { Pods } from './pods';

/** What a controller's pods name and nobody writes: accounts, files, secrets, volumes, classes, ports, Services. */
export function podReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  const pod = index.pods.find(({ file }) => file.manifest === manifest);
  if (pod === undefined) return [];
  return [
    ...accountReferences(index, pod),
    ...configReferences(index, pod),
    ...secretReferences(index, pod),
    ...volumeReferences(pod, manifest),
    ...storageReferences(index, manifest),
    ...probeReferences(pod),
    ...governingService(index, pod, manifest),
  ];
}

function accountReferences(index: ClusterIndex, { namespace, spec }: Pods): readonly string[] {
  const account = text(spec, 'serviceAccountName') ?? 'default';
  if (account === 'default' || index.find('ServiceAccount', namespace, account) !== undefined) return [];
  return [`runs as service account ${account}, which is not written`];
}

function configReferences(index: ClusterIndex, { namespace, spec, containers }: Pods): readonly string[] {
  const mounted = list(spec, 'volumes').flatMap((volume) => text(volume, 'configMap', 'name') ?? []);
  const named = containers.flatMap((container) => [
    ...list(container, 'envFrom').flatMap((source) => text(source, 'configMapRef', 'name') ?? []),
    ...list(container, 'env').flatMap((variable) => text(variable, 'valueFrom', 'configMapKeyRef', 'name') ?? []),
  ]);
  return [...mounted, ...named]
    .filter((name) => index.find('ConfigMap', namespace, name) === undefined)
    .map((name) => `uses ConfigMap ${name}, which is not written`);
}

function secretReferences(index: ClusterIndex, { namespace, spec, containers }: Pods): readonly string[] {
  const pull = list(spec, 'imagePullSecrets').flatMap((secret) => text(secret, 'name') ?? []);
  const mounted = list(spec, 'volumes').flatMap((volume) => text(volume, 'secret', 'secretName') ?? []);
  const variables = containers
    .flatMap((container) => list(container, 'env'))
    .map((variable) => value(variable, 'valueFrom', 'secretKeyRef'))
    .filter(isRecord);
  return [
    ...[...pull, ...mounted]
      .filter((name) => !index.hasSecret(namespace, name))
      .map((name) => `uses Secret ${name}, which nothing makes`),
    ...variables
      .filter((ref) => !index.hasSecret(namespace, text(ref, 'name') ?? '', text(ref, 'key')))
      .map((ref) => `uses key ${String(ref['key'])} of Secret ${String(ref['name'])}, which nothing makes`),
  ];
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

function storageReferences(index: ClusterIndex, manifest: Manifest): readonly string[] {
  return list(manifest, 'spec', 'volumeClaimTemplates')
    .map((claim) => text(claim, 'spec', 'storageClassName') ?? '')
    .filter((name) => index.find('StorageClass', '', name) === undefined)
    .map((name) => `claims storage of class ${name}, which is not written`);
}

function probeReferences({ containers }: Pods): readonly string[] {
  return containers.flatMap((container) => {
    const ports = list(container, 'ports').flatMap((port) => [value(port, 'name'), value(port, 'containerPort')]);
    return ['startupProbe', 'readinessProbe', 'livenessProbe'].flatMap((kind) => {
      const port = value(container, kind, 'httpGet', 'port') ?? value(container, kind, 'tcpSocket', 'port');
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
