import { Construct } from 'constructs';
import {
  PodMonitor,
  PodMonitorSpecPodMetricsEndpointsMetricRelabelingsAction,
} from '../../../imports/prometheus-operator-monitoring.coreos.com';
import { allowIngress } from '../network/network-policy';
import { PROMETHEUS_PEER } from '../network/peer';
import type { MeshRequestMetrics } from './request-metrics';

/** How often proxies are asked; four times in the shortest window of a query. */
const INTERVAL_SECONDS = 15;

export interface ProxyMonitorProps {
  readonly name: string;
  readonly namespace: string;
  /** Labels of every object. */
  readonly labels: Readonly<Record<string, string>>;
  /** Labels of the pods. */
  readonly selector: Readonly<Record<string, string>>;
  readonly requests: MeshRequestMetrics;
  /** Label of the pods that tells their versions apart; every series gets it. */
  readonly versionLabel: string;
}

/** Has Prometheus read what the mesh counts of some pods' requests, and lets it. */
export class ProxyMonitor extends Construct {
  constructor(scope: Construct, id: string, props: ProxyMonitorProps) {
    super(scope, id);
    const { name, namespace, labels, selector, requests, versionLabel } = props;
    new PodMonitor(this, 'Resource', {
      metadata: { name, namespace, labels: { ...labels } },
      spec: {
        selector: { matchLabels: { ...selector } },
        podTargetLabels: [versionLabel],
        podMetricsEndpoints: [
          {
            port: requests.port.name,
            path: requests.path,
            interval: `${INTERVAL_SECONDS}s`,
            // A proxy publishes hundreds of series that nobody asks for here.
            metricRelabelings: [
              {
                sourceLabels: ['__name__'],
                regex: requests.series.join('|'),
                action: PodMonitorSpecPodMetricsEndpointsMetricRelabelingsAction.KEEP,
              },
            ],
          },
        ],
      },
    });
    allowIngress(this, 'FromPrometheus', {
      name: `${name}-from-prometheus`,
      namespace,
      selector,
      from: PROMETHEUS_PEER,
      ports: [{ port: requests.port.number }],
    });
  }
}

/** Name under which Prometheus has a label of a pod. */
export function seriesLabel(podLabel: string): string {
  return podLabel.replaceAll(/[^a-zA-Z0-9_]/g, '_');
}
