import type { StorageClassName } from '../cluster';
import type { SecretSource } from '../secret-ref';

/** Files that come with the service and hold no secret; a change of one restarts the pods. */
export interface ConfigSpec {
  /** Folder the files are mounted in, read-only. */
  readonly mountPath: string;
  /** Content by file name. */
  readonly files: Readonly<Record<string, string>>;
  /**
   * The one file to mount, at `mountPath` itself, where the folder holds other things.
   *
   * @default - the whole folder
   */
  readonly subPath?: string;
}

/** A disk: how large and of which class. */
export interface DiskSpec {
  /** Size as Kubernetes writes it, such as `20Gi`. */
  readonly size: string;
  /** @default 'standard-ssd' */
  readonly storageClass?: StorageClassName;
}

/** A volume of its own for each replica of a StatefulSet. */
export interface StorageSpec extends DiskSpec {
  readonly mountPath: string;
}

/** Where a volume's content comes from, and how long it lives. */
export type VolumeSource =
  /** Vanishes with the pod; a pod that outgrows it is evicted. In memory it counts towards the container's limit. */
  | { readonly emptyDir: { readonly sizeLimit: string; readonly medium?: 'Memory' } }
  /** A disk that vanishes with the pod, for more than nodes have room for. */
  | { readonly ephemeral: DiskSpec }
  /** A disk that all pods share and that outlives them: of the class `shared`, or of a single pod. */
  | { readonly claim: DiskSpec }
  /** A claim that somebody else made. */
  | { readonly existingClaim: string }
  /** Secrets as files, by file name. */
  | { readonly secretFiles: Readonly<Record<string, SecretSource>> };

/** A volume of a pod, and where the main container finds it. */
export type VolumeSpec = VolumeSource & {
  readonly mountPath: string;
  /** @default false; secrets always are */
  readonly readOnly?: boolean;
};
