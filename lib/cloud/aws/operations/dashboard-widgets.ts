import { DEFAULT_PERIOD_SECONDS, type Metric, type Watched } from './metric';

/** Columns of a dashboard. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
const COLUMNS = 24;
const CHARTS_PER_ROW = 3;
const CHART_HEIGHT = 6;
const HEADING_HEIGHT = 1;

/** A chart of what an alarm watches, with a line where the alarm goes off. */
export interface DashboardChart {
  readonly title: string;
  readonly watched: Watched;
  readonly threshold: number;
  /** Unit of the threshold, which the line is labelled with. */
  readonly unit: string;
}

/** Charts under a heading. */
export interface DashboardSection {
  readonly title: string;
  readonly charts: readonly DashboardChart[];
}

/** The dashboard as the API takes it, with its keys always in the same order. */
export function dashboardJson(region: string, sections: readonly DashboardSection[]): string {
  let y = 0;
  const widgets = sections.flatMap(({ title, charts }) => {
    const heading = {
      type: 'text',
      ...{ x: 0, y, width: COLUMNS, height: HEADING_HEIGHT },
      properties: { markdown: `## ${title}`, background: 'transparent' },
    };
    const top = y + HEADING_HEIGHT;
    y = top + Math.ceil(charts.length / CHARTS_PER_ROW) * CHART_HEIGHT;
    return [heading, ...charts.map((chart, index) => chartWidget(region, chart, index, top))];
  });
  return JSON.stringify({ widgets });
}

function chartWidget(region: string, { title, watched, threshold, unit }: DashboardChart, index: number, top: number) {
  const width = COLUMNS / CHARTS_PER_ROW;
  return {
    type: 'metric',
    x: (index % CHARTS_PER_ROW) * width,
    y: top + Math.floor(index / CHARTS_PER_ROW) * CHART_HEIGHT,
    ...{ width, height: CHART_HEIGHT },
    properties: {
      ...{ title, region },
      view: 'timeSeries',
      metrics: lines(watched),
      annotations: { horizontal: [{ label: `alarm above ${threshold} (${unit})`, value: threshold }] },
      yAxis: { left: { min: 0 } },
    },
  };
}

/** What is only calculated with has no line of its own. */
function lines(watched: Watched): unknown[] {
  switch (watched.kind) {
    case 'metric':
      return [line(watched)];
    case 'expression':
      return [
        [{ id: 'result', expression: watched.expression, label: watched.label ?? watched.expression }],
        ...Object.entries(watched.metrics)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([id, metric]) => line(metric, { id, visible: false })),
      ];
    case 'query': {
      const { query, label = query, periodSeconds = DEFAULT_PERIOD_SECONDS } = watched;
      return [[{ id: 'result', expression: query, label, period: periodSeconds }]];
    }
  }
}

function line({ namespace, metricName, dimensions = {}, statistic, periodSeconds }: Metric, options: object = {}) {
  const settings = { stat: statistic, period: periodSeconds ?? DEFAULT_PERIOD_SECONDS, ...options };
  return [namespace, metricName, ...Object.entries(dimensions).flat(), settings];
}
