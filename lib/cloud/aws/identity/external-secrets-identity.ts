import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import type { ServiceIdentity } from '../../../core/service-identity';
import type { AwsConstructProps } from '../aws-construct';
import type { IEksCluster } from '../eks/eks-cluster-ref';
import { EXTERNAL_SECRETS, roleArn, secretReaderRoleName } from '../names';
import { PodIdentity } from './pod-identity';
import { SecretReaderRole } from './secret-reader';

/** Properties for `ExternalSecretsIdentity`. */
export interface ExternalSecretsIdentityProps extends AwsConstructProps {
  readonly system: string;
  readonly environment: string;
  readonly cluster: IEksCluster;
  /** Who reads secrets, one identity for a namespace: see `secretReaders`. */
  readonly readers: readonly ServiceIdentity[];
}

/**
 * The identity of the External Secrets controller, and the roles in which it reads. By itself the controller may
 * read nothing; it may assume exactly the readers' roles, and they trust it alone.
 *
 * Throws a `ConstructError` where there is no reader, or two share a namespace.
 */
export class ExternalSecretsIdentity extends Construct {
  public readonly roleArn: string;

  constructor(scope: Construct, id: string, props: ExternalSecretsIdentityProps) {
    super(scope, id);
    const { provider, cluster, readers, system, environment } = props;
    refuseReaders(this.node.path, readers);

    const controller = new PodIdentity(this, 'Controller', {
      provider,
      cluster,
      name: 'external-secrets',
      ...EXTERNAL_SECRETS,
      statements: [
        {
          sid: 'AssumeReaders',
          actions: ['sts:AssumeRole', 'sts:TagSession'],
          resources: readers.map(({ namespace }) =>
            roleArn(cluster.account, secretReaderRoleName(cluster.clusterName, namespace)),
          ),
        },
      ],
    });
    for (const identity of readers) {
      new SecretReaderRole(this, `reader-${identity.namespace}`, {
        ...{ provider, cluster, system, environment, identity },
        controllerRoleArn: controller.roleArn,
      });
    }

    this.roleArn = controller.roleArn;
  }
}

function refuseReaders(path: string, readers: readonly ServiceIdentity[]): void {
  const property = 'readers';
  const namespaces = readers.map(({ namespace }) => namespace);
  const remedy = 'leave the identity out where nobody reads secrets';
  refuse(path, [
    readers.length === 0 ? { property, rule: 'must name one reader at least', got: readers, remedy } : undefined,
    ...namespaces
      .filter((namespace, index) => namespaces.indexOf(namespace) !== index)
      .map((got) => ({ property, rule: 'must hold one identity for a namespace', got })),
  ]);
}
