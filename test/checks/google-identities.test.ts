import { googleIdentityFaults } from '../../lib/checks/google-identities';
import type { TerraformBlocks } from '../../lib/checks/output';
import { changed, cluster, clusterObject, model, object, stack } from './fixtures';

const EMAIL = 'shop-reader@shop-project.iam.gserviceaccount.com';
const MEMBER = 'serviceAccount:shop-project.svc.id.goog[shop/reader]';

const workloadIdentity = { serviceAccountRef: { name: 'reader' } };
const manifests = [
  clusterObject('Namespace', 'shop'),
  object('ServiceAccount', 'reader', {}, { annotations: { 'iam.gke.io/gcp-service-account': EMAIL } }),
  object('ServiceAccount', 'web'),
  object('SecretStore', 'cloud', { spec: { provider: { gcpsm: { auth: { workloadIdentity } } } } }),
  object('ExternalSecret', 'database', {
    spec: { secretStoreRef: { name: 'cloud' }, data: [{ remoteRef: { key: 'shop-database' } }] },
  }),
];
const resource: TerraformBlocks = {
  google_container_cluster: { it: { workload_identity_config: { workload_pool: 'shop-project.svc.id.goog' } } },
  google_service_account: { reader: { account_id: 'shop-reader', project: 'shop-project' } },
  google_service_account_iam_member: {
    reader: {
      service_account_id: '${google_service_account.reader.name}',
      role: 'roles/iam.workloadIdentityUser',
      member: MEMBER,
    },
  },
  google_secret_manager_secret: { database: { secret_id: 'shop-database' }, other: { secret_id: 'shop-other' } },
  google_secret_manager_secret_iam_member: {
    database: {
      secret_id: 'shop-database',
      role: 'roles/secretmanager.secretAccessor',
      member: '${google_service_account.reader.member}',
    },
    other: {
      secret_id: 'shop-other',
      role: 'roles/secretmanager.secretAccessor',
      member: '${google_service_account.reader.member}',
    },
  },
};

const check = (blocks: TerraformBlocks, files = manifests): readonly string[] => {
  const own = stack(blocks);
  return googleIdentityFaults({
    model: model(),
    cluster: cluster(files, { cloud: 'google' }),
    stack: own,
    stacks: [own],
  }).map(({ manifest, message }) => `${manifest.kind} ${manifest.metadata.name}: ${message}`);
};

test('an account that exists, is bound to its service account and may read is sound', () => {
  expect(check(resource)).toEqual([]);
});

const ACCOUNT = ['google_service_account', 'reader'];
const BINDING = ['google_service_account_iam_member', 'reader'];
const READING = ['google_secret_manager_secret_iam_member', 'database'];
const UNBOUND = `ServiceAccount reader: acts as ${EMAIL}, which is not bound to shop/reader`;
const UNREADABLE = `SecretStore cloud: reads secret shop-database, which ${EMAIL} may not`;
const UNMADE = `ServiceAccount reader: acts as ${EMAIL}, which shop-main does not make`;

test.each([
  ['an account of another name', [...ACCOUNT, 'account_id'], 'x', [UNMADE, UNREADABLE]],
  ['an account of another project', [...ACCOUNT, 'project'], 'x', [UNMADE, UNREADABLE]],
  [
    'a binding of another account',
    [...BINDING, 'service_account_id'],
    '${google_service_account.reader-of-others.name}',
    [UNBOUND],
  ],
  ['a binding of another role', [...BINDING, 'role'], 'roles/iam.serviceAccountUser', [UNBOUND]],
  [
    'a binding to a pool that is not the cluster’s',
    [...BINDING, 'member'],
    'serviceAccount:other.svc.id.goog[shop/reader]',
    [
      UNBOUND,
      `ServiceAccount reader: acts as ${EMAIL}, which serviceAccount:other.svc.id.goog[shop/reader] may act as too`,
    ],
  ],
  [
    'a second binding, to somebody else',
    ['google_service_account_iam_member', 'second'],
    {
      ...resource['google_service_account_iam_member']?.['reader'],
      member: 'serviceAccount:shop-project.svc.id.goog[x/reader]',
    },
    [`ServiceAccount reader: acts as ${EMAIL}, which serviceAccount:shop-project.svc.id.goog[x/reader] may act as too`],
  ],
  [
    'a binding to people',
    ['google_service_account_iam_member', 'people'],
    { ...resource['google_service_account_iam_member']?.['reader'], member: 'group:platform@shop.example' },
    [`ServiceAccount reader: acts as ${EMAIL}, which group:platform@shop.example may act as too`],
  ],
  [
    'a secret that is not made',
    ['google_secret_manager_secret', 'database', 'secret_id'],
    'x',
    ['SecretStore cloud: reads secret shop-database, which no stack makes'],
  ],
  ['another secret to read', [...READING, 'secret_id'], 'x', [UNREADABLE]],
  ['another role on the secret', [...READING, 'role'], 'roles/secretmanager.viewer', [UNREADABLE]],
  [
    'another reader of the secret',
    [...READING, 'member'],
    '${google_service_account.reader-of-others.member}',
    [UNREADABLE],
  ],
])('%s', (_, path, to, expected) => {
  expect(check(changed(resource, path, to))).toEqual(expected);
});

test('a service account that was renamed is told on both sides', () => {
  const renamed = changed(manifests, [1, 'manifest', 'metadata', 'name'], 'renamed');

  expect(check(resource, renamed)).toEqual([
    `ServiceAccount renamed: acts as ${EMAIL}, which is not bound to shop/renamed`,
    `ServiceAccount renamed: acts as ${EMAIL}, which ${MEMBER} may act as too`,
    'SecretStore cloud: reads as no identity of its own',
    'Namespace shop: ${google_service_account.reader.name} is given to service account shop/reader, which is not written',
  ]);
});

test.each([
  ['a service account without an identity', { serviceAccountRef: { name: 'web' } }],
  ['a service account that is not written', { serviceAccountRef: { name: 'x' } }],
  ['none at all', {}],
])('a store that reads as %s reads as nobody', (_, auth) => {
  const path = [3, 'manifest', 'spec', 'provider', 'gcpsm', 'auth', 'workloadIdentity'];

  expect(check(resource, changed(manifests, path, auth))).toEqual([
    'SecretStore cloud: reads as no identity of its own',
  ]);
});
