import { Construct } from 'constructs';
import {
  PodMonitor as PodMonitorResource,
  PodMonitorSpecPodMetricsEndpointsScheme,
  type PodMonitorSpecPodMetricsEndpoints,
} from '../../../imports/prometheus-operator-monitoring.coreos.com';
import { SERVICE_LABEL } from '../../core/labels';
import type { Mesh } from '../mesh/mesh';
import { scrape, type ServiceMonitorProps } from './service-monitor';

/**
 * Scrape class with which Prometheus presents the mesh's certificates. A PodMonitor may name no files of Prometheus;
 * the class of this name names them. https://prometheus-operator.dev/docs/developer/scrapeclass/
 */
export const MESH_SCRAPE_CLASS = 'mesh-mtls';

/** As for a `ServiceMonitor`, but that `selector` are labels of the pods. */
export type PodMonitorProps = ServiceMonitorProps;

/** Has Prometheus scrape pods without a Service before them; through the mesh's mutual TLS where one is demanded. */
export class PodMonitor extends Construct {
  constructor(scope: Construct, id: string, props: PodMonitorProps) {
    super(scope, id);
    const { name, namespace, labels, selector, metrics, mesh } = props;
    new PodMonitorResource(this, 'Resource', {
      metadata: { name, namespace, ...(labels === undefined ? {} : { labels: { ...labels } }) },
      spec: {
        // Series are found under the service's name, as those are that come through a Service.
        jobLabel: SERVICE_LABEL,
        selector: { matchLabels: { ...selector } },
        ...(mesh?.scrapeTls === undefined ? {} : { scrapeClass: MESH_SCRAPE_CLASS }),
        podMetricsEndpoints: [{ ...scrape(metrics), ...tls(mesh) }],
      },
    });
  }
}

function tls(mesh: Mesh | undefined): Pick<PodMonitorSpecPodMetricsEndpoints, 'scheme' | 'tlsConfig'> {
  if (mesh?.scrapeTls === undefined) return {};
  // The mesh's certificates name a service account, not a host; the client's own certificate is what is checked.
  return { scheme: PodMonitorSpecPodMetricsEndpointsScheme.HTTPS, tlsConfig: { insecureSkipVerify: true } };
}
