import { MonitoringDashboard } from '@cdktf/provider-google/lib/monitoring-dashboard';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { dashboardJson, type DashboardSection } from './dashboard-layout';
import { DASHBOARD_CHARTS, type DashboardChart } from './gke-dashboard-charts';
import type { IMonitoredCluster } from './monitored-cluster';
import { templateText } from './template-text';

const SECTIONS = ['nodes', 'pods', 'resources', 'volumes', 'network', 'control-plane'] as const;

/** A part of the ready-made dashboard. */
export type GkeDashboardSection = (typeof SECTIONS)[number];

const TITLES: Readonly<Record<GkeDashboardSection, string>> = {
  nodes: 'Nodes',
  pods: 'Pods',
  resources: 'CPU and memory',
  volumes: 'Volumes',
  network: 'Network',
  'control-plane': 'Control plane',
};

/** Properties for `GkeDashboard`. */
export interface GkeDashboardProps {
  /** The cluster that is shown. */
  readonly cluster: IMonitoredCluster;
  /**
   * Name that people see.
   *
   * @default - `GKE: `, then the cluster's name
   */
  readonly displayName?: string;
  /**
   * Parts that are shown, in this order.
   *
   * @default - all of them
   */
  readonly sections?: readonly GkeDashboardSection[];
  /**
   * Charts of one's own, by the heading they come under, after the others.
   *
   * @default - none
   */
  readonly charts?: Readonly<Record<string, readonly DashboardChart[]>>;
}

/** A dashboard of a GKE cluster. */
export class GkeDashboard extends Construct {
  constructor(scope: Construct, id: string, props: GkeDashboardProps) {
    super(scope, id);

    const chosen = props.sections ?? SECTIONS;
    const own = Object.entries(props.charts ?? {});
    refuse(this.node.path, [...sectionRefusals(chosen, own.length), ...own.flatMap(chartRefusals)]);

    const sections: DashboardSection[] = [
      ...chosen.map((section) => ({ title: TITLES[section], charts: DASHBOARD_CHARTS[section](props.cluster) })),
      ...own.map(([title, charts]) => ({ title, charts })),
    ];
    new MonitoringDashboard(this, 'Resource', {
      project: props.cluster.project,
      dashboardJson: templateText(dashboardJson(props.displayName ?? `GKE: ${props.cluster.clusterName}`, sections)),
    });
  }
}

function sectionRefusals(sections: readonly GkeDashboardSection[], own: number): (Refusal | undefined)[] {
  return [
    sections.length + own === 0
      ? { property: 'sections', rule: 'must name one section at least', got: sections }
      : undefined,
    new Set(sections).size < sections.length
      ? { property: 'sections', rule: 'must name each section once', got: sections }
      : undefined,
    sections.every((section) => SECTIONS.includes(section))
      ? undefined
      : { property: 'sections', rule: `must be of ${SECTIONS.join(', ')}`, got: sections },
  ];
}

function chartRefusals([heading, charts]: [string, readonly DashboardChart[]]): (Refusal | undefined)[] {
  return charts.map(({ title, queries }) =>
    Object.values(queries).some((query) => query.trim() !== '')
      ? undefined
      : { property: `charts.${heading}`, rule: `must have a query in the chart '${title}'`, got: queries },
  );
}
