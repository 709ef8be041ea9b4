import type { Priority } from '../priority';
import type { Permission } from '../service-identity';
import type { ApiRule } from './api-access';
import type { ContainerFields, InitContainer, RunAs, Sidecar } from './container';
import type { Disruption } from './disruption';
import type { HostAccess } from './host-access';
import type { Placement } from './placement';
import type { Ports } from './port';
import type { Probes } from './probe';
import type { Rollout } from './rollout';
import type { Autoscaling, Replicas, VerticalScaling } from './scaling';
import type { Telemetry } from './telemetry';
import type { ConfigSpec, StorageSpec, VolumeSpec } from './volume';

/** What every kind of workload has. `Image` is how images are told: as data of a system, or as a reference. */
export interface WorkloadSpecBase<Image> extends ContainerFields {
  /**
   * Ports by name.
   *
   * @default {}
   */
  readonly ports?: Ports;
  /** @default - no files */
  readonly config?: ConfigSpec;
  /**
   * Environment variables kept in a ConfigMap, which every container of the pod gets.
   *
   * @default {}
   */
  readonly configEnv?: Readonly<Record<string, string>>;
  /**
   * Volumes by name.
   *
   * @default {}
   */
  readonly volumes?: Readonly<Record<string, VolumeSpec>>;
  /**
   * Containers that run to their end before the main one starts, one after the other, by name.
   *
   * @default {}
   */
  readonly initContainers?: Readonly<Record<string, InitContainer<Image>>>;
  /**
   * Containers that run beside the main one, by name. They start after all init containers.
   *
   * @default {}
   */
  readonly sidecars?: Readonly<Record<string, Sidecar<Image>>>;
  readonly runAs: RunAs;
  /** @default - no probes; the pod counts as ready when its container runs */
  readonly probes?: Probes;
  /** @default - any nodes without taints, replicas spread over zones and nodes */
  readonly placement?: Placement;
  /** @default - that of pods without a class */
  readonly priority?: Priority;
  /** @default - nothing is scraped or traced */
  readonly telemetry?: Telemetry;
  /**
   * What the workload may do in the cloud, as an identity of its own.
   *
   * @default [] - it has no identity in the cloud
   */
  readonly permissions?: readonly Permission[];
  /**
   * What the workload may do through the Kubernetes API. Without rules it has no token and no way to the API server.
   *
   * @default []
   */
  readonly apiAccess?: readonly ApiRule[];
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
   * @default 5; 0 for a Job and a CronJob, which nobody calls
   */
  readonly preStopSeconds?: number;
}

/** What workloads have whose number of pods is chosen. */
interface ReplicatedSpec<Image> extends WorkloadSpecBase<Image> {
  /** @default 1 */
  readonly replicas?: Replicas;
  /** @default - one pod may be missing while nodes are drained */
  readonly disruption?: Disruption;
  /** @default - pods keep the size that they were given */
  readonly verticalScaling?: VerticalScaling;
}

/** Replaceable pods that keep nothing of their own. */
export interface DeploymentSpec<Image = string> extends ReplicatedSpec<Image> {
  /** @default 'Deployment' */
  readonly kind?: 'Deployment';
  /**
   * What an autoscaler follows; used where `replicas` has bounds.
   *
   * @default - 70 % of CPU, 80 % of memory
   */
  readonly autoscaling?: Autoscaling;
  /** @default - a rolling update: one pod more, none fewer */
  readonly rollout?: Rollout;
}

/** Members that decide by majority. */
export interface Quorum<Image> {
  /** Port by which members know each other; a member's host name and this port are its address. */
  readonly port: string;
  /**
   * A container that runs before each member, and finds the addresses of all in `QUORUM_MEMBERS`, their number in
   * `QUORUM_SIZE`, and its own name in `POD_NAME`.
   *
   * @default - members find each other by themselves; they have the same variables
   */
  readonly bootstrap?: InitContainer<Image>;
}

