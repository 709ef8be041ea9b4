import type { Cluster, StorageClassName, StorageClassSpec } from '../../core/cluster';
import {
  type AwsScope,
  eksClusterName,
  keyAliasArn,
  registryHost,
  roleArn,
  secretName,
  secretReaderRoleName,
  volumesKeyAlias,
} from './names';

/** Link-local address of the EKS Pod Identity agent, the same on every node of every cluster. */
const POD_IDENTITY_AGENT = { cidr: '169.254.170.23/32', port: 80 } as const;

/** Drivers of EBS volumes: the add-on's, and the one that Auto Mode brings. */
const PROVISIONERS = { standard: 'ebs.csi.aws.com', auto: 'ebs.csi.eks.amazonaws.com' } as const;

/** What an EKS cluster's contract is derived from. */
export interface EksContractProps extends AwsScope {
  /** Key of the cluster in the environment file. */
  readonly name: string;
  /**
   * Whether AWS runs the drivers of volumes, as it does in Auto Mode.
   *
   * @default 'standard'
   */
  readonly mode?: 'standard' | 'auto';
}

/** What manifests may know of an EKS cluster. Nothing here waits for Terraform: every name is ours to choose. */
export function eksContract(props: EksContractProps): Cluster {
  const { system, environment, name, account, region, mode = 'standard' } = props;
  const clusterName = eksClusterName(system, environment, name);
  return {
    name,
    cloud: 'aws',
    location: region,
    clusterName,
    registry: { host: registryHost(props), immutableTags: true },
    storageClasses: storageClasses(PROVISIONERS[mode], keyAliasArn(props, volumesKeyAlias(clusterName))),
    secretStore: {
      kind: 'aws-secrets-manager',
      region,
      roleArn: (namespace) => roleArn(account, secretReaderRoleName(clusterName, namespace)),
      key: (secret) => secretName(system, environment, secret),
    },
    credentialEndpoint: POD_IDENTITY_AGENT,
    // Pod Identity keeps the association on AWS' side, so the service account says nothing of it.
    identityAnnotations: () => ({}),
  };
}

function storageClasses(provisioner: string, kmsKeyId: string): Readonly<Record<StorageClassName, StorageClassSpec>> {
  const gp3 = (
    parameters: { readonly iops: string; readonly throughput: string },
    reclaimPolicy: StorageClassSpec['reclaimPolicy'],
  ): StorageClassSpec => ({
    provisioner,
    parameters: { type: 'gp3', ...parameters, kmsKeyId, encrypted: 'true' },
    reclaimPolicy,
  });
  return {
    'standard-ssd': gp3({ iops: '3000', throughput: '125' }, 'Delete'),
    'fast-ssd': gp3({ iops: '16000', throughput: '1000' }, 'Retain'),
  };
}
