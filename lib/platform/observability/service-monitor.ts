import { Construct } from 'constructs';
import {
  ServiceMonitor as ServiceMonitorResource,
  ServiceMonitorSpecEndpointsScheme,
  type ServiceMonitorSpecEndpoints,
} from '../../../imports/prometheus-operator-monitoring.coreos.com';
import type { MetricsSpec } from '../../core/model/telemetry';
import type { Mesh } from '../mesh/mesh';

/** What is scraped where `MetricsSpec` does not say. */
export const METRICS_DEFAULTS = { path: '/metrics', intervalSeconds: 30, timeoutSeconds: 10 } as const;

export interface ServiceMonitorProps {
  readonly name: string;
  readonly namespace: string;
  /** @default - no labels */
  readonly labels?: Readonly<Record<string, string>>;
  /** Labels of the Service. */
  readonly selector: Readonly<Record<string, string>>;
  readonly metrics: MetricsSpec;
  /** @default - the pods answer without the mesh's mutual TLS */
  readonly mesh?: Mesh;
}

/** Has Prometheus scrape a service; through the mesh's mutual TLS where one is demanded. */
export class ServiceMonitor extends Construct {
  constructor(scope: Construct, id: string, props: ServiceMonitorProps) {
    super(scope, id);
    const { name, namespace, labels, selector, metrics, mesh } = props;
    new ServiceMonitorResource(this, 'Resource', {
      metadata: { name, namespace, ...(labels === undefined ? {} : { labels: { ...labels } }) },
      spec: {
        selector: { matchLabels: { ...selector } },
        endpoints: [{ ...scrape(metrics), ...tls(mesh) }],
      },
    });
  }
}

/** What every kind of monitor says of a scrape. */
export function scrape({
  port,
  path = METRICS_DEFAULTS.path,
  intervalSeconds = METRICS_DEFAULTS.intervalSeconds,
  timeoutSeconds = METRICS_DEFAULTS.timeoutSeconds,
}: MetricsSpec): {
  readonly port: string;
  readonly path: string;
  readonly interval: string;
  readonly scrapeTimeout: string;
} {
  return { port, path, interval: `${intervalSeconds}s`, scrapeTimeout: `${timeoutSeconds}s` };
}

function tls(mesh: Mesh | undefined): Pick<ServiceMonitorSpecEndpoints, 'scheme' | 'tlsConfig'> {
  if (mesh?.scrapeTls === undefined) return {};
  return {
    scheme: ServiceMonitorSpecEndpointsScheme.HTTPS,
    // The mesh's certificates name a service account, not a host; the client's own certificate is what is checked.
    tlsConfig: { ...mesh.scrapeTls, insecureSkipVerify: true },
  };
}
