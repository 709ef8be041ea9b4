import { MetricTemplate } from '../../../lib/platform/delivery/metric-template';
import { synth } from '../../support/manifests';

test('MetricTemplate has Flagger ask Prometheus', () => {
  const objects = synth(
    (chart) =>
      new MetricTemplate(chart, 'Metric', {
        name: 'backend-errors',
        namespace: 'funlynk',
        measurement: { query: 'sum(errors)', max: 5 },
      }),
  );
  expect(objects.one('MetricTemplate')).toMatchObject({
    metadata: { name: 'backend-errors', namespace: 'funlynk' },
    spec: {
      provider: { type: 'prometheus', address: 'http://prometheus-operated.monitoring.svc.cluster.local:9090' },
      query: 'sum(errors)',
    },
  });
});
