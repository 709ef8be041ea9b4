import { GKE_ALERTS, GkeAlerts, type GkeAlertsProps } from '../../../../lib/cloud/google/operations/gke-alerts';
import { NotificationChannel } from '../../../../lib/cloud/google/operations/notification-channel';
import { googleStack, PROJECT, REGION, resources } from '../synth';
import { promqlFault } from './promql-balance';

const TYPE = 'google_monitoring_alert_policy';
const cluster = { project: PROJECT, location: REGION, clusterName: 'main' };

interface Policy {
  readonly display_name: string;
  readonly severity: string;
  readonly enabled: boolean;
  readonly notification_channels: readonly string[];
  readonly documentation: { readonly content: string; readonly links?: readonly { readonly url: string }[] };
  readonly user_labels: Readonly<Record<string, string>>;
  readonly conditions: readonly {
    readonly condition_prometheus_query_language?: {
      readonly query: string;
      readonly duration: string;
      readonly disable_metric_validation: boolean;
    };
    readonly condition_matched_log?: { readonly filter: string };
    readonly condition_threshold?: { readonly filter: string };
  }[];
}

function policies(props: Partial<GkeAlertsProps> = {}): Readonly<Record<string, Policy>> {
  const stack = googleStack();
  new GkeAlerts(stack, 'alerts', { cluster, ...props });
  const made = Object.values(resources(stack, TYPE)) as unknown as readonly Policy[];
  return Object.fromEntries(made.map((policy) => [policy.user_labels['alert'] ?? '', policy]));
}

const queries = (made: Readonly<Record<string, Policy>>) =>
  Object.entries(made).flatMap(([name, { conditions }]) =>
    conditions.flatMap(({ condition_prometheus_query_language: promql }) =>
      promql === undefined ? [] : [{ name, ...promql }],
    ),
  );

describe('GkeAlerts', () => {
  const all = policies();

  test('makes a policy for each thing that commonly goes wrong', () => {
    expect(Object.keys(all).sort()).toEqual(GKE_ALERTS);
    expect(
      Object.entries(all)
        .map(([name, { severity, display_name }]) => `${name} (${severity}): ${display_name}`)
        .sort(),
    ).toMatchSnapshot();
  });

  test('asks in PromQL that is whole, of this cluster or project alone', () => {
    for (const { name, query, disable_metric_validation: unchecked } of queries(all)) {
      expect([name, promqlFault(query)]).toEqual([name, undefined]);
      expect(query).toContain(`project_id="${PROJECT}"`);
      expect([name, /cluster(_name)?="main"/.test(query)]).toEqual([name, name !== 'compute-quota-nearly-used']);
      expect(unchecked).toBe(true);
    }
  });

  test('looks at the logs and metrics of this cluster or project alone', () => {
    const filters = Object.values(all).flatMap(({ conditions }) =>
      conditions.flatMap(({ condition_matched_log: log, condition_threshold: threshold }) => [
        ...(log === undefined ? [] : [log.filter]),
        ...(threshold === undefined ? [] : [threshold.filter]),
      ]),
    );
    expect(filters).toHaveLength(6);
    for (const filter of filters) expect(filter).toContain(PROJECT);
  });

  test('says in each what it means', () => {
    for (const { documentation } of Object.values(all)) expect(documentation.content.length).toBeGreaterThan(50);
  });

  test('leaves alerts out, and takes others’ thresholds, durations and urgency', () => {
    const made = policies({
      alerts: {
        'backup-failed': false,
        'node-cpu-high': { threshold: 0.5, durationSeconds: 60, severity: 'CRITICAL', enabled: false },
      },
    });
    expect(Object.keys(made)).toHaveLength(GKE_ALERTS.length - 1);
    expect(made['backup-failed']).toBeUndefined();
    expect(made['node-cpu-high']).toMatchObject({ severity: 'CRITICAL', enabled: false });
    expect(queries(made)).toContainEqual(
      expect.objectContaining({ query: expect.stringMatching(/ > 0\.5$/) as unknown, duration: '60s' }),
    );
  });

  test('takes a threshold of nothing for what it says', () => {
    const made = policies({ alerts: { 'container-crash-looping': { threshold: 0 } } });
    expect(queries(made).find(({ name }) => name === 'container-crash-looping')?.query).toMatch(/ > 0$/);
  });

  test('notifies the channels of all, or of one alert, and links its runbook', () => {
    const [all, one] = ['all', 'one'].map((name) =>
      NotificationChannel.fromId(`projects/p/notificationChannels/${name}`),
    );
    const made = policies({
      notificationChannels: all === undefined ? [] : [all],
      alerts: {
        'node-not-ready': {
          notificationChannels: one === undefined ? [] : [one],
          runbookUrl: 'https://elsewhere.example.com',
          userLabels: { tier: 'one' },
        },
      },
      runbookBaseUrl: 'https://wiki.example.com/gke/',
      userLabels: { team: 'sre' },
    });
    expect(made['api-server-slow']).toMatchObject({
      notification_channels: ['projects/p/notificationChannels/all'],
      documentation: { links: [{ url: 'https://wiki.example.com/gke/api-server-slow' }] },
      user_labels: { team: 'sre', cluster: 'main', alert: 'api-server-slow' },
    });
    expect(made['node-not-ready']).toMatchObject({
      notification_channels: ['projects/p/notificationChannels/one'],
      documentation: { links: [{ url: 'https://elsewhere.example.com' }] },
      user_labels: { team: 'sre', tier: 'one', cluster: 'main', alert: 'node-not-ready' },
    });
  });

  test('tells the names of what it made', () => {
    const made = new GkeAlerts(googleStack(), 'alerts', { cluster, alerts: { 'key-use-denied': false } });
    expect(made.names).toEqual(GKE_ALERTS.filter((name) => name !== 'key-use-denied'));
  });

  test('refuses alerts that do not exist, and thresholds of events', () => {
    const alerts = JSON.parse('{"node-sad":false}') as GkeAlertsProps['alerts'];
    expect(() => policies({ alerts })).toThrow("test/alerts: 'alerts.node-sad' must be one of api-server-errors, ");
    expect(() => policies({ alerts: { 'backup-failed': { threshold: 1, durationSeconds: 60 } } })).toThrow(
      [
        "test/alerts: 'alerts.backup-failed.threshold' must be left out, since the alert is on an event, got 1",
        "test/alerts: 'alerts.backup-failed.durationSeconds' must be left out, since the alert is on an event, got 60",
      ].join('\n'),
    );
  });
});
