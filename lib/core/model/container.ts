import type { SecretSource } from '../secret-ref';
import type { Ports } from './port';
import type { Probes } from './probe';
import type { ResourceSpec } from './resources';

/** User and group that a container runs as. */
export interface RunAs {
  /** Number of the user; 0, which is root, is for a DaemonSet that says so in `host`. */
  readonly user: number;
  /** @default - the user's number */
  readonly group?: number;
}

/** What a pod knows of itself, as the downward API names it. */
export type PodField =
  | 'metadata.name'
  | 'metadata.namespace'
  | 'metadata.uid'
  | `metadata.labels['${string}']`
  | `metadata.annotations['${string}']`
  | 'spec.nodeName'
  | 'spec.serviceAccountName'
  | 'status.hostIP'
  | 'status.podIP'
  | 'limits.cpu'
  | 'limits.memory'
  | 'requests.cpu'
  | 'requests.memory';

/** What every container has. */
export interface ContainerFields {
  /** @default - the image's own */
  readonly command?: readonly string[];
  /** @default - the image's own */
  readonly args?: readonly string[];
  /** @default {} */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Environment variables that hold what the pod knows of itself only when it runs: `{ POD_IP: 'status.podIP' }`.
   *
   * @default {}
   */
  readonly fieldEnv?: Readonly<Record<string, PodField>>;
  /**
   * Environment variables that hold secrets.
   *
   * @default {}
   */
  readonly secretEnv?: Readonly<Record<string, SecretSource>>;
  /**
   * Folders that the container may write to and that vanish with the pod. The rest of its file system is read-only.
   *
   * @default []
   */
  readonly scratch?: readonly string[];
  readonly resources: ResourceSpec;
}

/** A container beside the main one. It sees no volume but those it mounts. */
export interface ExtraContainer<Image> extends ContainerFields {
  /** @default - the main container's image */
  readonly image?: Image;
  /**
   * Where it finds volumes of the workload, by their names in `volumes` and `storage`; `config` is its files.
   *
   * @default {}
   */
  readonly mounts?: Readonly<Record<string, string>>;
  /** @default - the main container's */
  readonly runAs?: RunAs;
}

/** A container that runs to its end before the main one starts. */
export type InitContainer<Image> = ExtraContainer<Image>;

/** A container that starts before the main one and ends after it, as Kubernetes' own sidecars do. */
export interface Sidecar<Image> extends ExtraContainer<Image> {
  /**
   * Ports by name, apart from the main container's.
   *
   * @default {}
   */
  readonly ports?: Ports;
  /**
   * A startup probe holds back the main container, and what comes after this one.
   *
   * @default - no probes
   */
  readonly probes?: Probes;
}
