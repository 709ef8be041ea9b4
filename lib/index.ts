export {
  type Cloud,
  CLOUDS,
  type Cluster,
  type SecretStore,
  STORAGE_CLASSES,
  type StorageClassName,
  type StorageClassSpec,
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
export type { Manifest, ManifestFile } from './core/manifest';
export type { Exposure } from './core/model/exposure';
export { exec, http, type Probe, type Probes, type ProbeTiming, tcp } from './core/model/probe';
export type { Autoscaling, Replicas, ScalingRules } from './core/model/scaling';
export {
  type Connection,
  type DashboardDefinition,
  defineSystem,
  type ExternalConnection,
  type ImageSource,
  type Quota,
  type ServiceConnection,
  type ServiceDefinition,
  type ServiceHandle,
  type SystemBuilder,
  type SystemDefinition,
  type SystemOptions,
} from './core/model/system';
export {
  imageName,
  INGRESS_GATEWAY,
  INGRESS_NAMESPACE,
  namespaceSecrets,
  registryImages,
  SECRET_READER,
  secretReaders,
  type ServiceModel,
  type SystemModel,
  systemSecrets,
} from './core/model/system-model';
export type {
  ConfigSpec,
  DeploymentSpec,
  MetricsSpec,
  PortSpec,
  ResourceAmounts,
  ResourceSpec,
  RunAs,
  StatefulSetSpec,
  StorageSpec,
  WorkloadSpec,
} from './core/model/workload-spec';
export { formatReport, type ReportProps } from './core/report';
export { secret, type SecretRef } from './core/secret-ref';
export type { Permission, ServiceIdentity } from './core/service-identity';
export { applyWaivers, type WaivedFinding, type Waiver, type WaiverResult } from './core/waiver';
