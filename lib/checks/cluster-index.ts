import type { Manifest, ManifestFile } from '../core/manifest';
import { list, text, texts, value, type ClusterOutput } from './output';
import { namespaceOf, pods, type Pods } from './pods';
import { matchesSelector } from './selectors';

/** The objects of a cluster, to look references up in. */
export class ClusterIndex {
  /** Pods of every controller. */
  public readonly pods: readonly Pods[];
  private readonly byKey: ReadonlyMap<string, Manifest>;
  /** Keys of each Kubernetes Secret that an ExternalSecret makes, by namespace and name. */
  private readonly secrets: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(cluster: Pick<ClusterOutput, 'manifests'>) {
    this.pods = pods(cluster.manifests);
    this.byKey = new Map(cluster.manifests.map(({ manifest }) => [keyOf(manifest), manifest]));
    this.secrets = new Map(cluster.manifests.flatMap(externalSecret));
  }

  /** An object by kind, namespace (empty for a cluster-wide kind) and name. */
  public find(kind: string, namespace: string, name: string): Manifest | undefined {
    return this.byKey.get(`${kind}/${namespace}/${name}`);
  }

  /** Every object of a kind in a namespace. */
  public all(kind: string, namespace: string): readonly Manifest[] {
    return [...this.byKey.values()].filter(
      (manifest) => manifest.kind === kind && manifest.metadata.namespace === namespace,
    );
  }

  /** Pods of a namespace that a LabelSelector selects. */
  public selected(namespace: string, selector: unknown): readonly Pods[] {
    return this.pods.filter((pod) => pod.namespace === namespace && matchesSelector(selector, pod.labels));
  }

  /** Whether a Secret is made in a namespace, with a key where one is asked for. */
  public hasSecret(namespace: string, name: string, key?: string): boolean {
    const keys = this.secrets.get(`${namespace}/${name}`);
    return keys !== undefined && (key === undefined || keys.has(key));
  }
}

function keyOf(manifest: Manifest): string {
  return `${manifest.kind}/${manifest.metadata.namespace ?? ''}/${manifest.metadata.name}`;
}

function externalSecret({ manifest }: ManifestFile): readonly (readonly [string, ReadonlySet<string>])[] {
  if (manifest.kind !== 'ExternalSecret') return [];
  const name = text(manifest, 'spec', 'target', 'name') ?? manifest.metadata.name;
  const keys = list(manifest, 'spec', 'data').flatMap((entry) => text(entry, 'secretKey') ?? []);
  const templated = Object.keys(texts(value(manifest, 'spec', 'target', 'template'), 'data'));
  return [[`${namespaceOf(manifest)}/${name}`, new Set([...keys, ...templated])]];
}
