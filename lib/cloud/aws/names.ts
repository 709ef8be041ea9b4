import { boundedName } from '../../core/names';

const MAX_CLUSTER_NAME = 100;
const MAX_ROLE_NAME = 64;
const MAX_ALIAS_NAME = 256;
const MAX_BUCKET_NAME = 63;
const MAX_QUEUE_NAME = 80;
const MAX_TOPIC_NAME = 256;
const MAX_WEB_ACL_NAME = 128;
const MAX_BUDGET_NAME = 100;
const MAX_PLACEMENT_GROUP_NAME = 255;
const MAX_RULE_NAME = 64;
const MAX_STATEMENT_ID = 100;
const FIFO = '.fifo';
const MAX_ALARM_NAME = 255;

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

/** Role for emergencies, which administers one cluster. */
export function breakGlassRoleName(clusterName: string): string {
  return roleName([clusterName, 'break-glass']);
}

/** Role that the machines of EKS Auto Mode act as; a `NodeClass` names it. */
export function autoNodeRoleName(clusterName: string): string {
  return roleName([clusterName, 'auto-nodes']);
}

/** Role that one capability of EKS acts as, such as Argo CD. */
export function capabilityRoleName(clusterName: string, capability: string): string {
  return roleName([clusterName, 'capability', capability]);
}

/** Role that the machines of one node group act as. */
export function nodeRoleName(clusterName: string, nodeGroup: string): string {
  return roleName([clusterName, 'nodes', nodeGroup]);
}

/** Group of machines that are placed together, or apart: `<cluster>-<node group>-spread`. */
export function placementGroupName(clusterName: string, nodeGroup: string, strategy: string): string {
  return boundedName([clusterName, nodeGroup, strategy], MAX_PLACEMENT_GROUP_NAME);
}

/** Role in which Fargate starts the pods of one profile. */
export function fargateRoleName(clusterName: string, profile: string): string {
  return roleName([clusterName, 'fargate', profile]);
}

/** Pattern of the ARNs of a cluster's Fargate profiles, each of which ends in an id that EKS makes up. */
export function fargateProfileArnPattern(
  { account, region }: Pick<AwsScope, 'account' | 'region'>,
  clusterName: string,
): string {
  return `arn:aws:eks:${region}:${account}:fargateprofile/${clusterName}/*`;
}

/** Role that pods of one service account act as: `<cluster>-external-secrets`, `<cluster>-ebs-csi`. */
export function podIdentityRoleName(clusterName: string, identity: string): string {
  return roleName([clusterName, identity]);
}

/** Role that the machines which Karpenter starts act as; an `EC2NodeClass` names it. */
export function karpenterNodeRoleName(clusterName: string): string {
  return roleName([clusterName, 'karpenter-nodes']);
}

/** Queue from which Karpenter learns of machines that AWS takes away: its setting `interruptionQueue`. */
export function karpenterQueueName(clusterName: string): string {
  return boundedName([clusterName, 'karpenter'], MAX_QUEUE_NAME);
}

/** Rule of EventBridge that sends one kind of event to Karpenter's queue. */
export function karpenterRuleName(clusterName: string, event: string): string {
  return boundedName([clusterName, 'karpenter', event], MAX_RULE_NAME);
}

/** ARN of a rule of EventBridge's default bus. */
export function eventRuleArn({ account, region }: Pick<AwsScope, 'account' | 'region'>, rule: string): string {
  return `arn:aws:events:${region}:${account}:rule/${rule}`;
}

/** ARN of an SQS queue of the account. */
export function queueArn({ account, region }: Pick<AwsScope, 'account' | 'region'>, name: string): string {
  return `arn:aws:sqs:${region}:${account}:${name}`;
}

/** ARN of an EKS cluster. */
export function eksClusterArn({ account, region }: Pick<AwsScope, 'account' | 'region'>, clusterName: string): string {
  return `arn:aws:eks:${region}:${account}:cluster/${clusterName}`;
}

/** Role that reads the secrets of one namespace. */
export function secretReaderRoleName(clusterName: string, namespace: string): string {
  return roleName([clusterName, 'secrets', namespace]);
}

/** Role through which a network's flow logs reach CloudWatch. */
export function flowLogRoleName(vpcName: string): string {
  return roleName([vpcName, 'flow-logs']);
}

/** Name of the topic that an environment's alarms are sent to, and of its budget: `funlynk-production-operations`. */
export function operationsName(system: string, environment: string): string {
  return boundedName([system, environment, 'operations'], MAX_BUDGET_NAME);
}

/** Alias of the key that the logs of an environment's pods are encrypted with. */
export function logsKeyAlias(system: string, environment: string): string {
  return keyAlias([system, environment, 'logs']);
}

