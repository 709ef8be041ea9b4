import { boundedName } from '../../core/names';

const MAX_CLUSTER_NAME = 40;
const MAX_SECRET_ID = 255;
const MAX_REPOSITORY_ID = 63;
const MAX_KEY_RING_NAME = 63;
/** Parts of a load balancer are called after it, with endings. */
const MAX_EDGE_NAME = 35;
/** What people see of a budget is the shortest of all names. */
const MAX_OPERATIONS_NAME = 60;
const MAX_SERVICE_ACCOUNT_ID = 30;
const MAX_BUCKET_NAME = 63;
const MAX_PUBSUB_NAME = 255;
const MAX_NEG_NAME = 63;
/** The project and the name of a Cloud SQL instance together, with a colon between them. */
const MAX_QUALIFIED_INSTANCE = 98;
const DEAD_LETTER = 'dead-letter';

/** Keys of an environment: one ring per region, made by the foundation stack. */
export const FOUNDATION_KEYS = ['secrets', 'registry', 'messaging', 'storage', 'attestor'] as const;
export type FoundationKey = (typeof FOUNDATION_KEYS)[number];

/** Keys of a cluster: `etcd` for Kubernetes secrets, `volumes` for boot disks and persistent disks. */
export const CLUSTER_KEYS = ['etcd', 'volumes'] as const;
export type ClusterKey = (typeof CLUSTER_KEYS)[number];

/** Where in Google Cloud an environment, or a part of it, lives. */
export interface GoogleScope {
  readonly system: string;
  readonly environment: string;
  readonly project: string;
  readonly region: string;
}

/** `funlynk-production-europe-west1` */
export function gkeClusterName(system: string, environment: string, cluster: string): string {
  return boundedName([system, environment, cluster], MAX_CLUSTER_NAME);
}

/** Id of a secret in Secret Manager: `funlynk-production-database`. */
export function secretId(system: string, environment: string, secret: string): string {
  return boundedName([system, environment, secret], MAX_SECRET_ID);
}

/** Artifact Registry repository of an environment, one a region: `funlynk-production`. */
export function repositoryId(system: string, environment: string): string {
  return boundedName([system, environment], MAX_REPOSITORY_ID);
}

/** What image names are appended to: `europe-west1-docker.pkg.dev/funlynk-prod/funlynk-production`. */
export function registryHost({ system, environment, project, region }: GoogleScope): string {
  return `${region}-docker.pkg.dev/${project}/${repositoryId(system, environment)}`;
}

/** Key ring of an environment: `funlynk-production`. */
export function foundationKeyRing(system: string, environment: string): string {
  return boundedName([system, environment], MAX_KEY_RING_NAME);
}

/** What watches an environment: its log bucket, the ring of that bucket's key, its budget. `funlynk-production-operations` */
export function operationsName(system: string, environment: string): string {
  return boundedName([system, environment, 'operations'], MAX_OPERATIONS_NAME);
}

/** Zone, load balancer and policy at the front of an environment: `funlynk-production-edge`. */
export function edgeName(system: string, environment: string): string {
  return boundedName([system, environment, 'edge'], MAX_EDGE_NAME);
}

/** Repository that mirrors a public registry for an environment: `funlynk-production-docker-hub`. */
export function remoteRepositoryId(system: string, environment: string, upstream: string): string {
  return boundedName([system, environment, upstream.replaceAll('.', '-')], MAX_REPOSITORY_ID);
}

/** Backup plan of a cluster, its restore plan, and the ring of their key. `funlynk-production-europe-west1-backup` */
export function backupName(clusterName: string): string {
  return boundedName([clusterName, 'backup'], MAX_KEY_RING_NAME);
}

/** Attestor of an environment's images, and its note: `funlynk-production`. */
export function attestorName(system: string, environment: string): string {
  return boundedName([system, environment], MAX_KEY_RING_NAME);
}

