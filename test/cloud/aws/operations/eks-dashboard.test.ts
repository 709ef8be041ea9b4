import { EKS_ALARMS } from '../../../../lib/cloud/aws/operations/eks-alarms';
import {
  EksDashboard,
  type EksDashboardProps,
  type EksDashboardSection,
} from '../../../../lib/cloud/aws/operations/eks-dashboard';
import { build, CLUSTER, synth } from '../harness';

interface Body {
  readonly widgets: readonly { readonly properties: { readonly title?: string; readonly markdown?: string } }[];
}

function dashboard(props: Partial<EksDashboardProps> = {}) {
  const made = synth((stack) => new EksDashboard(stack, 'dashboard', { cluster: CLUSTER, ...props })).one(
    'aws_cloudwatch_dashboard',
  );
  const { widgets } = JSON.parse(String(made['dashboard_body'])) as Body;
  return { made, titles: widgets.map(({ properties }) => properties.title ?? properties.markdown) };
}
const refused = (props: Partial<EksDashboardProps>) =>
  build((stack) => new EksDashboard(stack, 'dashboard', { cluster: CLUSTER, ...props }));

describe('EksDashboard', () => {
  const { made, titles } = dashboard();

  test('has a chart for each of the ready-made alarms', () => {
    expect(made['dashboard_name']).toBe(CLUSTER.clusterName);
    expect(titles).toEqual(expect.arrayContaining(Object.values(EKS_ALARMS).map(({ title }) => title)));
    expect(titles).toMatchSnapshot();
  });

  test('shows chosen parts in their order, under a name of one’s own', () => {
    const ours = dashboard({ dashboardName: 'ours', sections: ['nodes', 'control-plane'] });
    expect(ours.made['dashboard_name']).toBe('ours');
    expect(ours.titles.filter((title) => title?.startsWith('##'))).toEqual(['## Nodes', '## Control plane']);
  });

  test('is the same each time', () => {
    expect(dashboard().made).toEqual(made);
  });

  test('refuses a name that CloudWatch would, and to be empty', () => {
    expect(refused({ dashboardName: 'a b', sections: [] })).toThrow(
      [
        "stack/dashboard: 'dashboardName' must be up to 255 letters, digits, dashes and underscores, got 'a b'",
        "stack/dashboard: 'sections' must name one section at least, got []",
      ].join('\n'),
    );
    const unknown = JSON.parse('["moon","moon"]') as readonly EksDashboardSection[];
    expect(refused({ sections: unknown })).toThrow(
      [
        `stack/dashboard: 'sections' must name each section once, got ["moon","moon"]`,
        "stack/dashboard: 'sections' must be of control-plane, nodes, workloads, account, got 'moon'",
      ].join('\n'),
    );
  });
});
