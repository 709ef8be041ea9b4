import type { ClusterIndex } from './cluster-index';
import { list, text, texts, value } from './output';
import type { Pods } from './pods';

/** What a container is configured from: a ConfigMap or a Secret, and one key of it where only one is taken. */
interface Source {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly key?: string;
}

/** What a pod is configured from and nobody writes: ConfigMaps, Secrets, and keys of them. */
export function sourceReferences(index: ClusterIndex, pod: Pods): readonly string[] {
  return [...volumeSources(pod), ...variableSources(pod), ...pullSecrets(pod)]
    .filter((source) => !isWritten(index, pod.namespace, source))
    .map(({ kind, name, key }) => {
      const maker = kind === 'Secret' ? 'nothing makes' : 'is not written';
      return `uses ${key === undefined ? '' : `key ${key} of `}${kind} ${name}, which ${maker}`;
    });
}

function isWritten(index: ClusterIndex, namespace: string, { kind, name, key }: Source): boolean {
  if (kind === 'Secret') return index.hasSecret(namespace, name, key);
  const found = index.find('ConfigMap', namespace, name);
  const keys = Object.keys({ ...texts(found, 'data'), ...texts(found, 'binaryData') });
  return found !== undefined && (key === undefined || keys.includes(key));
}

function volumeSources({ spec, containers }: Pods): readonly Source[] {
  const files = containers.flatMap((container) => list(container, 'volumeMounts'));
  return list(spec, 'volumes').flatMap((volume) => {
    const name = value(volume, 'name');
    // A mount of one file that is not there becomes an empty folder of its name.
    const paths = files.filter((mount) => value(mount, 'name') === name).map((mount) => text(mount, 'subPath'));
    return [
      ...keyed('ConfigMap', text(volume, 'configMap', 'name'), value(volume, 'configMap'), paths),
      ...keyed('Secret', text(volume, 'secret', 'secretName'), value(volume, 'secret'), paths),
      ...list(volume, 'projected', 'sources').flatMap((source) => [
        ...keyed('ConfigMap', text(source, 'configMap', 'name'), value(source, 'configMap')),
        ...keyed('Secret', text(source, 'secret', 'name'), value(source, 'secret')),
      ]),
    ];
  });
}

/** A source and each key that `items` take of it; without items, the keys that are mounted as single files. */
function keyed(
  kind: Source['kind'],
  name: string | undefined,
  from: unknown,
  paths: readonly (string | undefined)[] = [],
): readonly Source[] {
  if (name === undefined || value(from, 'optional') === true) return [];
  const items = list(from, 'items').flatMap((item) => text(item, 'key') ?? []);
  const keys = items.length > 0 ? items : paths.flatMap((path) => path ?? []);
  return keys.length === 0 ? [{ kind, name }] : keys.map((key) => ({ kind, name, key }));
}

function variableSources({ containers }: Pods): readonly Source[] {
  return containers.flatMap((container) => [
    ...list(container, 'envFrom').flatMap((from) => [
      ...keyed('ConfigMap', text(from, 'configMapRef', 'name'), value(from, 'configMapRef')),
      ...keyed('Secret', text(from, 'secretRef', 'name'), value(from, 'secretRef')),
    ]),
    ...list(container, 'env').flatMap((variable) => [
      ...variableSource('ConfigMap', value(variable, 'valueFrom', 'configMapKeyRef')),
      ...variableSource('Secret', value(variable, 'valueFrom', 'secretKeyRef')),
    ]),
  ]);
}

function variableSource(kind: Source['kind'], ref: unknown): readonly Source[] {
  const name = text(ref, 'name');
  return name === undefined || value(ref, 'optional') === true ? [] : [{ kind, name, key: text(ref, 'key') ?? '' }];
}

function pullSecrets({ spec }: Pods): readonly Source[] {
  return list(spec, 'imagePullSecrets').flatMap((secret) => {
    const name = text(secret, 'name');
    return name === undefined ? [] : [{ kind: 'Secret', name }];
  });
}
