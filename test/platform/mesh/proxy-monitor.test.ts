import { ISTIO_REQUESTS } from '../../../lib/platform/mesh/istio-requests';
import { ProxyMonitor, seriesLabel } from '../../../lib/platform/mesh/proxy-monitor';
import { synth } from '../../support/manifests';

const SELECTOR = { 'app.kubernetes.io/name': 'backend' };

describe('ProxyMonitor', () => {
  const objects = synth(
    (chart) =>
      new ProxyMonitor(chart, 'Monitor', {
        name: 'backend-requests',
        namespace: 'funlynk',
        labels: SELECTOR,
        selector: SELECTOR,
        requests: ISTIO_REQUESTS,
        versionLabel: 'rollouts-pod-template-hash',
      }),
  );

  test('has Prometheus read the series that queries need, told apart by version, and no others', () => {
    expect(objects.yaml('PodMonitor')).toMatchSnapshot();
  });

  test('lets Prometheus reach the port of the proxies, and nobody else', () => {
    expect(objects.one('NetworkPolicy', 'backend-requests-from-prometheus')).toMatchObject({
      spec: {
        podSelector: { matchLabels: SELECTOR },
        ingress: [
          {
            from: [
              {
                namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
                podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
              },
            ],
            ports: [{ port: 15090, protocol: 'TCP' }],
          },
        ],
      },
    });
  });
});

test.each([
  ['rollouts-pod-template-hash', 'rollouts_pod_template_hash'],
  ['app.kubernetes.io/name', 'app_kubernetes_io_name'],
  ['app', 'app'],
])('Prometheus has the label %s of a pod as %s', (label, expected) => {
  expect(seriesLabel(label)).toBe(expected);
});
