export { ArtifactRegistry, type ArtifactRegistryProps, type IArtifactRegistry } from './registry/artifact-registry';
export { gkeContract, type GkeContractOptions } from './cluster-contract';
export { GkeCluster, type GkeClusterProps, type MaintenanceWindow } from './gke/gke-cluster';
export { type IGkeCluster } from './gke/gke-cluster-ref';
export { GkeNodeIdentity, type GkeNodeIdentityProps } from './gke/gke-node-identity';
export { GkeNodePool, type GkeNodePoolOptions, type GkeNodePoolProps, type GkeTaint } from './gke/gke-node-pool';
export { KmsKey, type IKmsKey, type KmsKeyOptions, type KmsKeyProps } from './keys/kms-key';
export { KmsKeyRing, type KmsKeyRingProps } from './keys/kms-key-ring';
export * from './names';
export { VpcNetwork, type IVpcNetwork, type VpcNetworkProps } from './network/vpc-network';
export { planNetwork, type NetworkPlan } from './network/network-plan';
export { CLUSTER_SERVICES, FOUNDATION_SERVICES, ProjectServices, type ProjectServicesProps } from './project-services';
export { SecretManagerSecret, type SecretManagerSecretProps } from './secrets/secret-manager-secret';
export { ServiceAgents, type ServiceAgent, type ServiceAgentsProps } from './service-agents';
export { WorkloadIdentity, type WorkloadIdentityProps } from './identity/workload-identity';
export {
  type AbsenceCondition,
  type AlertCondition,
  type Aligner,
  type LogCondition,
  type MetricSelection,
  type PromqlCondition,
  type Reducer,
  type ThresholdCondition,
} from './operations/alert-condition';
export {
  AlertPolicy,
  type AlertPolicyOptions,
  type AlertPolicyProps,
  type AlertSeverity,
} from './operations/alert-policy';
export {
  AuditLogConfig,
  DEFAULT_AUDIT_LOGS,
  type AuditLogConfigProps,
  type AuditLogType,
  type ServiceAuditLog,
} from './operations/audit-log-config';
export { Budget, type BudgetAmount, type BudgetProps, type BudgetThreshold } from './operations/budget';
export {
  GKE_ALERTS,
  GkeAlerts,
  type GkeAlertName,
  type GkeAlertOptions,
  type GkeAlertsProps,
} from './operations/gke-alerts';
export { GkeDashboard, type GkeDashboardProps, type GkeDashboardSection } from './operations/gke-dashboard';
export { type DashboardChart } from './operations/gke-dashboard-charts';
export { LogBucket, type ILogBucket, type LogBucketName, type LogBucketProps } from './operations/log-bucket';
export { LoggingKey, type LoggingKeyProps } from './operations/logging-key';
export { LogMetric, type LogMetricProps } from './operations/log-metric';
export { LogSink, type LogExclusion, type LogSinkProps } from './operations/log-sink';
export { type LogDestination } from './operations/log-sink-destination';
export { gkeMetric, prometheusMetric, type GkeResource, type IMonitoredCluster } from './operations/monitored-cluster';
export {
  NotificationChannel,
  type INotificationChannel,
  type NotificationChannelProps,
  type NotificationTarget,
} from './operations/notification-channel';
export { UptimeAlert, type UptimeAlertProps } from './operations/uptime-alert';
export {
  UptimeCheck,
  type ContentMatch,
  type IUptimeCheck,
  type UptimeCheckProps,
  type UptimeRegion,
} from './operations/uptime-check';
export { type UserLabels } from './operations/user-labels';
export { PERMISSION_ROLES } from './identity/permission-roles';
export { PubSubQueue, type PubSubQueueProps } from './messaging/pubsub-queue';
export {
  PubSubTopic,
  type IPubSubTopic,
  type PubSubTopicOptions,
  type PubSubTopicProps,
} from './messaging/pubsub-topic';
export { type SecretManagerSecretOptions } from './secrets/secret-manager-secret';
export {
  type AutomaticReplication,
  type SecretReplication,
  type UserManagedReplication,
} from './secrets/secret-replication';
export { type SecretRotation } from './secrets/secret-rotation';
export { Bucket, type BucketProps, type BucketRetention } from './storage/bucket';
export {
  type BucketLifecycleRule,
  type DeleteRule,
  type SetStorageClassRule,
  type StorageClass,
} from './storage/lifecycle-rule';
