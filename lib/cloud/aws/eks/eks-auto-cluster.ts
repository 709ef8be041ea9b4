import type { Construct } from 'constructs';
import { autoNodeRoleName } from '../names';
import {
  addAutoNodeAccess,
  addAutoNodeRole,
  AUTO_MODE_POLICIES,
  autoMode,
  autoModeStatements,
  type EksAutoModeOptions,
} from './eks-auto-mode';
import { EksClusterBase } from './eks-cluster-base';
import type { EksClusterOptions } from './eks-cluster-options';

/** Properties for `EksAutoCluster`. Node groups, Fargate and Karpenter are not for it: what nodes are like is AWS' business. */
export interface EksAutoClusterProps extends EksClusterOptions, EksAutoModeOptions {}

/**
 * An EKS cluster in Auto Mode: AWS starts, updates and ends the nodes that pods ask for, and runs the network, the
 * drivers of volumes and the load balancer controller. It is as closed and as encrypted as `EksCluster`; a `NodeClass`
 * on the cluster has to name the key and the tags of the machines, see `volumesKey` and `nodeRoleName`.
 *
 * Throws a `ConstructError` where the version, an administrator, a range or anything else cannot work.
 */
export class EksAutoCluster extends EksClusterBase {
  /** Name of the machines' role, for a `NodeClass`; known at synthesis. */
  public readonly nodeRoleName: string;

  constructor(scope: Construct, id: string, props: EksAutoClusterProps) {
    const { clusterName, instanceTags = {} } = props;
    super(scope, id, props, {
      mode: 'auto',
      volumesKeyStatements: [],
      controlPlane: {
        // Auto Mode marks what it makes with the cluster's name, through the tags of its sessions.
        trustedActions: ['sts:AssumeRole', 'sts:TagSession'],
        managedPolicies: AUTO_MODE_POLICIES,
        statements: (volumesKeyArn) => autoModeStatements(props, clusterName, volumesKeyArn, instanceTags),
      },
      compute: (cluster) => {
        const nodeRole = addAutoNodeRole(cluster, props);
        return { attributes: autoMode(props, nodeRole.arn), grants: nodeRole.grants };
      },
    });

    this.nodeRoleName = autoNodeRoleName(clusterName);
    addAutoNodeAccess(this, props, this);
  }
}
