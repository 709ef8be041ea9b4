import type { DashboardChart } from './gke-dashboard-charts';

/** Columns of a mosaic. https://cloud.google.com/monitoring/api/ref_v3/rest/v1/projects.dashboards#MosaicLayout */
const COLUMNS = 48;
const CHARTS_PER_ROW = 3;
const CHART_HEIGHT = 16;
const HEADER_HEIGHT = 5;

/** Charts under a heading. */
export interface DashboardSection {
  readonly title: string;
  readonly charts: readonly DashboardChart[];
}

/** The dashboard as the API takes it, with its keys always in the same order. */
export function dashboardJson(displayName: string, sections: readonly DashboardSection[]): string {
  return JSON.stringify({ displayName, mosaicLayout: { columns: COLUMNS, tiles: tiles(sections) } });
}

function tiles(sections: readonly DashboardSection[]): object[] {
  let y = 0;
  return sections.flatMap(({ title, charts }) => {
    const header = tile(0, y, COLUMNS, HEADER_HEIGHT, { title, sectionHeader: { dividerBelow: true } });
    const top = y + HEADER_HEIGHT;
    const rows = Math.ceil(charts.length / CHARTS_PER_ROW);
    y = top + rows * CHART_HEIGHT;
    return [header, ...charts.map((chart, index) => chartTile(chart, index, top))];
  });
}

function chartTile(chart: DashboardChart, index: number, top: number): object {
  const width = COLUMNS / CHARTS_PER_ROW;
  const x = (index % CHARTS_PER_ROW) * width;
  const y = top + Math.floor(index / CHARTS_PER_ROW) * CHART_HEIGHT;
  return tile(x, y, width, CHART_HEIGHT, {
    title: chart.title,
    xyChart: { dataSets: dataSets(chart) },
  });
}

/** Lines of one query are told apart by their labels; where there are several queries, by the queries' names. */
function dataSets({ queries, unit }: DashboardChart): object[] {
  const entries = Object.entries(queries);
  return entries.map(([name, prometheusQuery]) => ({
    plotType: 'LINE',
    ...(entries.length > 1 ? { legendTemplate: name } : {}),
    timeSeriesQuery: { prometheusQuery, ...(unit === undefined ? {} : { unitOverride: unit }) },
  }));
}

/** Google leaves out positions of 0 when it gives the dashboard back, so writing them would be a change for ever. */
function tile(xPos: number, yPos: number, width: number, height: number, widget: object): object {
  return { ...(xPos === 0 ? {} : { xPos }), ...(yPos === 0 ? {} : { yPos }), width, height, widget };
}
