import type { Cloud, Cluster } from '../core/cluster';
import type { Finding } from '../core/finding';
import type { ManifestFile } from '../core/manifest';
import type { SystemModel } from '../core/model/system-model';

/** A block of Terraform's JSON syntax. */
export type TerraformBlock = Readonly<Record<string, unknown>>;

/** Blocks by type and name. */
export type TerraformBlocks = Readonly<Record<string, Readonly<Record<string, TerraformBlock>>>>;

/** A stack as Terraform will read it. */
export interface TerraformStack {
  readonly name: string;
  readonly resource: TerraformBlocks;
  readonly data: TerraformBlocks;
  /**
   * Configurations of each provider, by the provider's name.
   *
   * @default - not given, and so not looked at
   */
  readonly provider?: Readonly<Record<string, readonly TerraformBlock[]>>;
}

/** Everything that is written for one cluster. */
export interface ClusterOutput {
  readonly name: string;
  readonly cloud: Cloud;
  /** Whether tags in the registry that the cluster pulls from can never point elsewhere, by registry host. */
  readonly immutableRegistries: readonly string[];
  /** The stack that makes the cluster. */
  readonly stack: string;
  /**
   * Where pods find the API server, the cloud's own APIs and their credentials.
   *
   * @default - in any private range, and at the cloud's usual endpoint
   */
  readonly network?: Pick<
    Cluster,
    'apiServerRanges' | 'apiServerServiceRanges' | 'cloudApiRanges' | 'credentialEndpoint'
  >;
  /**
   * What services call the environment's resources in the cloud by.
   *
   * @default - not known, so that nobody looks whether services may use them
   */
  readonly resources?: Pick<Cluster, 'addresses' | 'secretStore'>;
  readonly manifests: readonly ManifestFile[];
}

/** Everything that is written for one environment: what checks look at. */
export interface EnvironmentOutput {
  readonly model: SystemModel;
  readonly profile: 'development' | 'production';
  readonly clusters: readonly ClusterOutput[];
  readonly stacks: readonly TerraformStack[];
}

/** Looks at what was generated and reports what is wrong with it. */
export type Check = (output: EnvironmentOutput) => readonly Finding[];

/** A resource of a stack with the path that its finding is reported under. */
export interface TerraformResource {
  readonly stack: string;
  readonly type: string;
  readonly id: string;
  readonly path: string;
  readonly block: TerraformBlock;
}

/** Every resource of some stacks, data sources left out. */
export function resources(stacks: readonly TerraformStack[]): readonly TerraformResource[] {
  return stacks.flatMap((stack) =>
    Object.entries(stack.resource).flatMap(([type, blocks]) =>
      Object.entries(blocks).map(([id, block]) => ({
        stack: stack.name,
        type,
        id,
        path: constructPath(block) ?? `${stack.name}/${type}.${id}`,
        block,
      })),
    ),
  );
}

/** Path of the construct that made a block, which cdktf leaves in its metadata. */
function constructPath(block: TerraformBlock): string | undefined {
  const metadata = value(block, '//', 'metadata', 'path');
  return typeof metadata === 'string' ? metadata : undefined;
}

/** What lies under a path of keys, or undefined; a list with one element is looked through, as Terraform does. */
export function value(from: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((at, key) => {
    const inner: unknown = Array.isArray(at) && at.length === 1 ? at[0] : at;
    return isRecord(inner) ? inner[key] : undefined;
  }, from);
}

/** What lies under a path of keys as a list: empty where there is nothing, single where it is no list. */
export function list(from: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = value(from, ...keys);
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? found : [found];
}

/** What lies under a path of keys as text, or undefined. */
export function text(from: unknown, ...keys: readonly string[]): string | undefined {
  const found = value(from, ...keys);
  return typeof found === 'string' ? found : undefined;
}

/** What lies under a path of keys as text where it is a text or a number, as Kubernetes writes quantities. */
export function scalar(from: unknown, ...keys: readonly string[]): string | undefined {
  const found = value(from, ...keys);
  return typeof found === 'number' ? String(found) : text({ found }, 'found');
}

/** A map of texts under a path of keys; what is no text is left out. */
export function texts(from: unknown, ...keys: readonly string[]): Readonly<Record<string, string>> {
  const found = value(from, ...keys);
  if (!isRecord(found)) return {};
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

export function isRecord(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}
