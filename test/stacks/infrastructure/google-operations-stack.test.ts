import { GKE_ALERTS } from '../../../lib/cloud/google/operations/gke-alerts';
import { PROJECT_ALERTS } from '../../../lib/cloud/google/operations/gke-project-alerts';
import { GoogleOperationsStack } from '../../../stacks/infrastructure/google-operations-stack';
import { environmentOf, type Edit } from '../environments';
import { stackJson, type StackJson } from '../stack-json';

const ALERTS_OF_A_PROJECT = Object.keys(PROJECT_ALERTS).length;
/** It is down; its certificate ends. */
const ALERTS_OF_A_HOST = 2;

function operations(...edits: readonly Edit[]): StackJson {
  const resolved = environmentOf('genesis/production', ...edits);
  const { operations: own } = resolved.environment.google;
  if (own === undefined) throw new Error('the environment says nothing of operations');
  return stackJson((app) => new GoogleOperationsStack(app, resolved, own));
}

const production = operations();
const values = (type: string, attribute: string, stack = production): readonly unknown[] =>
  Object.values(stack.resources(type)).map((block) => block[attribute]);

test('everybody on call is told', () => {
  expect(production.one('google_monitoring_notification_channel')).toMatchObject({
    type: 'email',
    labels: { email_address: 'oncall@genesis.example.com' },
  });
});

test('every cluster has its alerts, those of their project once, which tell whoever is on call, and a dashboard', () => {
  const channels = values('google_monitoring_alert_policy', 'notification_channels');
  expect(channels).toHaveLength(2 * GKE_ALERTS.length - ALERTS_OF_A_PROJECT + ALERTS_OF_A_HOST);
  expect(new Set(channels.map(String)).size).toBe(1);
  expect(Object.keys(production.resources('google_monitoring_dashboard'))).toHaveLength(2);
});

test('every host is called from outside, and any answer will do', () => {
  expect(production.one('google_monitoring_uptime_check_config')).toMatchObject({
    display_name: 'talk.genesis.example.com',
    http_check: { use_ssl: true, validate_ssl: true },
  });
});

test('logs of all clusters are kept in one bucket, encrypted with a key of its own', () => {
  expect(production.one('google_logging_project_bucket_config')).toMatchObject({
    bucket_id: 'genesis-production-operations',
    location: 'europe-west1',
    retention_days: 400,
    cmek_settings: { kms_key_name: expect.stringContaining('google_kms_crypto_key') as unknown },
    lifecycle: { prevent_destroy: true },
  });
  expect(values('google_logging_project_sink', 'filter')).toEqual([
    'resource.labels.cluster_name="genesis-production-europe-west1"',
    'resource.labels.cluster_name="genesis-production-us-central1"',
  ]);
});

test('logs are kept for as long as the file says', () => {
  const edit: Edit = ['emails: [oncall@genesis.example.com]', 'logRetentionDays: 30'];
  expect(operations(edit).one('google_logging_project_bucket_config')['retention_days']).toBe(30);
});

test('the costs of all projects are watched', () => {
  expect(production.one('google_billing_budget')).toMatchObject({
    billing_account: '012345-6789AB-CDEF01',
    amount: { specified_amount: { units: '20000', currency_code: 'USD' } },
  });
});

test('nobody watches the costs where the file names no budget', () => {
  const edit: Edit = ['    budget: { billingAccount: 012345-6789AB-CDEF01, amount: 20000, currency: USD }\n', ''];
  expect(operations(edit).resources('google_billing_budget')).toEqual({});
});

test('nobody is told of failed backups where there are none', () => {
  const names = (stack: StackJson): readonly unknown[] =>
    values('google_monitoring_alert_policy', 'display_name', stack);
  const failed = expect.stringContaining('A backup of a cluster failed') as unknown;
  expect(names(production)).toContainEqual(failed);
  const off: readonly Edit[] = [
    ['backup: { location: europe-west1, retainDays: 90, deleteLockDays: 14 }', 'backup: { enabled: false }'],
    ['backup: { location: us-central1, retainDays: 90, deleteLockDays: 14 }', 'backup: { enabled: false }'],
  ];
  expect(names(operations(...off))).not.toContainEqual(failed);
});
