import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import { type DashboardChart, dashboardJson } from './dashboard-widgets';
import { ACCOUNT_ALARMS } from './eks-account-alarms';
import type { EksAlarmRule } from './eks-alarm-rule';
import { CONTROL_PLANE_ALARMS } from './eks-control-plane-alarms';
import { NODE_ALARMS } from './eks-node-alarms';
import { WORKLOAD_ALARMS } from './eks-workload-alarms';
import type { MonitoredCluster } from './monitored-cluster';

const SECTIONS = {
  'control-plane': { title: 'Control plane', rules: CONTROL_PLANE_ALARMS },
  nodes: { title: 'Nodes', rules: NODE_ALARMS },
  workloads: { title: 'Workloads', rules: WORKLOAD_ALARMS },
  account: { title: 'Account', rules: ACCOUNT_ALARMS },
} as const satisfies Readonly<Record<string, { title: string; rules: Readonly<Record<string, EksAlarmRule>> }>>;

/** A part of the ready-made dashboard. */
export type EksDashboardSection = keyof typeof SECTIONS;

const DEFAULT_SECTIONS: readonly EksDashboardSection[] = ['control-plane', 'nodes', 'workloads', 'account'];

/** Properties for `EksDashboard`. */
export interface EksDashboardProps extends AwsConstructProps {
  /** The cluster that is shown. */
  readonly cluster: MonitoredCluster;
  /**
   * Name of the dashboard, unique in the account, in all its regions. A change replaces it.
   *
   * @default - the cluster's name
   */
  readonly dashboardName?: string;
  /**
   * Parts that are shown, in this order.
   *
   * @default ['control-plane', 'nodes', 'workloads', 'account']
   */
  readonly sections?: readonly EksDashboardSection[];
}

/**
 * A dashboard of an EKS cluster: a chart for each of the ready-made alarms, with a line where it goes off.
 *
 * Throws a `ConstructError` where CloudWatch would refuse the name, or there is nothing to show.
 */
export class EksDashboard extends Construct {
  /** Name of the dashboard, known at synthesis. */
  public readonly dashboardName: string;

  constructor(scope: Construct, id: string, props: EksDashboardProps) {
    super(scope, id);
    const { provider, cluster, dashboardName = cluster.clusterName, sections = DEFAULT_SECTIONS } = props;
    refuse(this.node.path, [nameRefusal(dashboardName), ...sectionRefusals(sections)]);

    new CloudwatchDashboard(this, 'Resource', {
      ...{ provider, dashboardName },
      dashboardBody: dashboardJson(
        cluster.region,
        sections.map((section) => ({ title: SECTIONS[section].title, charts: charts(section, cluster) })),
      ),
    });
    this.dashboardName = dashboardName;
  }
}

function charts(section: EksDashboardSection, cluster: MonitoredCluster): readonly DashboardChart[] {
  const rules: Readonly<Record<string, EksAlarmRule>> = SECTIONS[section].rules;
  return Object.values(rules).map(({ title, threshold, unit, condition }) => ({
    ...{ title, threshold, unit },
    watched: condition(cluster).watched,
  }));
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html */
function nameRefusal(name: string): Refusal | undefined {
  if (Token.isUnresolved(name) || /^[A-Za-z0-9_-]{1,255}$/.test(name)) return undefined;
  return { property: 'dashboardName', rule: 'must be up to 255 letters, digits, dashes and underscores', got: name };
}

function sectionRefusals(sections: readonly EksDashboardSection[]): (Refusal | undefined)[] {
  const unknown = sections.find((section) => !Object.hasOwn(SECTIONS, section));
  return [
    sections.length === 0 ? { property: 'sections', rule: 'must name one section at least', got: sections } : undefined,
    new Set(sections).size < sections.length
      ? { property: 'sections', rule: 'must name each section once', got: sections }
      : undefined,
    unknown === undefined
      ? undefined
      : { property: 'sections', rule: `must be of ${DEFAULT_SECTIONS.join(', ')}`, got: unknown },
  ];
}
