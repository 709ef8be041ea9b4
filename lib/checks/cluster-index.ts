import type { Manifest, ManifestFile } from '../core/manifest';
import { canaryServices, isCanary, primaries } from './flagger';
import { NOTHING, type MadeByOthers } from './made-by-others';
import { list, text, texts, value, type ClusterOutput } from './output';
import { namespaceOf, pods, type Pods } from './pods';
import { matchesSelector } from './selectors';

/** The objects of a cluster, to look references up in: those we write, and those that Flagger makes of them. */
export class ClusterIndex {
  /** Pods of every controller. */
  public readonly pods: readonly Pods[];
  /** Services that Flagger makes. */
  public readonly canaryServices: readonly Manifest[];
  private readonly byKey: ReadonlyMap<string, Manifest>;
  /** Keys of each Kubernetes Secret that an ExternalSecret makes, by namespace and name. */
  private readonly secrets: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(
    { manifests }: Pick<ClusterOutput, 'manifests'>,
    private readonly others: MadeByOthers = NOTHING,
  ) {
    const objects = manifests.map(({ manifest }) => manifest);
    this.pods = [...pods(manifests), ...primaries(manifests)];
    this.canaryServices = objects.filter(isCanary).flatMap((canary) => canaryServices(manifests, canary));
    this.byKey = new Map([...this.canaryServices, ...objects].map((manifest) => [keyOf(manifest), manifest]));
    this.secrets = new Map(manifests.flatMap(externalSecret));
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
    if (keys !== undefined && (key === undefined || keys.has(key))) return true;
    const wanted = `${namespace}/${name}/${key ?? ''}`;
    return this.others.secretKeys.some((made) => (key === undefined ? made.startsWith(wanted) : made === wanted));
  }

  /** Whether a claim is made in a namespace. */
  public hasClaim(namespace: string, name: string): boolean {
    const found = this.find('PersistentVolumeClaim', namespace, name);
    return found !== undefined || this.others.claims.includes(`${namespace}/${name}`);
  }

  /** Whether pods can run in a runtime. */
  public hasRuntimeClass(name: string): boolean {
    return this.find('RuntimeClass', '', name) !== undefined || this.others.runtimeClasses.includes(name);
  }

  /** Whether we write any pods of a namespace: of those that we do not, nothing is known. */
  public hasPods(namespace: string): boolean {
    return this.pods.some((pod) => pod.namespace === namespace);
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
