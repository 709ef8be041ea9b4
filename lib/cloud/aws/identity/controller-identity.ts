import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import type { IEksCluster } from '../eks/eks-cluster-ref';
import { type ControllerGrant, controllerRefusals, controllerStatements } from './controllers/controller-grant';
import { CONTROLLERS } from './controllers/controllers';
import { PodIdentity } from './pod-identity';

export type { ControllerGrant };

/** Properties for `ControllerIdentity`. */
export interface ControllerIdentityProps extends AwsConstructProps {
  /** Cluster that the controller runs on, and in whose account and region it works. */
  readonly cluster: IEksCluster;
  /** Which controller, and what it works on. */
  readonly controller: ControllerGrant;
  /**
   * ARN of a policy that bounds what the role may ever do, whatever else allows it.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/**
 * The identity of a controller of the platform, such as external-dns: the role `<cluster>-<kind>`, with what that
 * controller needs on the resources that are named, and no more.
 *
 * Throws a `ConstructError` where a zone, a bucket or another resource is none.
 */
export class ControllerIdentity extends Construct {
  public readonly roleArn: string;
  /** Namespace that the controller has to run in. */
  public readonly namespace: string;
  /** Service account that the controller has to run as. */
  public readonly serviceAccount: string;
  /** What has to exist before the controller can use the identity. */
  public readonly grants: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ControllerIdentityProps) {
    super(scope, id);
    const { provider, cluster, controller, permissionsBoundaryArn } = props;
    refuse(this.node.path, controllerRefusals(controller));

    const usual = CONTROLLERS[controller.kind];
    this.namespace = controller.namespace ?? usual.namespace;
    this.serviceAccount = controller.serviceAccount ?? usual.serviceAccount;
    const pod = new PodIdentity(this, 'Resource', {
      ...{ provider, cluster, permissionsBoundaryArn },
      name: controller.kind,
      namespace: this.namespace,
      serviceAccount: this.serviceAccount,
      statements: controllerStatements(cluster, controller),
    });

    this.roleArn = pod.roleArn;
    this.grants = pod.grants;
  }
}