/** Full resource id of a key ring. */
export function keyRingId(project: string, location: string, keyRing: string): string {
  return `projects/${project}/locations/${location}/keyRings/${keyRing}`;
}

/** Full resource id of a key, which is how every Google service wants it named. */
export function kmsKeyId(project: string, location: string, keyRing: string, key: string): string {
  return `${keyRingId(project, location, keyRing)}/cryptoKeys/${key}`;
}

/** Id of a key of an environment's own ring. */
export function foundationKeyId({ system, environment, project, region }: GoogleScope, key: FoundationKey): string {
  return kmsKeyId(project, region, foundationKeyRing(system, environment), key);
}

/** Id of a key of a cluster's ring, which bears the cluster's name. */
export function clusterKeyId(project: string, region: string, clusterName: string, key: ClusterKey): string {
  return kmsKeyId(project, region, clusterName, key);
}

/** Workload Identity pool of a project, shared by all its clusters. */
export function workloadPool(project: string): string {
  return `${project}.svc.id.goog`;
}

/** Account id of the service account that a cluster's nodes run as. */
export function nodeServiceAccountId(clusterName: string): string {
  return boundedName([clusterName, 'nodes'], MAX_SERVICE_ACCOUNT_ID);
}

/**
 * Account id of the service account that a Kubernetes service account acts as. The part in the middle keeps it
 * apart from the nodes' account, whatever the identity is called.
 */
export function workloadServiceAccountId(clusterName: string, identity: string): string {
  return boundedName([clusterName, 'ksa', identity], MAX_SERVICE_ACCOUNT_ID);
}

export function serviceAccountEmail(accountId: string, project: string): string {
  return `${accountId}@${project}.iam.gserviceaccount.com`;
}

/** Where buckets and databases of an environment live. */
export type GoogleProjectScope = Pick<GoogleScope, 'system' | 'environment' | 'project'>;

/**
 * `funlynk-prod-funlynk-production-uploads`. Buckets share one space of names with all the world, so the project's
 * id, which nobody else can have, comes first.
 */
export function bucketName({ system, environment, project }: GoogleProjectScope, bucket: string): string {
  return boundedName([project, system, environment, bucket], MAX_BUCKET_NAME);
}

/** Pub/Sub topic of an environment: `funlynk-production-orders`. */
export function topicName(system: string, environment: string, topic: string): string {
  return boundedName([system, environment, topic], MAX_PUBSUB_NAME);
}

/** Pub/Sub subscription of an environment, and the topic of its own that it reads: `funlynk-production-invoices`. */
export function queueName(system: string, environment: string, queue: string): string {
  return boundedName([system, environment, queue], MAX_PUBSUB_NAME - DEAD_LETTER.length - 1);
}

/** Topic and subscription that keep what a queue could not deliver: `funlynk-production-invoices-dead-letter`. */
export function deadLetterName(queue: string): string {
  return `${queue}-${DEAD_LETTER}`;
}

/** Topic that Secret Manager tells when a secret is due: `funlynk-production-database-rotation`. */
export function rotationTopicName(secret: string): string {
  return boundedName([secret, 'rotation'], MAX_PUBSUB_NAME);
}

/** Full resource id of a topic. */
export function topicId(project: string, topic: string): string {
  return `projects/${project}/topics/${topic}`;
}

/** Cloud SQL instance of an environment: `funlynk-production-main`. */
export function databaseInstanceName({ system, environment, project }: GoogleProjectScope, database: string): string {
  return boundedName([system, environment, database], MAX_QUALIFIED_INSTANCE - project.length - 1);
}

/**
 * Network endpoint groups of a cluster's gateway, one in each zone: `funlynk-production-europe-west1-gateway`. The
 * gateway's Service says it in its annotation, and a `GlobalLoadBalancer` sends requests there.
 */
export function gatewayNegName(clusterName: string): string {
  return boundedName([clusterName, 'gateway'], MAX_NEG_NAME);
}
