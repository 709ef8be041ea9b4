export { ArtifactRegistry, type ArtifactRegistryProps, type IArtifactRegistry } from './registry/artifact-registry';
export { gkeContract, type GkeContractOptions } from './cluster-contract';
export { GkeCluster, type GkeClusterProps, type MaintenanceWindow } from './gke/gke-cluster';
export { type IGkeCluster } from './gke/gke-cluster-ref';
export { GkeNodeIdentity, type GkeNodeIdentityProps } from './gke/gke-node-identity';
export {
  GkeNodePool,
  type GkeNodePoolOptions,
  type GkeNodePoolProps,
  type IPooledGkeCluster,
} from './gke/gke-node-pool';
export { KmsKey, type IKmsKey, type KmsKeyOptions, type KmsKeyProps } from './keys/kms-key';
export { KmsKeyRing, type KmsKeyRingProps } from './keys/kms-key-ring';
export * from './names';
export { type CloudNatOptions } from './network/cloud-nat';
export { type ExtraSubnet, type ExtraSubnets } from './network/extra-subnets';
export { type GoogleApisAccess } from './network/google-apis-access';
export { type AllowedEgress, type NetworkEgressOptions } from './network/network-egress';
export { type NetworkFirewallOptions } from './network/network-firewall';
export { type IVpcNetwork } from './network/network-ref';
export { PrivateServiceAccess, type PrivateServiceAccessProps } from './network/private-service-access';
export { sharedNetwork, type SharedNetworkProps } from './network/shared-network';
export { SharedVpcHost, type SharedVpcHostProps, type SharedVpcServiceProject } from './network/shared-vpc-host';
export { VpcNetwork, type VpcNetworkProps } from './network/vpc-network';
export { planNetwork, type NetworkPlan } from './network/network-plan';
export { CLUSTER_SERVICES, FOUNDATION_SERVICES, ProjectServices, type ProjectServicesProps } from './project-services';
export { SecretManagerSecret, type SecretManagerSecretProps } from './secrets/secret-manager-secret';
export { ServiceAgents, type ServiceAgent, type ServiceAgentsProps } from './service-agents';
export { MetricsReader, type MetricsReaderProps } from './identity/metrics-reader';
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
export { FORCE_NEW, type ForceNew, type ForceNewResource } from './gke/force-new';
export { forceNewValues } from './gke/force-new-values';
export { type GkeNodeDiskOptions, type NodeDiskType } from './gke/node-pool-disks';
export { type GkeGpu, type GkeNodeGpuOptions } from './gke/node-pool-gpu';
export { type GkeNodeIsolationOptions } from './gke/node-pool-isolation';
export { type GkeNodePlacementOptions, type GkeReservation } from './gke/node-pool-placement';
export { type GkeNodeSchedulingOptions, type GkeTaint } from './gke/node-pool-scheduling';
export { type GkeNodeSizeOptions } from './gke/node-pool-size';
export { type GkeNodeSystemOptions, type NodeImageType } from './gke/node-pool-system';
export {
  type GkeBlueGreenUpgrade,
  type GkeNodeUpgrade,
  type GkeNodeUpgradeOptions,
  type GkeSurgeUpgrade,
} from './gke/node-pool-upgrade';
export { type INamedCluster } from './cluster-name';
export {
  KmsSigningKey,
  type IKmsSigningKey,
  type KmsSigningKeyOptions,
  type KmsSigningKeyProps,
  type SigningAlgorithm,
} from './keys/kms-signing-key';
export { type AdmissionMode, type ClusterAdmissionRule } from './binary-authorization/admission-rule';
export { Attestor, type AttestorProps, type IAttestor } from './binary-authorization/attestor';
export {
  BinaryAuthorizationPolicy,
  type BinaryAuthorizationPolicyProps,
} from './binary-authorization/binary-authorization-policy';
export { BackupPlan, type BackupPlanProps, type IBackupPlan } from './backup/backup-plan';
export { type BackupRetention } from './backup/backup-retention';
export { type BackupSchedule } from './backup/backup-schedule';
export { type ExclusionRecurrence, type ExclusionWindow, type Weekday } from './backup/exclusion-window';
export {
  RestorePlan,
  type NamespacedResourceRestoreMode,
  type RestorePlanProps,
  type VolumeDataRestorePolicy,
} from './backup/restore-plan';
export { type GroupKind, type RestoredClusterResources, type RestoredNamespaces } from './backup/restore-scope';
export { type FieldAction, type TransformationRule } from './backup/transformation-rule';
export { Fleet, type FleetProps } from './fleet/fleet';
export {
  FleetMembership,
  type FleetMembershipName,
  type FleetMembershipProps,
  type IFleetCluster,
  type IFleetMembership,
} from './fleet/fleet-membership';
export { ManagedMesh, type ManagedMeshProps } from './fleet/managed-mesh';
export { MeshMember, type MeshMemberOptions, type MeshMemberProps } from './fleet/mesh-member';
export { MultiClusterGateway, type MultiClusterGatewayProps } from './fleet/multi-cluster-gateway';
export { MultiClusterServices, type MultiClusterServicesProps } from './fleet/multi-cluster-services';
export { type GkeAccessOptions } from './gke/gke-access';
export { type GkeAddOnOptions, type GkeCsiDriver, type GkeStandardAddOnOptions } from './gke/gke-add-ons';
export { GkeAutopilotCluster, type GkeAutopilotClusterProps } from './gke/gke-autopilot-cluster';
export { type GkeAutoscalingOptions } from './gke/gke-autoscaling';
export { type GkeClusterOptions } from './gke/gke-cluster-base';
export { type ConfidentialTechnology, type GkeConfidentialOptions } from './gke/gke-confidential-nodes';
export { type GkeFleet, type GkeFleetOptions } from './gke/gke-fleet';
export { type GkeMaintenanceOptions } from './gke/gke-maintenance';
export { type MaintenanceExclusion } from './gke/gke-maintenance-exclusion';
export { type GkeNetworkingOptions, type GkeStandardNetworkingOptions } from './gke/gke-networking';
export { type GkeNodeAutoProvisioning, type GkeResourceLimit } from './gke/gke-node-auto-provisioning';
export {
  LOG_COMPONENTS,
  METRIC_COMPONENTS,
  type GkeLogComponent,
  type GkeMetricComponent,
  type GkeObservabilityOptions,
} from './gke/gke-observability';
export { type GkeSecurityOptions } from './gke/gke-security';
export {
  UPGRADE_EVENTS,
  upgradeTopicName,
  type GkeUpgradeEvent,
  type GkeUpgradeNotificationOptions,
} from './gke/gke-upgrade-notifications';
export { type GkeCostOptions, type GkeUsageExport } from './gke/gke-usage-export';
export {
  type ArtifactRegistryOptions,
  type RepositoryMode,
  type VulnerabilityScanning,
} from './registry/artifact-registry';
export {
  type CleanupPolicies,
  type CleanupPolicy,
  type DeleteVersionsPolicy,
  type KeepNewestPolicy,
  type KeepVersionsPolicy,
  type VersionSelection,
} from './registry/cleanup-policy';
export { RegionalRegistries, type RegionalRegistriesProps } from './registry/regional-registries';
export { RemoteRepository, type RemoteRepositoryProps } from './registry/remote-repository';
export {
  type PublicRegistry,
  type RegistryAddress,
  type RegistryOfOnesOwn,
  type RemoteUpstream,
} from './registry/remote-upstream';
export { type RepositoryName } from './registry/repository-name';
export { type RepositoryOptions } from './registry/repository-options';
export { type UpstreamCredentials } from './registry/upstream-credentials';
export { VirtualRepository, type VirtualRepositoryProps } from './registry/virtual-repository';
export { type VirtualUpstream, type VirtualUpstreams } from './registry/virtual-upstreams';
export { type BackendCache, type CacheOptions, type OriginHeadersCache, type StaticCache } from './edge/cdn';
export { CertificateMap, type CertificateMapProps, type ICertificateMap } from './edge/certificate-map';
export {
  CloudArmorPolicy,
  type CloudArmorOptions,
  type CloudArmorPolicyProps,
  type ICloudArmorPolicy,
} from './edge/cloud-armor-policy';
export { type RateLimit, type RateLimitKey } from './edge/cloud-armor-rate-limit';
export { type CustomRule, type ScopedRateLimit } from './edge/cloud-armor-rules';
export {
  DEFAULT_WAF_RULES,
  type WafRule,
  type WafRules,
  type WafRuleSet,
  type WafVersion,
} from './edge/cloud-armor-waf';
export { DnsAuthorization, type DnsAuthorizationProps, type IDnsAuthorization } from './edge/dns-authorization';
export {
  DnsRecord,
  type DnsRecordOptions,
  type DnsRecordProps,
  type DnsRecordType,
  type IDnsZone,
} from './edge/dns-record';
export {
  DnsZone,
  type DnsZoneOptions,
  type DnsZoneProps,
  type IResolvingNetwork,
  type PrivateDnsZoneProps,
  type PublicDnsZoneProps,
} from './edge/dns-zone';
export { GlobalEntrypoint, type GlobalEntrypointProps } from './edge/global-entrypoint';
export {
  GlobalLoadBalancer,
  type GlobalLoadBalancerOptions,
  type GlobalLoadBalancerProps,
} from './edge/global-load-balancer';
export { type BackendHealthCheck, type BackendProtocol } from './edge/health-check';
export { type HostRoute, type HostRoutes } from './edge/host-routes';
export { type LoadBalancerBackend } from './edge/load-balancer-backend';
export { ManagedCertificate, type ManagedCertificateProps } from './edge/managed-certificate';
export { type NetworkEndpoints } from './edge/network-endpoints';
export { type ClientIpAffinity, type CookieAffinity, type SessionAffinity } from './edge/session-affinity';
export { EDGE_SERVICES } from './project-services';
export { type ClusterSubnetOptions } from './network/cluster-subnet';
export { type SharedSubnet } from './network/shared-vpc-host';