/** Pods with a name and volumes of their own. */
export interface StatefulSetSpec<Image = string> extends ReplicatedSpec<Image> {
  readonly kind: 'StatefulSet';
  /** Volumes of each replica, by name; they outlive it. */
  readonly storage: Readonly<Record<string, StorageSpec>>;
  /**
   * What an autoscaler follows; used where `replicas` has bounds, which a quorum never has.
   *
   * @default - 70 % of CPU, 80 % of memory
   */
  readonly autoscaling?: Autoscaling;
  /**
   * Whether pods start and end one after the other, or all at once.
   *
   * @default 'OrderedReady'
   */
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
  /**
   * What becomes of volumes when the set is deleted, or made smaller.
   *
   * @default - both are retained
   */
  readonly storageRetention?: {
    readonly whenDeleted?: 'Retain' | 'Delete';
    readonly whenScaled?: 'Retain' | 'Delete';
  };
  /**
   * That the replicas decide by majority: their number is odd, and a majority stays while nodes are drained.
   *
   * @default - each replica stands for itself
   */
  readonly quorum?: Quorum<Image>;
}

/** A pod on every node. */
export interface DaemonSetSpec<Image = string> extends WorkloadSpecBase<Image> {
  readonly kind: 'DaemonSet';
  /**
   * How many nodes may be without their pod during a rollout, or a share of them.
   *
   * @default 1
   */
  readonly maxUnavailable?: number | string;
  /**
   * Whether nodes of all pools get a pod, whatever their taints.
   *
   * @default true
   */
  readonly everyNode?: boolean;
  /** @default - nothing of the node's own: the pod satisfies Pod Security `restricted` */
  readonly host?: HostAccess;
}

/** What a run of a job has. */
interface JobFields {
  /**
   * How many pods have to succeed.
   *
   * @default 1
   */
  readonly completions?: number;
  /**
   * How many pods run at once.
   *
   * @default 1
   */
  readonly parallelism?: number;
  /**
   * How many failures are tried again.
   *
   * @default 3
   */
  readonly backoffLimit?: number;
  /**
   * How long a run may take altogether.
   *
   * @default 3600
   */
  readonly activeDeadlineSeconds?: number;
  /**
   * How long a run is kept after its end, for people to look at. A Job that was deleted is made anew by Argo CD and
   * Flux, and runs again.
   *
   * @default - a Job until its next version takes its place, a CronJob's runs as its history limits say
   */
  readonly ttlSecondsAfterFinished?: number;
  /**
   * Whether a container that failed is started again in its pod.
   *
   * @default 'Never' - a new pod is made, and the failed one kept
   */
  readonly restartPolicy?: 'Never' | 'OnFailure';
}

/** Pods that run to their end, once for each version of the job. */
export interface JobSpec<Image = string> extends WorkloadSpecBase<Image>, JobFields {
  readonly kind: 'Job';
}

/** Pods that run to their end, again and again. */
export interface CronJobSpec<Image = string> extends WorkloadSpecBase<Image>, JobFields {
  readonly kind: 'CronJob';
  /** Cron expression: minute, hour, day of the month, month, day of the week. */
  readonly schedule: string;
  /**
   * Time zone of the schedule, as the IANA names it.
   *
   * @default 'Etc/UTC'
   */
  readonly timeZone?: string;
  /**
   * What happens when the last run has not ended.
   *
   * @default 'Forbid'
   */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /**
   * How late a run may start; later, it is left out.
   *
   * @default 300
   */
  readonly startingDeadlineSeconds?: number;
  /** @default 3 */
  readonly successfulJobsHistoryLimit?: number;
  /** @default 3 */
  readonly failedJobsHistoryLimit?: number;
  /** @default false */
  readonly suspend?: boolean;
}

/** What a workload is made of, apart from its image and its place among other services. */
export type WorkloadSpec<Image = string> =
  DeploymentSpec<Image> | StatefulSetSpec<Image> | DaemonSetSpec<Image> | JobSpec<Image> | CronJobSpec<Image>;

/** Kinds of workloads. */
export type WorkloadKind = NonNullable<WorkloadSpec['kind']>;

/** Kind of a workload; a Deployment where it does not say. */
export function kindOf({ kind }: { readonly kind?: WorkloadKind }): WorkloadKind {
  return kind ?? 'Deployment';
}

/** Number of pods of a workload, where it has one: not of a DaemonSet, a Job or a CronJob. */
export function replicasOf(spec: WorkloadSpec<unknown>): Replicas | undefined {
  return 'replicas' in spec ? spec.replicas : undefined;
}
