export { manifestYaml, renderManifests } from './platform/gitops/render';
export { type GatewayRoute, IstioGateway, type IstioGatewayProps } from './platform/mesh/istio-gateway';
export { IstioMesh } from './platform/mesh/istio-mesh';
export type { Mesh, MeshExternalHost, MeshPrincipal, MeshRule, MeshScrapeTls } from './platform/mesh/mesh';
export {
  type AllowedPort,
  allowEgress,
  allowEgressToRange,
  allowIngress,
  type AllowProps,
  denyAll,
} from './platform/network/network-policy';
export { DNS_PEER, type PodPeer, PROMETHEUS_PEER } from './platform/network/peer';
export { GrafanaDashboard, type GrafanaDashboardProps } from './platform/observability/grafana-dashboard';
export { METRICS_DEFAULTS, ServiceMonitor, type ServiceMonitorProps } from './platform/observability/service-monitor';
export { ExternalSecret, type ExternalSecretProps, tlsSecretData } from './platform/secrets/external-secret';
export { SECRET_STORE, SecretStore, type SecretStoreProps } from './platform/secrets/secret-store';
export { StorageClasses } from './platform/storage/storage-class';
export { NamespaceBounds, type NamespaceBoundsProps } from './platform/tenancy/namespace-bounds';
export { NamespaceIsolation, type NamespaceIsolationProps } from './platform/tenancy/namespace-isolation';
export { podSecurityLabels, TenantNamespace, type TenantNamespaceProps } from './platform/tenancy/tenant-namespace';
export * from './workloads';
