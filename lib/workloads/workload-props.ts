import type { SecretStore } from '../core/cluster';
import type { DeploymentSpec, StatefulSetSpec } from '../core/model/workload-spec';
import type { Mesh } from '../platform/mesh/mesh';

interface WorkloadPlace {
  /** Full reference of the image: `host/name:tag`. */
  readonly image: string;
  /** @default - the chart's namespace */
  readonly namespace?: string;
  /**
   * Name of the system that the workload belongs to; it becomes a label.
   *
   * @default - the namespace's name
   */
  readonly system?: string;
  /**
   * Name of the Kubernetes Secret with the credentials for pulling the image.
   *
   * @default - the nodes' own identity may pull
   */
  readonly pullSecret?: string;
  /**
   * Store that `secretEnv` is read from; its namespace needs a `SecretStore`.
   *
   * @default - `secretEnv` is refused
   */
  readonly secretStore?: SecretStore;
  /**
   * Mesh that the workload takes part in.
   *
   * @default - connections are guarded by network policies alone
   */
  readonly mesh?: Mesh;
}

/** Properties for `Workload`. */
export type WorkloadProps = (DeploymentSpec & WorkloadPlace) | (StatefulSetSpec & WorkloadPlace);

/** A workload's properties with its names settled: what its parts are built from. */
export type WorkloadContext = WorkloadProps & {
  readonly name: string;
  readonly namespace: string;
  readonly system: string;
  /** Labels of every object of the workload. */
  readonly labels: Readonly<Record<string, string>>;
  /** Labels that select its pods; never changed once deployed, for selectors are immutable. */
  readonly selector: Readonly<Record<string, string>>;
};

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
