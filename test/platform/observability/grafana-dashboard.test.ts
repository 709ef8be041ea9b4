import { GrafanaDashboard } from '../../../lib/platform/observability/grafana-dashboard';
import { synth, type Objects } from '../../support/manifests';

function panel(title: string): { title: string; unit: string; expr: string; legend: string } {
  return { title, unit: 'reqps', expr: `sum(rate(${title}[5m]))`, legend: '{{ pod }}' };
}

function objects(...titles: readonly string[]): Objects {
  const definition = { title: 'Traffic', panels: titles.map(panel) };
  return synth(
    (chart) => new GrafanaDashboard(chart, 'dashboard', { name: 'traffic', namespace: 'funlynk', definition }),
  );
}

function dashboard(...titles: readonly string[]): unknown {
  const { data } = objects(...titles).one('ConfigMap');
  const files = data as Readonly<Record<string, string>>;
  return JSON.parse(files['traffic.json'] ?? '');
}

describe('GrafanaDashboard', () => {
  test('is found by Grafana’s sidecar through its label', () => {
    expect(objects('requests').one('ConfigMap')).toMatchObject({
      metadata: { name: 'dashboard-traffic', namespace: 'funlynk', labels: { grafana_dashboard: '1' } },
    });
  });

  test('is this dashboard', () => {
    expect(dashboard('requests')).toMatchSnapshot();
  });

  test('has panels of time series, as current versions of Grafana draw them', () => {
    expect(dashboard('requests')).toMatchObject({ schemaVersion: 41, panels: [{ type: 'timeseries' }] });
  });

  test('asks for the query and names the unit of each panel', () => {
    expect(dashboard('requests')).toMatchObject({
      panels: [
        {
          title: 'requests',
          fieldConfig: { defaults: { unit: 'reqps' } },
          targets: [{ expr: 'sum(rate(requests[5m]))', legendFormat: '{{ pod }}' }],
        },
      ],
    });
  });

  test('takes its data from the source that its reader chooses', () => {
    expect(dashboard('requests')).toMatchObject({
      templating: { list: [{ name: 'datasource', type: 'datasource', query: 'prometheus' }] },
      panels: [{ datasource: { type: 'prometheus', uid: '$' + '{datasource}' } }],
    });
  });

  test('numbers its panels, and puts two in a row', () => {
    expect(dashboard('a', 'b', 'c')).toMatchObject({
      panels: [
        { id: 1, gridPos: { x: 0, y: 0 } },
        { id: 2, gridPos: { x: 12, y: 0 } },
        { id: 3, gridPos: { x: 0, y: 8 } },
      ],
    });
  });

  test('cannot be edited in place, where the next deployment would undo it', () => {
    expect(dashboard('requests')).toMatchObject({ editable: false });
  });
});
