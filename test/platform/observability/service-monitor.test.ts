import type { MetricsSpec } from '../../../lib/core/model/telemetry';
import { IstioMesh } from '../../../lib/platform/mesh/istio-mesh';
import type { Mesh } from '../../../lib/platform/mesh/mesh';
import { METRICS_DEFAULTS, ServiceMonitor } from '../../../lib/platform/observability/service-monitor';
import { synth, type Objects } from '../../support/manifests';

const ENDPOINT = 'spec.endpoints.0';

function monitor(metrics: Partial<MetricsSpec> = {}, mesh?: Mesh): Objects {
  const props = { name: 'backend', namespace: 'funlynk', selector: { 'app.kubernetes.io/name': 'backend' } };
  return synth(
    (chart) =>
      new ServiceMonitor(chart, 'monitor', {
        ...props,
        metrics: { port: 'http', ...metrics },
        ...(mesh === undefined ? {} : { mesh }),
      }),
  );
}

describe('ServiceMonitor', () => {
  test('scrapes a Service by the name of its port', () => {
    expect(monitor().yaml('ServiceMonitor')).toMatchInlineSnapshot(`
      "apiVersion: monitoring.coreos.com/v1
      kind: ServiceMonitor
      metadata:
        name: backend
        namespace: funlynk
      spec:
        endpoints:
          - interval: 30s
            path: /metrics
            port: http
            scrapeTimeout: 10s
        selector:
          matchLabels:
            app.kubernetes.io/name: backend
      "
    `);
  });

  test('scrapes what it is told to, as often as it is told to', () => {
    const object = monitor({ path: '/stats', intervalSeconds: 15, timeoutSeconds: 5 }).one('ServiceMonitor');
    expect(object).toHaveProperty(ENDPOINT, { port: 'http', path: '/stats', interval: '15s', scrapeTimeout: '5s' });
  });

  test('takes undefined for not said', () => {
    const nothing = { path: undefined, intervalSeconds: undefined, timeoutSeconds: undefined };
    expect(monitor(nothing).one('ServiceMonitor')).toEqual(monitor().one('ServiceMonitor'));
  });

  test('presents the certificate of the mesh where one is demanded', () => {
    const object = monitor({}, new IstioMesh()).one('ServiceMonitor');
    expect(object).toHaveProperty(`${ENDPOINT}.scheme`, 'https');
    expect(object).toHaveProperty(`${ENDPOINT}.tlsConfig`, {
      caFile: '/etc/prom-certs/root-cert.pem',
      certFile: '/etc/prom-certs/cert-chain.pem',
      keyFile: '/etc/prom-certs/key.pem',
      insecureSkipVerify: true,
    });
  });

  test('presents none where there is no mesh', () => {
    const object = monitor().one('ServiceMonitor');
    expect(object).not.toHaveProperty(`${ENDPOINT}.scheme`);
    expect(object).not.toHaveProperty(`${ENDPOINT}.tlsConfig`);
  });

  test('gives up before it would begin again', () => {
    expect(METRICS_DEFAULTS.timeoutSeconds).toBeLessThan(METRICS_DEFAULTS.intervalSeconds);
  });
});
