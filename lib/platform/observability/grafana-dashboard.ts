import * as k8s from 'cdk8s-plus-28/lib/imports/k8s';
import { Construct } from 'constructs';
import type { DashboardDefinition } from '../../core/model/system';

/** Version of Grafana's dashboard model that the panels are written in; Grafana migrates older ones by itself. */
const SCHEMA_VERSION = 41;

/** Panels stand two in a row, each half of Grafana's 24 columns wide. */
const PANEL_WIDTH = 12;
const PANEL_HEIGHT = 8;
const PANELS_PER_ROW = 2;

const PROMETHEUS = { type: 'prometheus', uid: '${datasource}' };

export interface GrafanaDashboardProps {
  /** Name of the dashboard, unique in the cluster. */
  readonly name: string;
  readonly namespace: string;
  readonly definition: DashboardDefinition;
}

/** A dashboard in a ConfigMap, where Grafana's sidecar finds it by its label. */
export class GrafanaDashboard extends Construct {
  constructor(scope: Construct, id: string, props: GrafanaDashboardProps) {
    super(scope, id);
    new k8s.KubeConfigMap(this, 'Resource', {
      metadata: {
        name: `dashboard-${props.name}`,
        namespace: props.namespace,
        labels: { grafana_dashboard: '1' },
      },
      data: { [`${props.name}.json`]: `${JSON.stringify(dashboard(props), null, 2)}\n` },
    });
  }
}

function dashboard({ name, definition }: GrafanaDashboardProps): object {
  return {
    uid: name,
    title: definition.title,
    schemaVersion: SCHEMA_VERSION,
    editable: false,
    refresh: '30s',
    time: { from: 'now-1h', to: 'now' },
    timezone: 'utc',
    templating: {
      list: [{ name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus' }],
    },
    panels: definition.panels.map((panel, index) => ({
      id: index + 1,
      title: panel.title,
      type: 'timeseries',
      datasource: PROMETHEUS,
      gridPos: {
        x: (index % PANELS_PER_ROW) * PANEL_WIDTH,
        y: Math.floor(index / PANELS_PER_ROW) * PANEL_HEIGHT,
        w: PANEL_WIDTH,
        h: PANEL_HEIGHT,
      },
      fieldConfig: { defaults: { unit: panel.unit }, overrides: [] },
      targets: [{ refId: 'A', datasource: PROMETHEUS, expr: panel.expr, legendFormat: panel.legend }],
    })),
  };
}