/** Name of the firewall before an environment's load balancers: `funlynk-production`. */
export function webAclName(system: string, environment: string): string {
  return boundedName([system, environment], MAX_WEB_ACL_NAME);
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

/** Role in which ECR makes the repositories under a prefix. Roles have no region, so the name holds it. */
export function creationTemplateRoleName(region: string, prefix: string): string {
  return roleName(['ecr-template', region, prefix.replaceAll('/', '-')]);
}

/** What the names of images begin with that come through a cache: `….amazonaws.com/docker-hub`. */
export function pullThroughImagePrefix(
  { account, region }: Pick<AwsScope, 'account' | 'region'>,
  repositoryPrefix: string,
): string {
  const host = `${account}.dkr.ecr.${region}.amazonaws.com`;
  return repositoryPrefix === 'ROOT' ? host : `${host}/${repositoryPrefix}`;
}

/** Name of the secret that a pull-through cache logs in with, in the one place where ECR may read it. */
export function pullThroughSecretName(upstream: string): string {
  return `ecr-pullthroughcache/${upstream}`;
}

/** EventBridge rule that says when a secret is due for a new value. */
export function rotationReminderName(secret: string): string {
  return boundedName([secret.replace(/[^A-Za-z0-9._-]/g, '-'), 'rotation'], MAX_RULE_NAME);
}

/** Statement of a function's policy that lets Secrets Manager rotate a secret with it. */
export function rotationStatementId(secret: string): string {
  return boundedName(['rotate', secret.replace(/[^A-Za-z0-9_-]/g, '-')], MAX_STATEMENT_ID);
}

/** Alias of the key that a public zone is signed with. Aliases have no dots, and domains no underscores. */
export function zoneSigningKeyAlias(zoneName: string): string {
  return keyAlias(['dnssec', zoneName.replaceAll('.', '_')]);
}

/** Log group of the queries of a public zone: `/aws/route53/example.com`. */
export function zoneQueryLogGroupName(zoneName: string): string {
  return `/aws/route53/${zoneName}`;
}

/** Log group of a web ACL; WAF wants the name to begin so. */
export function webAclLogGroupName(webAclName: string): string {
  return `aws-waf-logs-${webAclName}`;
}

/** Rule of EventBridge that sends findings of GuardDuty on. There is one detector in an account and region. */
export const GUARD_DUTY_RULE_NAME = 'guardduty-findings';

/** What the names of the log groups begin with that Container Insights keeps of a cluster; CloudWatch fixes it. */
export function containerInsightsLogGroupPrefix(clusterName: string): string {
  return `/aws/containerinsights/${clusterName}`;
}

/** ARN of an S3 bucket, which names no account or region. */
export function bucketArn(bucket: string): string {
  return `arn:aws:s3:::${bucket}`;
}

/** ARN of an SNS topic of the account. */
export function topicArn({ account, region }: Pick<AwsScope, 'account' | 'region'>, name: string): string {
  return `arn:aws:sns:${region}:${account}:${name}`;
}

/** Name of a FIFO queue or topic, which AWS knows by its end: `funlynk-production-invoices.fifo`. */
export function fifoName(name: string): string {
  return `${name}${FIFO}`;
}

/** Queue of what a queue could not deal with: `funlynk-production-invoices-dead-letter`, as on Google Cloud. */
export function deadLetterQueueName(queue: string): string {
  if (!queue.endsWith(FIFO)) return boundedName([queue, 'dead-letter'], MAX_QUEUE_NAME);
  const name = queue.slice(0, -FIFO.length);
  return fifoName(boundedName([name, 'dead-letter'], MAX_QUEUE_NAME - FIFO.length));
}

/** Role in which S3 copies a bucket's objects to another one. */
export function replicationRoleName(bucket: string): string {
  return roleName([bucket, 'replication']);
}

/** Bucket that Velero keeps the backups of a cluster in. Each region has one of its own, so a copy has another name. */
export function veleroBucketName(
  { account, region }: Pick<AwsScope, 'account' | 'region'>,
  clusterName: string,
): string {
  return boundedName([clusterName, 'velero', account, region], MAX_BUCKET_NAME);
}

/** Alias of the key that the backups of a cluster are encrypted with. */
export function veleroKeyAlias(clusterName: string): string {
  return keyAlias([clusterName, 'velero']);
}

/** Alias of the key that the recovery points of a vault of AWS Backup are encrypted with. */
export function backupVaultKeyAlias(vaultName: string): string {
  return keyAlias([vaultName, 'backup']);
}

/** ARN of a vault of AWS Backup. */
export function backupVaultArn({ account, region }: Pick<AwsScope, 'account' | 'region'>, vaultName: string): string {
  return `arn:aws:backup:${region}:${account}:backup-vault:${vaultName}`;
}

/** Role in which AWS Backup carries out a plan. Roles have no region, so the name holds it. */
export function backupRoleName(region: string, planName: string): string {
  return roleName([planName, 'backup', region]);
}

/** Role in which AWS Backup tries restores. Roles have no region, so the name holds it. */
export function restoreTestingRoleName(region: string, planName: string): string {
  return roleName([planName, 'restore-testing', region]);
}

/** Alias of the key that the messages of a topic of alarms are encrypted with. */
export function alarmTopicKeyAlias(topic: string): string {
  return keyAlias([topic, 'alarms']);
}

/** Name of one alarm of a cluster: `funlynk-production-us-east-1-node-cpu-high`. */
export function clusterAlarmName(clusterName: string, alarm: string): string {
  return boundedName([clusterName, alarm], MAX_ALARM_NAME);
}

/** CloudWatch namespace of what is counted in the audit log of a cluster. */
export function auditMetricNamespace(clusterName: string): string {
  return `EKS/Audit/${clusterName}`;
}

/** Bucket that an audit trail of the account is kept in. */
export function auditTrailBucketName({ account, region }: Pick<AwsScope, 'account' | 'region'>, trail: string): string {
  return boundedName([trail, 'trail', account, region], MAX_BUCKET_NAME);
}

/** ARN of a trail of CloudTrail. */
export function auditTrailArn({ account, region }: Pick<AwsScope, 'account' | 'region'>, trail: string): string {
  return `arn:aws:cloudtrail:${region}:${account}:trail/${trail}`;
}

/** Alias of the key that an audit trail is encrypted with. */
export function auditTrailKeyAlias(trail: string): string {
  return keyAlias([trail, 'trail']);
}

function keyAlias(parts: readonly string[]): string {
  return `alias/${boundedName(parts, MAX_ALIAS_NAME - 'alias/'.length)}`;
}

function roleName(parts: readonly string[]): string {
  return boundedName(parts, MAX_ROLE_NAME);
}
