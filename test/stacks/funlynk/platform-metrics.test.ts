import { value } from '../../../lib/checks/output';
import { clusterFiles } from '../cluster-files';
import { environmentOf } from '../environments';

/** Version of Grafana's dashboard model below which a dashboard is one of Grafana 11 or older. */
const CURRENT_SCHEMA = 41;

const files = clusterFiles(environmentOf('funlynk/staging'), 'us-east-1');
const configMap = files.file('90-observability/configmap-dashboard-funlynk-platform');
const dashboard: unknown = JSON.parse(String(value(configMap, 'data', 'funlynk-platform.json')));
const panels = value(dashboard, 'panels');

test('the dashboard is found by Grafana, by its label', () => {
  expect(configMap).toMatchObject({ metadata: { namespace: 'funlynk', labels: { grafana_dashboard: '1' } } });
});

test('it has its title and the current schema, at the top level where Grafana reads them', () => {
  expect(dashboard).toMatchObject({ title: 'Funlynk Platform Metrics', schemaVersion: CURRENT_SCHEMA });
});

test('its three panels are of the type that took the place of the graph of the seed', () => {
  expect(panels).toMatchObject([{ type: 'timeseries' }, { type: 'timeseries' }, { type: 'timeseries' }]);
});

test.each([
  ['Request Rate', 'sum by (method, status) (rate(http_requests_total{job="backend"}[5m]))', '{{method}} {{status}}'],
  [
    'Response Time',
    'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{job="backend"}[5m])))',
    '95th percentile',
  ],
  // The seed's queries are per pod; what a reader of the panel wants is the sum over all of them.
  ['Error Rate', 'sum(rate(http_requests_total{job="backend",status=~"5.."}[5m]))', '5xx errors'],
])('its panel %s shows the metric of the seed, summed over the pods', (title, expr, legendFormat) => {
  expect(panels).toContainEqual(
    expect.objectContaining({ title, targets: [expect.objectContaining({ expr, legendFormat })] }),
  );
});
