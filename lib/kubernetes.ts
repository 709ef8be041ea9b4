export { DisruptionBudget, type DisruptionBudgetProps } from './platform/autoscaling/disruption-budget';
export {
  ADAPTER_DEFAULTS,
  type AdapterConfig,
  adapterConfig,
  MetricsAdapterRules,
  type MetricsAdapterRulesProps,
  type ScaledService,
} from './platform/autoscaling/metrics-adapter-rules';
export {
  BUDGET_OWNED_FIELDS,
  ScheduledDisruptionBudget,
  type ScheduledDisruptionBudgetProps,
} from './platform/autoscaling/scheduled-disruption-budget';
export { AnalysisTemplate, type AnalysisTemplateProps } from './platform/delivery/analysis-template';
export { type FlaggerAutoscaler, FlaggerCanary, type FlaggerCanaryProps } from './platform/delivery/flagger-canary';
export type { Measurement } from './platform/delivery/measurement';
export { MetricTemplate, type MetricTemplateProps } from './platform/delivery/metric-template';
export { type OwnedFields, ROLLOUT_OWNED_FIELDS } from './platform/delivery/owned-fields';
export { manifestYaml, renderManifests } from './platform/gitops/render';
export { type GatewayRoute, gatewaySplits, IstioGateway, type IstioGatewayProps } from './platform/mesh/istio-gateway';
export { IstioMesh } from './platform/mesh/istio-mesh';
export type { Mesh, MeshExternalHost, MeshPrincipal, MeshRule, MeshScope, MeshScrapeTls } from './platform/mesh/mesh';
export type { MeshRequestMetrics, RequestQuery } from './platform/mesh/request-metrics';
export type {
  DelegatedSplit,
  MeshSplitting,
  SplitRoutes,
  SplitService,
  TrafficSplit,
} from './platform/mesh/traffic-split';
export { allowEgressToEntity, type CiliumEntity } from './platform/network/cilium-policy';
export { allowEgressToHosts, type AllowHostsProps, type HostPolicies } from './platform/network/host-policy';
export {
  type AddressRange,
  type AllowedPort,
  allowEgress,
  allowEgressToRange,
  allowEgressToRanges,
  allowIngress,
  type AllowProps,
  denyAll,
} from './platform/network/network-policy';
export { DNS_PEER, NODE_LOCAL_DNS, type PodPeer, PROMETHEUS_PEER } from './platform/network/peer';
export { collectorEndpoint, collectorPort, OTEL_COLLECTOR } from './platform/observability/collector';
export { GrafanaDashboard, type GrafanaDashboardProps } from './platform/observability/grafana-dashboard';
export { MESH_SCRAPE_CLASS, PodMonitor, type PodMonitorProps } from './platform/observability/pod-monitor';
export { PROMETHEUS_ADDRESS } from './platform/observability/prometheus';
export { METRICS_DEFAULTS, ServiceMonitor, type ServiceMonitorProps } from './platform/observability/service-monitor';
export { PriorityClasses, type PriorityClassesProps } from './platform/scheduling/priority-classes';
export { ExternalSecret, type ExternalSecretProps, tlsSecretData } from './platform/secrets/external-secret';
export { SECRET_STORE, SecretStore, type SecretStoreProps } from './platform/secrets/secret-store';
export { StorageClasses } from './platform/storage/storage-class';
export { NamespaceBounds, type NamespaceBoundsProps } from './platform/tenancy/namespace-bounds';
export { NamespaceIsolation, type NamespaceIsolationProps } from './platform/tenancy/namespace-isolation';
export {
  POD_SECURITY_ANNOTATION,
  podSecurityLabels,
  type PodSecurityLevel,
  TenantNamespace,
  type TenantNamespaceProps,
} from './platform/tenancy/tenant-namespace';
export * from './workloads';
