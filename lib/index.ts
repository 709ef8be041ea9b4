export {
  type Cloud,
  type CloudAddresses,
  CLOUDS,
  type Cluster,
  type ClusterNodes,
  NODE_POOL_LABEL,
  type NodePool,
  type QueueAddress,
  type SecretStore,
  STORAGE_CLASSES,
  type StorageClassName,
  type StorageClassSpec,
  type StorageClassSpecs,
  type Taint,
} from './core/cluster';
export { ConstructError, type Refusal } from './core/errors';
export { type Finding, FindingsError, type Severity, type SourceLocation } from './core/finding';
export { type ImageRegistry, imageReference } from './core/image-registry';
export {
  cloudLabels,
  MANAGED_BY,
  NAMESPACE_LABEL,
  SERVICE_LABEL,
  serviceLabels,
  SYSTEM_LABEL,
  systemLabels,
} from './core/labels';
export { KUBECTL_IMAGE } from './core/kubectl-image';
export type { Manifest, ManifestFile } from './core/manifest';
export type { ApiRule } from './core/model/api-access';
export type { BucketDefinition, CloudResources, QueueDefinition, TopicDefinition } from './core/model/cloud-resource';
export type {
  Acceptance,
  Connection,
  ExternalConnection,
  NamespaceConnection,
  ServiceConnection,
} from './core/model/connection';
export type { ContainerFields, ExtraContainer, InitContainer, PodField, RunAs, Sidecar } from './core/model/container';
export type { Disruption, DisruptionLimit, DisruptionSchedule, PodShare } from './core/model/disruption';
export type { Exposure } from './core/model/exposure';
export type { HostAccess, HostPath } from './core/model/host-access';
export type { Placement, SpreadRule } from './core/model/placement';
export { type Ports, type PortSpec, servicePort } from './core/model/port';
export { exec, grpc, http, type Probe, type Probes, type ProbeTiming, tcp } from './core/model/probe';
export type { GpuSpec, ResourceAmounts, ResourceSpec } from './core/model/resources';
export type {
  Analysis,
  AnalysisMetric,
  BlueGreen,
  Canary,
  CanaryStep,
  Recreate,
  RollingUpdate,
  Rollout,
  RolloutEngine,
} from './core/model/rollout';
export type {
  Autoscaling,
  MetricSeries,
  MetricTarget,
  Replicas,
  ScalingMetric,
  ScalingRules,
  VerticalScaling,
} from './core/model/scaling';
export {
  SESSION_METRICS,
  SESSION_SCALE_DOWN,
  SESSION_SERIES,
  type SessionScaling,
  sessionScaling,
} from './core/model/session-scaling';
export {
  type DashboardDefinition,
  defineSystem,
  type ImageSource,
  type Quota,
  type ServiceDefinition,
  type ServiceHandle,
  type SystemBuilder,
  type SystemDefinition,
  type SystemOptions,
} from './core/model/system';
export {
  identityName,
  imageName,
  INGRESS_GATEWAY,
  INGRESS_NAMESPACE,
  namespaceSecrets,
  registryImages,
  SECRET_READER,
  secretReaders,
  serviceIdentities,
  serviceImages,
  type ServiceModel,
  serviceNamespaces,
  type SystemModel,
  systemSecrets,
} from './core/model/system-model';
export type { LogSpec, MetricsSpec, Telemetry, TraceSpec } from './core/model/telemetry';
export type { ConfigSpec, DiskSpec, StorageSpec, VolumeSource, VolumeSpec } from './core/model/volume';
export type {
  CronJobSpec,
  DaemonSetSpec,
  DeploymentSpec,
  JobSpec,
  Quorum,
  StatefulSetSpec,
  WorkloadKind,
  WorkloadSpec,
} from './core/model/workload-spec';
export {
  PRIORITIES,
  type Priority,
  PRIORITY_CLASSES,
  priorityClassName,
  type PriorityClassSpec,
} from './core/priority';
export { formatReport, type ReportProps } from './core/report';
export {
  kubernetesSecret,
  type KubernetesSecretRef,
  secret,
  type SecretRef,
  type SecretSource,
} from './core/secret-ref';
export type { Permission, ServiceIdentity } from './core/service-identity';
export { applyWaivers, type WaivedFinding, type Waiver, type WaiverResult } from './core/waiver';
