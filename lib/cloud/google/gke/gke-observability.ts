import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import type { Refusal } from '../../../core/errors';

/** What GKE can log. https://cloud.google.com/kubernetes-engine/docs/concepts/about-logs */
export const LOG_COMPONENTS = [
  'SYSTEM_COMPONENTS',
  'APISERVER',
  'CONTROLLER_MANAGER',
  'SCHEDULER',
  'WORKLOADS',
  'KCP_CONNECTION',
  'KCP_SSHD',
  'KCP_HPA',
] as const;
export type GkeLogComponent = (typeof LOG_COMPONENTS)[number];

/** What GKE can measure. https://cloud.google.com/kubernetes-engine/docs/how-to/configure-metrics */
export const METRIC_COMPONENTS = [
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
  'KUBELET',
  'CADVISOR',
  'DCGM',
  'JOBSET',
] as const;
export type GkeMetricComponent = (typeof METRIC_COMPONENTS)[number];

/** The part of a cluster's options that has to do with what is recorded of it. */
export interface GkeObservabilityOptions {
  /**
   * What is logged; `SYSTEM_COMPONENTS` always. Cloud Logging charges by the amount.
   *
   * @default - all of `LOG_COMPONENTS`
   */
  readonly logComponents?: readonly GkeLogComponent[];
  /**
   * What is measured; `SYSTEM_COMPONENTS` always. All but those are charged by the sample.
   *
   * @default - all of `METRIC_COMPONENTS`
   */
  readonly metricComponents?: readonly GkeMetricComponent[];
  /**
   * Whether Google runs the collectors of Managed Prometheus, which read `PodMonitoring` objects.
   *
   * @default true
   */
  readonly managedPrometheus?: boolean;
  /**
   * Whether Google also collects, unasked, the metrics of well-known programs that it finds (`ALL`).
   *
   * @default 'NONE'
   */
  readonly autoMonitoring?: 'ALL' | 'NONE';
  /**
   * Whether Dataplane V2 counts what it forwards and what it drops.
   *
   * @default true
   */
  readonly dataplaneMetrics?: boolean;
  /**
   * Whether Hubble can show single flows. It costs every node some processor time.
   *
   * @default false
   */
  readonly dataplaneRelay?: boolean;
}

/** What is recorded of a cluster, as the provider writes it. Who reads data is a matter of the project's audit logs. */
export function observability(options: GkeObservabilityOptions): Partial<ContainerClusterConfig> {
  const { logComponents = LOG_COMPONENTS, metricComponents = METRIC_COMPONENTS } = options;
  const { managedPrometheus = true, autoMonitoring = 'NONE' } = options;
  return {
    // In an order of their own, whichever way they were named.
    loggingConfig: { enableComponents: LOG_COMPONENTS.filter((component) => logComponents.includes(component)) },
    monitoringConfig: {
      enableComponents: METRIC_COMPONENTS.filter((component) => metricComponents.includes(component)),
      managedPrometheus: {
        enabled: managedPrometheus,
        ...(managedPrometheus ? { autoMonitoringConfig: { scope: autoMonitoring } } : {}),
      },
      advancedDatapathObservabilityConfig: {
        enableMetrics: options.dataplaneMetrics ?? true,
        enableRelay: options.dataplaneRelay ?? false,
      },
    },
  };
}

/** Refuses a cluster that says nothing of itself, and what needs more than it was given. */
export function observabilityRefusals(options: GkeObservabilityOptions): (Refusal | undefined)[] {
  const { managedPrometheus = true, autoMonitoring = 'NONE' } = options;
  return [
    systemRefusal('logComponents', options.logComponents),
    systemRefusal('metricComponents', options.metricComponents),
    autoMonitoring === 'ALL' && !managedPrometheus
      ? {
          property: 'autoMonitoring',
          rule: 'must be NONE without managedPrometheus',
          got: autoMonitoring,
          remedy: 'leave managedPrometheus out',
        }
      : undefined,
  ];
}

function systemRefusal(property: string, components: readonly string[] | undefined): Refusal | undefined {
  if (components === undefined || components.includes('SYSTEM_COMPONENTS')) return undefined;
  return { property, rule: 'must hold SYSTEM_COMPONENTS, without which GKE records nothing else', got: components };
}
