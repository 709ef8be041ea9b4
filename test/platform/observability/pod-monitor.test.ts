import { IstioMesh } from '../../../lib/platform/mesh/istio-mesh';
import type { Mesh } from '../../../lib/platform/mesh/mesh';
import { PodMonitor } from '../../../lib/platform/observability/pod-monitor';
import { synth, type Objects } from '../../support/manifests';

const ENDPOINT = 'spec.podMetricsEndpoints.0';

function monitor(mesh?: Mesh): Objects {
  return synth(
    (chart) =>
      new PodMonitor(chart, 'monitor', {
        name: 'log-agent',
        namespace: 'funlynk',
        labels: { 'app.kubernetes.io/part-of': 'funlynk' },
        selector: { 'app.kubernetes.io/name': 'log-agent' },
        metrics: { port: 'metrics' },
        ...(mesh === undefined ? {} : { mesh }),
      }),
  );
}

describe('PodMonitor', () => {
  test('scrapes pods by the name of their port', () => {
    expect(monitor().yaml('PodMonitor')).toMatchSnapshot();
  });

  test('puts series under the name of the service, as a ServiceMonitor does', () => {
    expect(monitor().one('PodMonitor')).toHaveProperty('spec.jobLabel', 'app.kubernetes.io/name');
  });

  test('presents the certificate of the mesh where one is demanded, through a scrape class', () => {
    const object = monitor(new IstioMesh()).one('PodMonitor');
    expect(object).toHaveProperty('spec.scrapeClass', 'mesh-mtls');
    expect(object).toHaveProperty(`${ENDPOINT}.scheme`, 'https');
    expect(object).toHaveProperty(`${ENDPOINT}.tlsConfig`, { insecureSkipVerify: true });
  });

  test('presents none where there is no mesh', () => {
    const object = monitor().one('PodMonitor');
    expect(object).not.toHaveProperty('spec.scrapeClass');
    expect(object).not.toHaveProperty(`${ENDPOINT}.scheme`);
    expect(object).not.toHaveProperty(`${ENDPOINT}.tlsConfig`);
  });
});
