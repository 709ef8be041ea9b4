import { googlePermissionFaults } from '../../lib/checks/google-permissions';
import type { ClusterOutput, TerraformBlocks } from '../../lib/checks/output';
import type { ManifestFile } from '../../lib/core/manifest';
import type { Permission } from '../../lib/core/service-identity';
import { changed, cluster, controller, model, object, service, stack } from './fixtures';
import { EVERY_PERMISSION, GOOGLE_NAMES } from './permission-fixtures';

const EMAIL = 'shop-web@shop-project.iam.gserviceaccount.com';
const account = object('ServiceAccount', 'web', {}, { annotations: { 'iam.gke.io/gcp-service-account': EMAIL } });
const member = '${google_service_account.web.member}';
const project = 'shop-project';

const resource: TerraformBlocks = {
  google_service_account: { web: { account_id: 'shop-web', project } },
  google_secret_manager_secret: { token: { secret_id: 'shop-token', project } },
  google_secret_manager_secret_iam_member: {
    read: { role: 'roles/secretmanager.secretAccessor', secret_id: 'shop-token', member, project },
    rotate: { role: 'roles/secretmanager.secretVersionAdder', secret_id: 'shop-token', member, project },
  },
  google_storage_bucket: { files: { name: 'shop-files', project } },
  google_storage_bucket_iam_member: {
    read: { role: 'roles/storage.objectViewer', bucket: 'shop-files', member },
    write: { role: 'roles/storage.objectUser', bucket: 'shop-files', member },
  },
  google_pubsub_topic: {
    mails: { name: 'shop-mails-topic', project },
    orders: { name: 'shop-orders', project },
  },
  google_pubsub_topic_iam_member: {
    mails: { role: 'roles/pubsub.publisher', topic: 'shop-mails-topic', member, project },
    orders: { role: 'roles/pubsub.publisher', topic: 'shop-orders', member, project },
  },
  google_pubsub_subscription: { mails: { name: 'shop-mails', project } },
  google_pubsub_subscription_iam_member: {
    mails: { role: 'roles/pubsub.subscriber', subscription: 'shop-mails', member, project },
  },
  google_project_iam_member: {
    client: { role: 'roles/cloudsql.client', member, project },
    user: { role: 'roles/cloudsql.instanceUser', member, project },
    logs: { role: 'roles/logging.logWriter', member, project },
    metrics: { role: 'roles/monitoring.metricWriter', member, project },
    traces: { role: 'roles/cloudtrace.agent', member, project },
  },
};

const check = (
  blocks: TerraformBlocks,
  permissions = EVERY_PERMISSION,
  files: readonly ManifestFile[] = [controller('web'), account],
  fields: Partial<ClusterOutput> = { resources: GOOGLE_NAMES },
): readonly string[] => {
  const own = stack(blocks);
  return googlePermissionFaults({
    model: model(service('web', { permissions })),
    cluster: cluster(files, { cloud: 'google', ...fields }),
    stack: own,
    stacks: [own],
  }).map(({ manifest, message }) => `${manifest.kind} ${manifest.metadata.name}: ${message}`);
};
const forbidden = (need: string): string => `needs ${need}, which ${EMAIL} may not`;
const unmade = (need: string): string => `needs ${need}, which no stack makes`;

test('a service whose account may do everything that it needs is sound', () => {
  expect(check(resource)).toEqual([]);
});

test('resources may be made by another stack', () => {
  const { google_pubsub_subscription: queues = {}, ...own } = resource;
  const permissions: readonly Permission[] = [{ action: 'queue:consume', queues: ['mails'] }];

  expect(
    googlePermissionFaults({
      model: model(service('web', { permissions })),
      cluster: cluster([controller('web'), account], { cloud: 'google', resources: GOOGLE_NAMES }),
      stack: stack(own),
      stacks: [stack(own), stack({ google_pubsub_subscription: queues }, { name: 'shop-foundation' })],
    }),
  ).toEqual([]);
});

const SUBSCRIBER = ['google_pubsub_subscription_iam_member', 'mails'];
const CONSUME = 'queue:consume on mails';

