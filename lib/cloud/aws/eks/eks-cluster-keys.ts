import type { Construct } from 'constructs';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import type { PrincipalStatement } from '../iam/policy-document';
import { logGroupKeyStatement } from '../keys/key-statements';
import { KmsKey } from '../keys/kms-key';
import { clusterKeyAlias, controlPlaneLogGroupName, volumesKeyAlias } from '../names';

/** Of which cluster a key is. */
interface KeyOwner extends AwsConstructProps, AwsPlace {
  readonly clusterName: string;
}

/** Key of what Kubernetes stores, and of the control plane's logs. */
export function addClusterKey(scope: Construct, { provider, account, region, clusterName }: KeyOwner): KmsKey {
  return new KmsKey(scope, 'ClusterKey', {
    ...{ provider, account, region },
    alias: clusterKeyAlias(clusterName),
    description: `What ${clusterName} stores, and the logs of its control plane`,
    statements: [logGroupKeyStatement({ account, region }, controlPlaneLogGroupName(clusterName))],
  });
}

/** Key of the volumes of nodes and pods. */
export function addVolumesKey(
  scope: Construct,
  { provider, account, region, clusterName }: KeyOwner,
  statements: readonly PrincipalStatement[],
): KmsKey {
  return new KmsKey(scope, 'VolumesKey', {
    ...{ provider, account, region },
    alias: volumesKeyAlias(clusterName),
    description: `Volumes of the nodes and pods of ${clusterName}`,
    statements,
  });
}
