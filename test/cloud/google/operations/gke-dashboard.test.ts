import {
  GkeDashboard,
  type GkeDashboardProps,
  type GkeDashboardSection,
} from '../../../../lib/cloud/google/operations/gke-dashboard';
import { googleStack, only, PROJECT, REGION } from '../synth';
import { promqlFault } from './promql-balance';

const cluster = { project: PROJECT, location: REGION, clusterName: 'main' };

interface Tile {
  readonly xPos?: number;
  readonly yPos?: number;
  readonly width: number;
  readonly height: number;
  readonly widget: {
    readonly title: string;
    readonly xyChart?: {
      readonly dataSets: readonly {
        readonly legendTemplate?: string;
        readonly timeSeriesQuery: { readonly prometheusQuery: string; readonly unitOverride?: string };
      }[];
    };
  };
}
interface Dashboard {
  readonly displayName: string;
  readonly mosaicLayout: { readonly columns: number; readonly tiles: readonly Tile[] };
}

function dashboard(props: Partial<GkeDashboardProps> = {}): Dashboard {
  const stack = googleStack();
  new GkeDashboard(stack, 'dashboard', { cluster, ...props });
  return JSON.parse(String(only(stack, 'google_monitoring_dashboard')['dashboard_json'])) as Dashboard;
}

const titles = ({ mosaicLayout }: Dashboard) => mosaicLayout.tiles.map(({ widget }) => widget.title);

describe('GkeDashboard', () => {
  const { displayName, mosaicLayout } = dashboard();

  test('shows nodes, pods, resources, volumes, network and control plane', () => {
    expect(displayName).toBe('GKE: main');
    expect(titles(dashboard())).toMatchSnapshot();
  });

  test('asks in PromQL that is whole, of this cluster alone', () => {
    const queries = mosaicLayout.tiles.flatMap(({ widget }) =>
      (widget.xyChart?.dataSets ?? []).map(({ timeSeriesQuery }) => timeSeriesQuery.prometheusQuery),
    );
    expect(queries.length).toBeGreaterThan(15);
    for (const query of queries) {
      expect([query, promqlFault(query)]).toEqual([query, undefined]);
      expect(query).toMatch(/cluster(_name)?="main"/);
    }
  });

  test('lays tiles out without gaps at the left, overlaps or zeros', () => {
    for (const { xPos, yPos, width } of mosaicLayout.tiles) {
      expect((xPos ?? 0) + width).toBeLessThanOrEqual(mosaicLayout.columns);
      expect([xPos, yPos]).not.toContain(0);
    }
    const corners = mosaicLayout.tiles.map(({ xPos = 0, yPos = 0 }) => `${xPos}/${yPos}`);
    expect(new Set(corners).size).toBe(corners.length);
  });

  test('names the lines of charts with several queries only', () => {
    const legends = (title: string) =>
      mosaicLayout.tiles
        .find(({ widget }) => widget.title === title)
        ?.widget.xyChart?.dataSets.map(({ legendTemplate }) => legendTemplate);
    expect(legends('CPU: used, requested, available')).toEqual(['used', 'requested', 'available']);
    expect(legends('CPU in use, by node')).toEqual([undefined]);
  });

  test('shows chosen parts in their order, under a name of one’s own, with charts of one’s own', () => {
    const made = dashboard({
      displayName: 'Ours',
      sections: ['network', 'nodes'],
      charts: { Shop: [{ title: 'Orders', queries: { orders: 'sum(orders)' }, unit: '1' }] },
    });
    expect(made.displayName).toBe('Ours');
    expect(titles(made).filter((title) => ['Network', 'Nodes', 'Shop', 'Orders'].includes(title))).toEqual([
      'Network',
      'Nodes',
      'Shop',
      'Orders',
    ]);
    expect(made.mosaicLayout.tiles.at(-1)?.widget.xyChart?.dataSets[0]?.timeSeriesQuery).toEqual({
      prometheusQuery: 'sum(orders)',
      unitOverride: '1',
    });
  });

  test('is the same each time', () => {
    expect(JSON.stringify(dashboard())).toBe(JSON.stringify(dashboard()));
  });

  test('refuses to be empty, to repeat a part, and charts without a query', () => {
    expect(() => dashboard({ sections: [] })).toThrow("test/dashboard: 'sections' must name one section at least");
    expect(() => dashboard({ sections: ['nodes', 'nodes'] })).toThrow("'sections' must name each section once");
    expect(() => dashboard({ sections: JSON.parse('["moon"]') as GkeDashboardSection[] })).toThrow(
      "'sections' must be of nodes, pods, resources, volumes, network, control-plane",
    );
    expect(() => dashboard({ charts: { Shop: [{ title: 'Orders', queries: {} }] } })).toThrow(
      "'charts.Shop' must have a query in the chart 'Orders', got {}",
    );
  });
});
