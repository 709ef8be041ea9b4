import { PRIVATE_RANGES } from '../../core/cidr';
import type { Cluster, ClusterNodes, StorageClassSpec, StorageClassSpecs } from '../../core/cluster';
import { awsApiHosts } from './api-hosts';
import {
  type AwsScope,
  bucketName,
  eksClusterName,
  keyAliasArn,
  queueName,
  registryHost,
  roleArn,
  secretName,
  secretReaderRoleName,
  topicArn,
  topicName,
  volumesKeyAlias,
} from './names';

/** Link-local address of the EKS Pod Identity agent, the same on every node of every cluster. */
const POD_IDENTITY_AGENT = { cidr: '169.254.170.23/32', port: 80 } as const;

/**
 * First addresses of the ranges that EKS chooses from for Services, which the Service `kubernetes` has.
 * https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html
 */
const API_SERVER_SERVICES = ['10.100.0.1/32', '172.20.0.1/32'];

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
  /** @default - pools that nobody described; in Auto Mode, nodes that EKS makes */
  readonly nodes?: ClusterNodes;
  /**
   * Ranges of the VPC, where the API server and endpoints of AWS' services have their addresses.
   *
   * @default - every private range
   */
  readonly vpcRanges?: readonly string[];
  /**
   * Whether Cilium enforces network policies on the cluster.
   *
   * @default false
   */
  readonly cilium?: boolean;
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
    environment,
    registry: { host: registryHost(props), immutableTags: true },
    nodes: props.nodes ?? (mode === 'auto' ? { kind: 'auto-mode' } : { kind: 'pools', pools: {} }),
    storageClasses: storageClasses(PROVISIONERS[mode], keyAliasArn(props, volumesKeyAlias(clusterName))),
    secretStore: {
      kind: 'aws-secrets-manager',
      region,
      roleArn: (namespace) => roleArn(account, secretReaderRoleName(clusterName, namespace)),
      key: (secret) => secretName(system, environment, secret),
    },
    addresses: {
      bucket: (bucket) => bucketName(props, bucket),
      queue: (queue) => ({
        kind: 'sqs',
        url: `https://sqs.${region}.amazonaws.com/${account}/${queueName(system, environment, queue)}`,
        region,
      }),
      topic: (topic) => topicArn(props, topicName(system, environment, topic)),
    },
    credentialEndpoint: POD_IDENTITY_AGENT,
    apiServerRanges: props.vpcRanges ?? PRIVATE_RANGES,
    apiServerServiceRanges: API_SERVER_SERVICES,
    cloudApiRanges: props.vpcRanges ?? PRIVATE_RANGES,
    cloudApiHosts: (permission) => awsApiHosts(region, permission),
    ...(props.cilium === true ? { fqdnPolicies: 'cilium' } : {}),
    // Pod Identity keeps the association on AWS' side, so the service account says nothing of it.
    identityAnnotations: () => ({}),
  };
}

function storageClasses(provisioner: string, kmsKeyId: string): StorageClassSpecs {
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
