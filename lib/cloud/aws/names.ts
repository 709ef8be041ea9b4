import { boundedName } from '../../core/names';

const MAX_CLUSTER_NAME = 100;
const MAX_ROLE_NAME = 64;
const MAX_ALIAS_NAME = 256;
const MAX_BUCKET_NAME = 63;
const MAX_QUEUE_NAME = 80;
const MAX_TOPIC_NAME = 256;

/** Where in AWS an environment of a system lives. */
export interface AwsScope {
  readonly system: string;
  readonly environment: string;
  /** Number of the account, 12 digits. */
  readonly account: string;
  readonly region: string;
}

/** Namespace and service account that the External Secrets controller runs as. */
export const EXTERNAL_SECRETS = { namespace: 'external-secrets', serviceAccount: 'external-secrets' } as const;

/** Name of an EKS cluster: `funlynk-production-us-east-1`. */
export function eksClusterName(system: string, environment: string, cluster: string): string {
  return boundedName([system, environment, cluster], MAX_CLUSTER_NAME);
}

/** Name of a secret in Secrets Manager: `funlynk/production/database`. */
export function secretName(system: string, environment: string, secret: string): string {
  return [system, environment, secret].join('/');
}

/**
 * Pattern of the ARN of a secret. Secrets Manager ends the ARN in six characters of its own, unknown until the
 * secret exists; six question marks match them and no longer name.
 */
export function secretArnPattern({ account, region }: Pick<AwsScope, 'account' | 'region'>, name: string): string {
  return `arn:aws:secretsmanager:${region}:${account}:secret:${name}-??????`;
}

/**
 * Name of a bucket: `funlynk-production-uploads-111122223333-us-east-1`. Buckets share one space of names with all
 * the world, so the account's number is part of it; the region is, since each has a bucket of its own.
 */
export function bucketName({ system, environment, account, region }: AwsScope, bucket: string): string {
  return boundedName([system, environment, bucket, account, region], MAX_BUCKET_NAME);
}

/** Name of an SQS queue: `funlynk-production-invoices`. */
export function queueName(system: string, environment: string, queue: string): string {
  return boundedName([system, environment, queue], MAX_QUEUE_NAME);
}

/** Name of an SNS topic: `funlynk-production-orders`. */
export function topicName(system: string, environment: string, topic: string): string {
  return boundedName([system, environment, topic], MAX_TOPIC_NAME);
}

/** Log group that pods of an environment write to: `/funlynk/production`. */
export function logGroupName(system: string, environment: string): string {
  return `/${system}/${environment}`;
}

/** CloudWatch namespace of an environment's own metrics: `funlynk/production`. */
export function metricNamespace(system: string, environment: string): string {
  return `${system}/${environment}`;
}

/** Name of an ECR repository: `funlynk-production/backend`. */
export function repositoryName(system: string, environment: string, image: string): string {
  return `${system}-${environment}/${image}`;
}

/** Host and path that image names are appended to. */
export function registryHost({ system, environment, account, region }: AwsScope): string {
  return `${account}.dkr.ecr.${region}.amazonaws.com/${system}-${environment}`;
}

/** Alias of the key that an environment's secrets are encrypted with. */
export function secretsKeyAlias(system: string, environment: string): string {
  return keyAlias([system, environment, 'secrets']);
}

/** Alias of the key that an environment's images are encrypted with. */
export function registryKeyAlias(system: string, environment: string): string {
  return keyAlias([system, environment, 'registry']);
}

/** Alias of the key that an environment's buckets are encrypted with. */
export function storageKeyAlias(system: string, environment: string): string {
  return keyAlias([system, environment, 'storage']);
}

/** Alias of the key that an environment's queues and topics are encrypted with. */
export function messagingKeyAlias(system: string, environment: string): string {
  return keyAlias([system, environment, 'messaging']);
}

/** Alias of the key that the cluster's own store, and the audit log, are encrypted with. */
export function clusterKeyAlias(clusterName: string): string {
  return keyAlias([clusterName]);
}

/** Alias of the key that the volumes of nodes and of pods are encrypted with. */
export function volumesKeyAlias(clusterName: string): string {
  return keyAlias([clusterName, 'volumes']);
}

/** ARN of a key's alias, which EBS accepts in place of the key's own ARN. */
export function keyAliasArn({ account, region }: Pick<AwsScope, 'account' | 'region'>, alias: string): string {
  return `arn:aws:kms:${region}:${account}:${alias}`;
}

/** Role that EKS itself acts as. */
export function controlPlaneRoleName(clusterName: string): string {
  return roleName([clusterName, 'control-plane']);
}

/** Role that the machines of one node group act as. */
export function nodeRoleName(clusterName: string, nodeGroup: string): string {
  return roleName([clusterName, 'nodes', nodeGroup]);
}

/** Role that pods of one service account act as: `<cluster>-external-secrets`, `<cluster>-ebs-csi`. */
export function podIdentityRoleName(clusterName: string, identity: string): string {
  return roleName([clusterName, identity]);
}

/** Role that reads the secrets of one namespace. */
export function secretReaderRoleName(clusterName: string, namespace: string): string {
  return roleName([clusterName, 'secrets', namespace]);
}

/** Role through which a network's flow logs reach CloudWatch. */
export function flowLogRoleName(vpcName: string): string {
  return roleName([vpcName, 'flow-logs']);
}

/** ARN of a role of the account. */
export function roleArn(account: string, role: string): string {
  return `arn:aws:iam::${account}:role/${role}`;
}

/** Log group that EKS writes the control plane's logs to; the name is fixed by EKS. */
export function controlPlaneLogGroupName(clusterName: string): string {
  return `/aws/eks/${clusterName}/cluster`;
}

/** Log group of a network's flow logs. */
export function flowLogGroupName(vpcName: string): string {
  return `/aws/vpc/${vpcName}/flow-logs`;
}

function keyAlias(parts: readonly string[]): string {
  return `alias/${boundedName(parts, MAX_ALIAS_NAME - 'alias/'.length)}`;
}

function roleName(parts: readonly string[]): string {
  return boundedName(parts, MAX_ROLE_NAME);
}
