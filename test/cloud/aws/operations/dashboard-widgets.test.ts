import { type DashboardChart, dashboardJson } from '../../../../lib/cloud/aws/operations/dashboard-widgets';
import type { Metric } from '../../../../lib/cloud/aws/operations/metric';

interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

const metric: Metric = { namespace: 'A', metricName: 'errors', statistic: 'Sum', dimensions: { Cluster: 'c' } };
const chart = (title: string, watched: DashboardChart['watched'] = { kind: 'metric', ...metric }): DashboardChart => ({
  ...{ title, watched },
  threshold: 5,
  unit: 'percent',
});
const widgets = (...charts: DashboardChart[]) =>
  (
    JSON.parse(
      dashboardJson('us-east-1', [
        { title: 'Nodes', charts },
        { title: 'Pods', charts: [chart('last')] },
      ]),
    ) as {
      readonly widgets: readonly Widget[];
    }
  ).widgets;

describe('the widgets of a dashboard', () => {
  test('stand three in a row, under headings, without overlap', () => {
    const made = widgets(...['a', 'b', 'c', 'd'].map((title) => chart(title)));
    expect(made.map(({ type, x, y }) => `${type} ${x}/${y}`)).toEqual([
      'text 0/0',
      'metric 0/1',
      'metric 8/1',
      'metric 16/1',
      'metric 0/7',
      'text 0/13',
      'metric 0/14',
    ]);
  });

  test('show a metric, and a line where the alarm goes off', () => {
    expect(widgets(chart('Errors'))[1]?.properties).toEqual({
      title: 'Errors',
      region: 'us-east-1',
      view: 'timeSeries',
      metrics: [['A', 'errors', 'Cluster', 'c', { stat: 'Sum', period: 300 }]],
      annotations: { horizontal: [{ label: 'alarm above 5 (percent)', value: 5 }] },
      yAxis: { left: { min: 0 } },
    });
  });

  test('show the result of an expression, and not what it is calculated from', () => {
    const watched = { kind: 'expression', expression: 'b / a', metrics: { b: metric, a: metric } } as const;
    expect(widgets(chart('Ratio', watched))[1]?.properties['metrics']).toEqual([
      [{ id: 'result', expression: 'b / a', label: 'b / a' }],
      ['A', 'errors', 'Cluster', 'c', { stat: 'Sum', period: 300, id: 'a', visible: false }],
      ['A', 'errors', 'Cluster', 'c', { stat: 'Sum', period: 300, id: 'b', visible: false }],
    ]);
  });

  test('show what a query finds', () => {
    const watched = { kind: 'query', query: 'SELECT MAX(a) FROM b', periodSeconds: 60 } as const;
    expect(widgets(chart('Query', watched))[1]?.properties['metrics']).toEqual([
      [{ id: 'result', expression: 'SELECT MAX(a) FROM b', label: 'SELECT MAX(a) FROM b', period: 60 }],
    ]);
  });
});
