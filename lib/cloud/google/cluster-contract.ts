import { PRIVATE_RANGES } from '../../core/cidr';
import type { Cluster, ClusterNodes, StorageClassSpec } from '../../core/cluster';
import { googleApiHosts } from './api-hosts';
import {
  bucketName,
  clusterKeyId,
  gkeClusterName,
  queueName,
  registryHost,
  secretId,
  serviceAccountEmail,
  topicId,
  topicName,
  workloadServiceAccountId,
  type GoogleScope,
} from './names';

/**
 * On Dataplane V2 a network policy sees the metadata server at its own address and port; clusters without it
 * rewrite the destination to 169.254.169.252:988 first.
 * https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy#network-policy-and-workload-identity
 */
const METADATA_SERVER = { cidr: '169.254.169.254/32', port: 80 } as const;

/** What has to be known to tell what manifests may know of a GKE cluster. */
export interface GkeContractOptions extends GoogleScope {
  /** Key of the cluster in the environment file. */
  readonly name: string;
  /**
   * Zone of a zonal cluster.
   *
   * @default - the cluster is regional
   */
  readonly zone?: string;
  /** @default - pools that nobody described */
  readonly nodes?: ClusterNodes;
  /**
   * Ranges in which the API server's own addresses lie.
   *
   * @default - every private range
   */
  readonly apiServerRanges?: readonly string[];
  /**
   * Whether the Filestore driver runs in a network of the cluster's own name, which the storage class `shared` needs.
   *
   * @default false
   */
  readonly filestore?: boolean;
  /**
   * Whether GKE enforces policies that name hosts.
   *
   * @default false
   */
  readonly fqdnPolicies?: boolean;
}

/** The `Cluster` contract of a GKE cluster: everything in it follows from names, nothing from Terraform. */
export function gkeContract(options: GkeContractOptions): Cluster {
  const { system, environment, name, project, region, zone } = options;
  const clusterName = gkeClusterName(system, environment, name);
  const location = zone ?? region;
  const volumesKey = clusterKeyId(project, region, clusterName, 'volumes');
  return {
    name,
    cloud: 'google',
    location,
    clusterName,
    environment,
    registry: { host: registryHost(options), immutableTags: true },
    nodes: options.nodes ?? { kind: 'pools', pools: {} },
    storageClasses: {
      'standard-ssd': persistentDisk('pd-balanced', volumesKey, 'Delete'),
      'fast-ssd': persistentDisk('pd-ssd', volumesKey, 'Retain'),
      ...(options.filestore === true ? { shared: filestore(clusterName, volumesKey) } : {}),
    },
    secretStore: {
      kind: 'google-secret-manager',
      project,
      location,
      clusterName,
      key: (secret) => secretId(system, environment, secret),
    },
    addresses: {
      bucket: (bucket) => bucketName(options, bucket),
      queue: (queue) => {
        const subscription = queueName(system, environment, queue);
        return { kind: 'pubsub', subscription, topic: subscription, project };
      },
      topic: (topic) => topicId(project, topicName(system, environment, topic)),
    },
    credentialEndpoint: METADATA_SERVER,
    apiServerRanges: options.apiServerRanges ?? PRIVATE_RANGES,
    // Google's APIs answer on public addresses, through Private Google Access as well.
    cloudApiRanges: [],
    cloudApiHosts: googleApiHosts,
    ...(options.fqdnPolicies === true ? { fqdnPolicies: 'gke' } : {}),
    identityAnnotations: (identity) => ({
      'iam.gke.io/gcp-service-account': serviceAccountEmail(
        workloadServiceAccountId(clusterName, identity.name),
        project,
      ),
    }),
  };
}

/** Disks stay zonal on regional clusters too: replicas spread over zones, a disk over two of them costs twice. */
function persistentDisk(
  type: 'pd-balanced' | 'pd-ssd',
  kmsKey: string,
  reclaimPolicy: StorageClassSpec['reclaimPolicy'],
): StorageClassSpec {
  return {
    provisioner: 'pd.csi.storage.gke.io',
    parameters: { type, 'disk-encryption-kms-key': kmsKey },
    reclaimPolicy,
  };
}

/**
 * A file system of a terabyte at least, in all zones of the region: the tiers for one zone are lost with it, and the
 * cheapest takes no key of ours. https://cloud.google.com/filestore/docs/csi-driver
 */
function filestore(network: string, kmsKey: string): StorageClassSpec {
  return {
    provisioner: 'filestore.csi.storage.gke.io',
    parameters: { tier: 'enterprise', network, 'instance-encryption-kms-key': kmsKey },
    reclaimPolicy: 'Retain',
  };
}