test.each([
  [
    'no role to read a secret',
    ['google_secret_manager_secret_iam_member', 'read'],
    [forbidden('secret:read on token')],
  ],
  [
    'no role to rotate a secret',
    ['google_secret_manager_secret_iam_member', 'rotate'],
    [forbidden('secret:rotate on token')],
  ],
  ['no role to read a bucket', ['google_storage_bucket_iam_member', 'read'], [forbidden('bucket:read on files')]],
  ['no role to write to a bucket', ['google_storage_bucket_iam_member', 'write'], [forbidden('bucket:write on files')]],
  ['no role to consume', SUBSCRIBER, [forbidden(CONSUME)]],
  ['no role to publish', ['google_pubsub_topic_iam_member', 'mails'], [forbidden('queue:publish on mails')]],
  ['no role on a topic', ['google_pubsub_topic_iam_member', 'orders'], [forbidden('topic:publish on orders')]],
  ['no role to find a database', ['google_project_iam_member', 'client'], [forbidden('database:connect on main')]],
  ['no role to log in to a database', ['google_project_iam_member', 'user'], [forbidden('database:connect on main')]],
  ['no role to write logs', ['google_project_iam_member', 'logs'], [forbidden('logs:write')]],
  ['no role to write metrics', ['google_project_iam_member', 'metrics'], [forbidden('metrics:write')]],
  ['no role to write traces', ['google_project_iam_member', 'traces'], [forbidden('traces:write')]],
  [
    'no secret',
    ['google_secret_manager_secret', 'token'],
    [unmade('secret:read on token'), unmade('secret:rotate on token')],
  ],
  ['no bucket', ['google_storage_bucket', 'files'], [unmade('bucket:read on files'), unmade('bucket:write on files')]],
  ['no subscription', ['google_pubsub_subscription', 'mails'], [unmade(CONSUME)]],
  ['no topic before a subscription', ['google_pubsub_topic', 'mails'], [unmade('queue:publish on mails')]],
  ['no topic', ['google_pubsub_topic', 'orders'], [unmade('topic:publish on orders')]],
])('%s', (_, path, expected) => {
  expect(check(changed(resource, path, undefined))).toEqual(expected.map((message) => `Deployment web: ${message}`));
});

test.each([
  ['another role', [...SUBSCRIBER, 'role'], 'roles/pubsub.viewer', forbidden(CONSUME)],
  ['another subscription', [...SUBSCRIBER, 'subscription'], 'x', forbidden(CONSUME)],
  ['another project', [...SUBSCRIBER, 'project'], 'x', forbidden(CONSUME)],
  ['another member', [...SUBSCRIBER, 'member'], '${google_service_account.web-of-others.member}', forbidden(CONSUME)],
  ['a subscription of another project', ['google_pubsub_subscription', 'mails', 'project'], 'x', unmade(CONSUME)],
])('%s', (_, path, to, expected) => {
  expect(check(changed(resource, path, to))).toEqual([`Deployment web: ${expected}`]);
});

test('an account that names no identity acts as nobody', () => {
  expect(check(resource, EVERY_PERMISSION, [controller('web'), object('ServiceAccount', 'web')])).toEqual([
    'Deployment web: has permissions, and runs as service account shop/web, which acts as nobody',
  ]);
});

test.each([
  ['by another name', object('ServiceAccount', 'x')],
  ['in another namespace', object('ServiceAccount', 'web', {}, { namespace: 'x' })],
])('an account that is written %s is told elsewhere', (_, file) => {
  expect(check(resource, EVERY_PERMISSION, [controller('web'), file])).toEqual([]);
});

test('an account that nobody makes is told of the service account, and not once more', () => {
  expect(check(changed(resource, ['google_service_account', 'web'], undefined))).toEqual([]);
});

test('where nobody says what the resources are called, none is looked for', () => {
  const { google_service_account: accounts = {} } = resource;

  expect(check({ google_service_account: accounts }, EVERY_PERMISSION, [controller('web'), account], {})).toEqual([]);
});
