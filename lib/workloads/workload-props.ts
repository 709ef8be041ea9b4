import type { Cluster } from '../core/cluster';
import type { Ports } from '../core/model/port';
import type { WorkloadSpec } from '../core/model/workload-spec';
import type { Mesh } from '../platform/mesh/mesh';
import type { SplitRoutes } from '../platform/mesh/traffic-split';

interface WorkloadPlace {
  /** Full reference of the image: `host/name:tag`. */
  readonly image: string;
  /**
   * When a node pulls the image.
   *
   * @default - once where the image is named by its digest, else at every start
   */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent';
  /**
   * Name of the Kubernetes Secret with the credentials for pulling the image.
   *
   * @default - the nodes' own identity may pull
   */
  readonly pullSecret?: string;
  /**
   * Full reference of an image with kubectl, which changes the disruption budget at the times of its schedule.
   *
   * @default - Kubernetes' own, from its public registry
   */
  readonly kubectlImage?: string;
  /** @default - the chart's namespace */
  readonly namespace?: string;
  /**
   * Name of the system that the workload belongs to; it becomes a label.
   *
   * @default - the namespace's name
   */
  readonly system?: string;
  /**
   * Cluster that the workload runs on. Secrets of the store, cloud permissions, pools, GPUs and queues are told by
   * its contract.
   *
   * @default - what needs a contract is refused
   */
  readonly cluster?: Cluster;
  /**
   * Mesh that the workload takes part in.
   *
   * @default - connections are guarded by network policies alone
   */
  readonly mesh?: Mesh;
  /**
   * Routes of the mesh's gateway over which requests come from outside, to be shared out during a canary.
   *
   * @default - a canary gets its share of the calls inside the mesh only
   */
  readonly gatewayRoutes?: readonly SplitRoutes[];
}

/** Properties for `Workload`. */
export type WorkloadProps = WorkloadSpec & WorkloadPlace;

/** A workload's properties with its names settled: what its parts are built from. */
export type WorkloadContext = WorkloadProps & {
  readonly name: string;
  readonly namespace: string;
  readonly system: string;
  readonly ports: Ports;
  /** Labels of every object of the workload. */
  readonly labels: Readonly<Record<string, string>>;
  /** Labels that select its pods; never changed once deployed, for selectors are immutable. */
  readonly selector: Readonly<Record<string, string>>;
};

/** The context of one kind of workload. */
export type ContextOf<Kind extends NonNullable<WorkloadProps['kind']>> = Extract<
  WorkloadContext,
  { readonly kind?: Kind }
>;

/** Name, namespace and labels of an object of the workload. */
export interface ObjectMetadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Record<string, string>;
}

/** Metadata of an object of the workload; its name is the workload's unless another is given. */
export function objectMetadata(context: WorkloadContext, name = context.name): ObjectMetadata {
  return { name, namespace: context.namespace, labels: { ...context.labels } };
}
