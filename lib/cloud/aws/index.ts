export type { AwsConstructProps, AwsPlace } from './aws-construct';
export { eksContract, type EksContractProps } from './cluster-contract';
export { EcrRepository, type EcrRepositoryProps } from './registry/ecr-repository';
export { EksCluster, type EksClusterProps } from './eks/eks-cluster';
export type { IEksCluster } from './eks/eks-cluster-ref';
export { EksNodeGroup, type EksNodeGroupOptions, type EksNodeGroupProps } from './nodes/eks-node-group';
export { ExternalSecretsIdentity, type ExternalSecretsIdentityProps } from './identity/external-secrets-identity';
export { IamRole, type IamRoleProps } from './iam/iam-role';
export { autoScalingKeyStatements, logGroupKeyStatement } from './keys/key-statements';
export { KmsKey, type KmsKeyProps } from './keys/kms-key';
export { LogGroup, type LogGroupProps } from './operations/log-group';
export * from './names';
export type { NodeImage } from './nodes/node-image';
export { PodIdentity, type PodIdentityOptions, type PodIdentityProps } from './identity/pod-identity';
export type { PolicyConditions, PolicyStatement, Principal, PrincipalStatement } from './iam/policy-document';
export { SecretReaderRole, type SecretReaderRoleProps } from './identity/secret-reader';
export { SecretsManagerSecret, type SecretsManagerSecretProps } from './secrets/secrets-manager-secret';
export { Vpc, type VpcProps } from './network/vpc';
export { WorkloadIdentity, type WorkloadIdentityProps } from './identity/workload-identity';
export type { ClusterNetwork, IpFamily } from './network/cluster-network';
export type { ExistingNetworkProps } from './network/existing-network';
export type { FlowLogOptions } from './network/flow-log-options';
export { InterfaceEndpoints, type InterfaceEndpointsProps } from './network/interface-endpoints';
export type { NetworkEgressOptions } from './network/network-egress';
export { planSubnets, type SubnetTier, type ZonePlan } from './network/subnet-plan';
export {
  CLUSTER_ENDPOINTS,
  type GatewayEndpointService,
  type VpcEndpointOptions,
  type VpcEndpointService,
} from './network/vpc-endpoint-options';
export type { AddonName, CoreAddon, OptionalAddon } from './add-ons/addon-names';
export type { AddonVersions } from './add-ons/addon-versions';
export type { CorednsOptions } from './add-ons/coredns';
export { type EksAddonOptions, EksAddons, type EksAddonsProps } from './add-ons/eks-addons';
export type { VpcCniOptions } from './add-ons/vpc-cni';
export { interruptionKeyStatement } from './karpenter/interruption-queue';
export { Karpenter, type KarpenterOptions, type KarpenterProps } from './karpenter/karpenter';
export type {
  ArchiveRule,
  ExpireArchivedRule,
  ExpireOldRule,
  KeepNewestRule,
  LifecycleRule,
  TagSelection,
} from './registry/lifecycle-rules';
export { PullThroughCache, type PullThroughCacheProps } from './registry/pull-through-cache';
export { pullThroughKeyStatement, pullThroughStatements } from './registry/pull-through-statements';
export type {
  AzureUpstream,
  EcrUpstream,
  PullThroughRegistry,
  PullThroughUpstream,
} from './registry/pull-through-upstream';
export {
  RegistryPolicy,
  type PullThroughUser,
  type RegistryPolicyProps,
  type ReplicationSource,
} from './registry/registry-policy';
export {
  RegistryReplication,
  type RegistryReplicationProps,
  type ReplicationDestination,
} from './registry/registry-replication';
export { RegistryScanning, type RegistryScanningProps, type ScanType } from './registry/registry-scanning';
export type { RepositoryAccess, RepositoryReaders } from './registry/repository-access';
export {
  RepositoryCreationTemplate,
  type RepositoryCreationTemplateProps,
  type TemplateUse,
} from './registry/repository-creation-template';
export type { RepositoryLifecycle } from './registry/repository-lifecycle';
export type { ImmutableTags, MovableTags } from './registry/tag-mutability';
export type { ISecretsManagerSecret } from './secrets/secret-ref';
export type { SecretReplica, SecretReplicas } from './secrets/secret-replicas';
export type { FunctionRotation, RotationReminder, SecretRotation } from './secrets/secret-rotation';
export { SecretRotationPermission, type SecretRotationPermissionProps } from './secrets/secret-rotation-permission';
export { secretReaderKeyStatements, secretRotationStatements } from './secrets/secret-statements';
export { FargateProfile, type FargateProfileOptions, type FargateProfileProps } from './nodes/fargate-profile';
export type { FargateSelector } from './nodes/fargate-selectors';
export type { NodeCapacityReservation } from './nodes/node-capacity';
export type { NodeTaint } from './nodes/node-scheduling';
export { Certificate, type CertificateProps } from './edge/certificate';
export {
  type AliasRecordOptions,
  type AliasTarget,
  DnsRecord,
  type DnsRecordOptions,
  type DnsRecordProps,
  type ValueRecordOptions,
} from './edge/dns-record';
export type { DnsRecordType } from './edge/dns-record-values';
export {
  type CheckerRegion,
  HealthCheck,
  type HealthCheckProps,
  type HttpHealthCheckProps,
  type TcpHealthCheckProps,
} from './edge/health-check';
export {
  HostedZone,
  type HostedZoneProps,
  type PrivateHostedZoneProps,
  type PublicHostedZoneProps,
  type ResolvingVpc,
} from './edge/hosted-zone';
export type { IHostedZone } from './edge/hosted-zone-ref';
export {
  type AccountTakeoverOptions,
  type BotControlOptions,
  DEFAULT_MANAGED_RULES,
  type ManagedRuleOptions,
  type ManagedRules,
} from './edge/managed-rules';
export { RegionalEntrypoint, type RegionalEntrypointProps, type RegionalTarget } from './edge/regional-entrypoint';
export type { RequestMatch, ScopeDown } from './edge/request-match';
export type { RoutingPolicy } from './edge/routing-policy';
export { ShieldProtection, type ShieldProtectionProps } from './edge/shield-protection';
export { ShieldProtectionGroup, type ShieldProtectionGroupProps } from './edge/shield-protection-group';
export { ShieldSubscription, type ShieldSubscriptionProps } from './edge/shield-subscription';
export { WebAcl } from './edge/web-acl';
export type { BlockedResponse } from './edge/web-acl-blocking';
export type { WebAclLogging } from './edge/web-acl-logging';
export type { WebAclProps } from './edge/web-acl-options';
export type { RateLimit, ScopedRateLimit } from './edge/web-acl-rate-limit';
export { findingsExportKeyStatement, findingsTopicStatement } from './threat-detection/finding-statements';
export { type FindingsExport, GuardDuty, type GuardDutyProps } from './threat-detection/guard-duty';
export type { GuardDutyFeatures } from './threat-detection/guard-duty-features';
export { ACCESS_POLICIES, type AccessPolicyName } from './eks/access-policies';
export {
  type AccessPolicies,
  type AccessScope,
  EksAccessEntry,
  type EksAccessEntryOptions,
  type EksAccessEntryProps,
} from './eks/eks-access-entry';
export type { ArgoCdIdentity, ArgoCdRbac, EksArgoCdOptions } from './eks/eks-argo-cd';
export { EksAutoCluster, type EksAutoClusterProps } from './eks/eks-auto-cluster';
export type { EksAutoNodePool } from './eks/eks-auto-mode';
export type { BreakGlassOptions } from './eks/eks-break-glass-role';
export {
  type ArgoCdCapability,
  EksCapability,
  type EksCapabilityProps,
  type PlainCapability,
} from './eks/eks-capability';
export type { EksClusterBase } from './eks/eks-cluster-base';
export type { EksClusterOptions } from './eks/eks-cluster-options';
export type { EksControlPlaneTier } from './eks/eks-control-plane';
export type { IEksIdentityProvider } from './eks/eks-identity-provider';
export type { EksLogType } from './eks/eks-logging';
export { IrsaRole, type IrsaRoleProps } from './eks/irsa-role';
export { FORCE_NEW, type ForceNew, type ForceNewResource } from './eks/force-new';
export { BackupPlan, type BackupPlanProps } from './backup/backup-plan';
export type { BackupLifecycle } from './backup/backup-lifecycle';
export type { BackupCopy, BackupRule } from './backup/backup-rule';
export type { BackupSelection } from './backup/backup-selection';
export { BackupVault, type BackupVaultProps, type IBackupVault } from './backup/backup-vault';
export type { RestorableResource, RestoreTest } from './backup/restore-test';
export { RestoreTestingPlan, type RestoreTestingPlanProps } from './backup/restore-testing-plan';
export type { RetentionBounds, VaultLock } from './backup/vault-lock';
export type { VaultEvent, VaultNotifications } from './backup/vault-notifications';
export { type VeleroBucket, type VeleroReplica, VeleroStorage, type VeleroStorageProps } from './backup/velero-storage';
export {
  Alarm,
  type AlarmCondition,
  type AlarmProps,
  type ComparisonOperator,
  type MissingData,
} from './operations/alarm';
export type { AlarmOptions } from './operations/alarm-actions';
export type { AlarmPublisher } from './operations/alarm-publishers';
export { AlarmTopic, type AlarmTopicProps } from './operations/alarm-topic';
export { AuditTrail, type AuditTrailProps } from './operations/audit-trail';
export { Budget, type BudgetProps, type BudgetThreshold } from './operations/budget';
export {
  type AlarmRule,
  type AlarmSuppressor,
  CompositeAlarm,
  type CompositeAlarmProps,
} from './operations/composite-alarm';
export { CostAnomalyMonitor, type CostAnomalyMonitorProps } from './operations/cost-anomaly-monitor';
export type { EksAlarmRule } from './operations/eks-alarm-rule';
export {
  EKS_ALARMS,
  type EksAlarmName,
  type EksAlarmOptions,
  EksAlarms,
  type EksAlarmsProps,
} from './operations/eks-alarms';
export {
  EKS_AUDIT_ALARMS,
  type EksAuditAlarmName,
  type EksAuditAlarmOptions,
  EksAuditAlarms,
  type EksAuditAlarmsProps,
} from './operations/eks-audit-alarms';
export { EksDashboard, type EksDashboardProps, type EksDashboardSection } from './operations/eks-dashboard';
export { LogMetricAlarm, type LogMetricAlarmProps } from './operations/log-metric-alarm';
export type { Metric, Watched, WatchedExpression, WatchedMetric, WatchedQuery } from './operations/metric';
export type { MonitoredCluster } from './operations/monitored-cluster';
export { boundRoles } from './iam/permissions-boundary';
export { denyInsecureTransport, resourcePolicy, type ResourceStatement } from './iam/resource-policy';
export { ControllerIdentity, type ControllerGrant, type ControllerIdentityProps } from './identity/controller-identity';
export type { AwsGatewayApiGrant } from './identity/controllers/aws-gateway-api';
export type { CertManagerGrant } from './identity/controllers/cert-manager';
export type { CloudWatchAgentGrant } from './identity/controllers/cloudwatch-agent';
export type { ClusterAutoscalerGrant } from './identity/controllers/cluster-autoscaler';
export type { ControllerPlacement } from './identity/controllers/controller-placement';
export { CONTROLLERS, type ControllerServiceAccount } from './identity/controllers/controllers';
export type { ExternalDnsGrant } from './identity/controllers/external-dns';
export type { FluentBitGrant } from './identity/controllers/fluent-bit';
export type { KedaGrant } from './identity/controllers/keda';
export type { LoadBalancerControllerGrant } from './identity/controllers/load-balancer-controller';
export type { VeleroGrant } from './identity/controllers/velero';
export type { BucketAccessLogs } from './storage/access-logs';
export { Bucket, type BucketProps } from './storage/bucket';
export type { IBucket } from './storage/bucket-ref';
export { accessLogStatement, type BucketAccess, bucketKeyStatements } from './storage/bucket-statements';
export type { BucketLifecycleRule, ExpirationRule, StorageClass, TransitionRule } from './storage/lifecycle-rule';
export type { ObjectLock } from './storage/object-lock';
export type { BucketReplica } from './storage/replication';
export type { FilterPolicy } from './messaging/filter-policy';
export { Queue } from './messaging/queue';
export type { FifoQueue, QueueProps } from './messaging/queue-props';
export { messagingKeyStatements, type SendingService, type ServiceSender } from './messaging/service-sender';
export { type FifoTopic, type SubscriptionOptions, Topic, type TopicProps } from './messaging/topic';
export type { DatabaseUser, DatabaseUsers } from './identity/database-user';
