import type { IEksCluster } from '../../eks/eks-cluster-ref';

/** Where a controller runs, if not where its own chart puts it. */
export interface ControllerPlacement {
  /**
   * Namespace of the controller.
   *
   * @default - that of `CONTROLLERS`
   */
  readonly namespace?: string;
  /**
   * Service account of the controller.
   *
   * @default - that of `CONTROLLERS`
   */
  readonly serviceAccount?: string;
}

/** What statements for a controller say of its cluster. */
export type ControllerCluster = Pick<IEksCluster, 'account' | 'region' | 'clusterName'>;
