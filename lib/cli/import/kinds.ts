/**
 * Kinds that get bindings, by the module name of `cdk8s.yaml`. Bindings of a whole project run to tens of thousands of
 * lines, so only what the code uses stands here.
 */
export const KINDS: Readonly<Record<string, readonly string[]>> = {
  'external-secrets': ['ExternalSecret', 'SecretStore'],
  istio: [
    'AuthorizationPolicy',
    'DestinationRule',
    'Gateway',
    'PeerAuthentication',
    'ServiceEntry',
    'Sidecar',
    'Telemetry',
    'VirtualService',
  ],
  'prometheus-operator': ['PodMonitor', 'PrometheusRule', 'ServiceMonitor'],
  'argo-rollouts': ['AnalysisTemplate'],
  cilium: ['CiliumNetworkPolicy'],
  flagger: ['Canary', 'MetricTemplate'],
  keda: ['ScaledObject', 'TriggerAuthentication'],
  'vertical-pod-autoscaler': ['VerticalPodAutoscaler'],
};

/** A part of a kind's schema of which only some properties get bindings. */
export interface KeptPart {
  /** Keys from the schema's root to the properties. */
  readonly path: readonly string[];
  /** Names of the properties that stay. */
  readonly keep: readonly string[];
}

/**
 * By kind: a secret store knows forty providers, 12,000 lines of bindings, and we use two; an analysis template can run
 * Jobs, 11,000 lines, and we ask Prometheus; a policy of Cilium may be a list of policies, 9,000 lines, and we write egress.
 */
export const KEPT_PARTS: Readonly<Record<string, readonly KeptPart[]>> = {
  AnalysisTemplate: [
    {
      path: ['properties', 'spec', 'properties', 'metrics', 'items', 'properties', 'provider', 'properties'],
      keep: ['prometheus'],
    },
  ],
  CiliumNetworkPolicy: [
    { path: ['properties'], keep: ['apiVersion', 'kind', 'metadata', 'spec'] },
    { path: ['properties', 'spec', 'properties'], keep: ['egress', 'endpointSelector'] },
  ],
  SecretStore: [{ path: ['properties', 'spec', 'properties', 'provider', 'properties'], keep: ['aws', 'gcpsm'] }],
};
