import type { StorageClassName } from '../cluster';
import type { SecretRef } from '../secret-ref';
import type { Probes } from './probe';
import type { Autoscaling, Replicas } from './scaling';

/** A port that a service listens on. */
export interface PortSpec {
  /** Port the container listens on. */
  readonly containerPort: number;
  /**
   * Port of the Kubernetes Service.
   *
   * @default - the container's port
   */
  readonly servicePort?: number;
  /**
   * What is spoken on it; the mesh and the metrics depend on it.
   *
   * @default 'tcp'
   */
  readonly protocol?: 'http' | 'grpc' | 'tcp';
}

/** CPU and memory as Kubernetes writes them. */
export interface ResourceAmounts {
  readonly cpu: string;
  readonly memory: string;
}

/** What a container is promised, and what it may use at most. */
export interface ResourceSpec {
  readonly requests: ResourceAmounts;
  readonly limits: ResourceAmounts;
}

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

/** A volume of its own for each replica of a StatefulSet. */
export interface StorageSpec {
  readonly mountPath: string;
  /** Size as Kubernetes writes it, such as `20Gi`. */
  readonly size: string;
  /** @default 'standard-ssd' */
  readonly storageClass?: StorageClassName;
}

/** Where a service publishes metrics for Prometheus. */
export interface MetricsSpec {
  /** Name of the port. */
  readonly port: string;
  /** @default '/metrics' */
  readonly path?: string;
  /** @default 30 */
  readonly intervalSeconds?: number;
  /** @default 10 */
  readonly timeoutSeconds?: number;
}

/** User and group that a container runs as; never root. */
export interface RunAs {
  readonly user: number;
  /** @default - the user's number */
  readonly group?: number;
}

/** What every kind of workload has. */
export interface WorkloadSpecBase {
  /** @default - the image's own */
  readonly command?: readonly string[];
  /** @default - the image's own */
  readonly args?: readonly string[];
  /** Ports by name. */
  readonly ports: Readonly<Record<string, PortSpec>>;
  /** @default {} */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Environment variables that hold secrets.
   *
   * @default {}
   */
  readonly secretEnv?: Readonly<Record<string, SecretRef>>;
  /** @default - no files */
  readonly config?: ConfigSpec;
  /**
   * Folders that the container may write to and that vanish with the pod. The rest of its file system is read-only.
   *
   * @default []
   */
  readonly scratch?: readonly string[];
  readonly resources: ResourceSpec;
  /** @default - no probes; the pod counts as ready when its container runs */
  readonly probes?: Probes;
  readonly runAs: RunAs;
  /** @default 1 */
  readonly replicas?: Replicas;
  /**
   * What an autoscaler follows; used where `replicas` has bounds.
   *
   * @default - 70 % of CPU, 80 % of memory
   */
  readonly autoscaling?: Autoscaling;
  /** @default - nothing is scraped */
  readonly metrics?: MetricsSpec;
  /**
   * How long a pod may take to end after it was told to.
   *
   * @default 60
   */
  readonly terminationGracePeriodSeconds?: number;
  /**
   * How long a pod goes on serving after it was told to end, while load balancers forget it. The image needs the
   * command `sleep`; 0 does without.
   *
   * @default 5
   */
  readonly preStopSeconds?: number;
}

/** Replaceable pods that keep nothing. */
export interface DeploymentSpec extends WorkloadSpecBase {
  /** @default 'Deployment' */
  readonly kind?: 'Deployment';
}

/** Pods with a name and volumes of their own. */
export interface StatefulSetSpec extends WorkloadSpecBase {
  readonly kind: 'StatefulSet';
  /** Volumes by name. */
  readonly storage: Readonly<Record<string, StorageSpec>>;
}

/** What a workload is made of, apart from its image and its place among other services. */
export type WorkloadSpec = DeploymentSpec | StatefulSetSpec;
