import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';

/** Ways into a cluster that nothing here needs, all of them closed. */
export const CLOSED_DOORS: Partial<ContainerClusterConfig> = {
  enableLegacyAbac: false,
  masterAuth: { clientCertificateConfig: { issueClientCertificate: false } },
  // Without a name, one may ask for health, and nothing else.
  anonymousAuthenticationConfig: { mode: 'LIMITED' },
  rbacBindingConfig: {
    enableInsecureBindingSystemAuthenticated: false,
    enableInsecureBindingSystemUnauthenticated: false,
  },
  serviceExternalIpsConfig: { enabled: false },
  nodePoolDefaults: { nodeConfigDefaults: { insecureKubeletReadonlyPortEnabled: 'FALSE' } },
};

/** What is recorded of a cluster. Data access by people and pods is a matter of the project's audit log settings. */
export const OBSERVED: Partial<ContainerClusterConfig> = {
  loggingConfig: {
    enableComponents: ['SYSTEM_COMPONENTS', 'APISERVER', 'CONTROLLER_MANAGER', 'SCHEDULER', 'WORKLOADS'],
  },
  monitoringConfig: {
    enableComponents: [
      'SYSTEM_COMPONENTS',
      'APISERVER',
      'SCHEDULER',
      'CONTROLLER_MANAGER',
      'STORAGE',
      'HPA',
      'POD',
      'DAEMONSET',
      'DEPLOYMENT',
      'STATEFULSET',
    ],
    managedPrometheus: { enabled: true },
    advancedDatapathObservabilityConfig: { enableMetrics: true, enableRelay: false },
  },
  // Images are scanned in the registry; GKE's own scanning of workloads is being retired.
  securityPostureConfig: { mode: 'BASIC', vulnerabilityMode: 'VULNERABILITY_DISABLED' },
  costManagementConfig: { enabled: true },
};

/** Parts of GKE that manifests rely on. */
export const FEATURES: Partial<ContainerClusterConfig> = {
  // Dataplane V2: enforces network policies, so the older network policy add-on has to stay unset.
  datapathProvider: 'ADVANCED_DATAPATH',
  networkingMode: 'VPC_NATIVE',
  enableShieldedNodes: true,
  gatewayApiConfig: { channel: 'CHANNEL_STANDARD' },
  addonsConfig: {
    gcePersistentDiskCsiDriverConfig: { enabled: true },
    // The Gateway controller needs it.
    httpLoadBalancing: { disabled: false },
    // A cache on each node would need a rule of its own in every network policy that allows DNS.
    dnsCacheConfig: { enabled: false },
  },
};
