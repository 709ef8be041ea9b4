import { awsPermissionFaults } from '../../lib/checks/aws-permissions';
import type { ClusterOutput, TerraformBlocks } from '../../lib/checks/output';
import type { Permission } from '../../lib/core/service-identity';
import { changed, cluster, controller, model, service, stack } from './fixtures';
import { AWS_NAMES, EVERY_PERMISSION } from './permission-fixtures';

const QUEUE = 'arn:aws:sqs:us-east-1:111122223333:shop-mails';
const CONSUME = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'];

const policy = (...statements: readonly Readonly<Record<string, unknown>>[]): string =>
  JSON.stringify({ Statement: statements.map((fields) => ({ Effect: 'Allow', ...fields })) });
const pods = (fields: Readonly<Record<string, unknown>> = {}, tags: Readonly<Record<string, unknown>> = {}) => ({
  Principal: { Service: 'pods.eks.amazonaws.com' },
  Action: ['sts:AssumeRole', 'sts:TagSession'],
  Condition: {
    StringEquals: {
      'aws:RequestTag/eks-cluster-name': ['shop-main'],
      'aws:RequestTag/kubernetes-namespace': ['shop'],
      'aws:RequestTag/kubernetes-service-account': ['web'],
      ...tags,
    },
  },
  ...fields,
});
const key = (action = 'kms:Decrypt', alias = 'alias/messaging', via = 'sqs.us-east-1.amazonaws.com') => ({
  Action: [action],
  Resource: ['arn:aws:kms:us-east-1:111122223333:key/*'],
  Condition: {
    'ForAnyValue:StringEquals': { 'kms:ResourceAliases': [alias] },
    StringEquals: { 'kms:ViaService': [via] },
  },
});
const consume = { Action: CONSUME, Resource: [QUEUE] };

const resource: TerraformBlocks = {
  aws_eks_cluster: { it: { name: 'shop-main' } },
  aws_iam_role: { web: { name: 'shop-web', assume_role_policy: policy(pods()) } },
  aws_iam_role_policy: { web: { role: '${aws_iam_role.web.name}', policy: policy(consume, key()) } },
  aws_eks_pod_identity_association: {
    web: { namespace: 'shop', service_account: 'web', role_arn: '${aws_iam_role.web.arn}' },
  },
  aws_sqs_queue: { mails: { name: 'shop-mails', kms_master_key_id: '${aws_kms_key.messaging.arn}' } },
  aws_kms_alias: { messaging: { name: 'alias/messaging', target_key_id: '${aws_kms_key.messaging.key_id}' } },
};

const check = (
  blocks: TerraformBlocks,
  permissions: readonly Permission[] = [{ action: 'queue:consume', queues: ['mails'] }],
  fields: Partial<ClusterOutput> = { resources: AWS_NAMES },
): readonly string[] => {
  const own = stack(blocks);
  return awsPermissionFaults({
    model: model(service('web', { permissions })),
    cluster: cluster([controller('web')], fields),
    stack: own,
    stacks: [own],
  }).map(({ manifest, message }) => `${manifest.kind} ${manifest.metadata.name}: ${message}`);
};

test('a service whose role exists, trusts its pods and may do what it needs is sound', () => {
  expect(check(resource)).toEqual([]);
});

test('resources may be made by another stack', () => {
  const { aws_sqs_queue: queues = {}, aws_kms_alias: aliases = {}, ...own } = resource;
  const stacks = [stack(own), stack({ aws_sqs_queue: queues, aws_kms_alias: aliases }, { name: 'shop-foundation' })];
  const permissions: readonly Permission[] = [{ action: 'queue:consume', queues: ['mails'] }];
  const scope = { model: model(service('web', { permissions })), stack: stack(own), stacks };

  expect(awsPermissionFaults({ ...scope, cluster: cluster([controller('web')], { resources: AWS_NAMES }) })).toEqual(
    [],
  );
});

const TRUST = ['aws_iam_role', 'web', 'assume_role_policy'];
const POLICY = ['aws_iam_role_policy', 'web', 'policy'];
const ASSOCIATION = ['aws_eks_pod_identity_association', 'web'];
const NOBODY = 'has permissions, and runs as service account shop/web, which has no role';
const DISTRUST = 'acts as shop-web, which does not trust shop/web';
const SHARED = 'acts as shop-web, which others may act as too';
const FORBIDDEN = 'needs queue:consume on mails, which shop-web may not';
const LOCKED = 'needs queue:consume on mails, whose key alias/messaging shop-web may not use';

test.each([
  ['an association of another service account', [...ASSOCIATION, 'service_account'], 'x', [NOBODY]],
  ['an association in another namespace', [...ASSOCIATION, 'namespace'], 'x', [NOBODY]],
  ['an association with a role that is not made', [...ASSOCIATION, 'role_arn'], '${aws_iam_role.x.arn}', [NOBODY]],
  ['a role that trusts nobody', TRUST, policy(), [DISTRUST]],
  ['a role that must not be tagged', TRUST, policy(pods({ Action: ['sts:AssumeRole'] })), [DISTRUST]],
  [
    'a role of another service account',
    TRUST,
    policy(pods({}, { 'aws:RequestTag/kubernetes-service-account': ['api'] })),
    [DISTRUST, SHARED],
  ],
  [
    'a role of two namespaces',
    TRUST,
    policy(pods({}, { 'aws:RequestTag/kubernetes-namespace': ['shop', 'x'] })),
    [DISTRUST, SHARED],
  ],
  [
    'a role of another cluster',
    TRUST,
    policy(pods({}, { 'aws:RequestTag/eks-cluster-name': ['shop-other'] })),
    [DISTRUST, SHARED],
  ],
  [
    'a role of any cluster',
    TRUST,
    policy(pods({}, { 'aws:RequestTag/eks-cluster-name': undefined })),
    [DISTRUST, SHARED],
  ],
  [
    'a role that an account may act as too',
    TRUST,
    policy(pods({ Principal: { Service: 'pods.eks.amazonaws.com', AWS: '111122223333' } })),
    [DISTRUST, SHARED],
  ],
  ['a role of any pods', TRUST, policy(pods({ Condition: undefined })), [DISTRUST, SHARED]],
  ['a role that everybody may act as', TRUST, policy(pods({ Principal: '*' })), [DISTRUST, SHARED]],
  [
    'a role that another service may act as',
    TRUST,
    policy(pods({ Principal: { Service: 'ec2' } })),
    [DISTRUST, SHARED],
  ],
  ['a role that a second one may act as', TRUST, policy(pods(), { Principal: { AWS: 'x' } }), [SHARED]],
  ['a role that somebody is kept from', TRUST, policy(pods(), { Effect: 'Deny', Principal: '*' }), []],
  ['a role without one of the actions', POLICY, policy({ ...consume, Action: CONSUME.slice(1) }, key()), [FORBIDDEN]],
  ['a role on another queue', POLICY, policy({ ...consume, Resource: [`${QUEUE}x`] }, key()), [FORBIDDEN]],
  ['a policy of another role', ['aws_iam_role_policy', 'web', 'role'], '${aws_iam_role.x.name}', [FORBIDDEN, LOCKED]],
  ['a role without the key', POLICY, policy(consume), [LOCKED]],
  ['a role with another use of the key', POLICY, policy(consume, key('kms:Encrypt')), [LOCKED]],
  ['a role with another key', POLICY, policy(consume, key('kms:Decrypt', 'alias/storage')), [LOCKED]],
  [
    'a role with the key through another service',
    POLICY,
    policy(consume, key('kms:Decrypt', 'alias/messaging', 's3.us-east-1.amazonaws.com')),
    [LOCKED],
  ],
  [
    'a role with a resource that is no key',
    POLICY,
    policy(consume, { ...key(), Resource: ['arn:aws:kms:us-east-1:111122223333:alias/*'] }),
    [LOCKED],
  ],
  [
    'a queue that is not made',
    ['aws_sqs_queue', 'mails', 'name'],
    'x',
    ['needs queue:consume on mails, which no stack makes'],
  ],
])('%s', (_, path, to, expected) => {
  expect(check(changed(resource, path, to))).toEqual(expected.map((message) => `Deployment web: ${message}`));
});

test('what writes has to make data keys', () => {
  const publish = { Action: ['sqs:SendMessage'], Resource: [QUEUE] };
  const permissions: readonly Permission[] = [{ action: 'queue:publish', queues: ['mails'] }];

  expect(check(changed(resource, POLICY, policy(publish, key('kms:GenerateDataKey'))), permissions)).toEqual([]);
  expect(check(changed(resource, POLICY, policy(publish, key())), permissions)).toEqual([
    'Deployment web: needs queue:publish on mails, whose key alias/messaging shop-web may not use',
  ]);
});

test('every permission is looked at', () => {
  expect(check(changed(resource, POLICY, policy()), EVERY_PERMISSION)).toEqual(
    [
      'bucket:read on files',
      'bucket:write on files',
      'database:connect on main',
      'logs:write',
      'metrics:write',
      'queue:consume on mails',
      'queue:publish on mails',
      'secret:read on token',
      'secret:rotate on token',
      'topic:publish on orders',
      'traces:write',
    ].flatMap((need) => [
      `Deployment web: needs ${need}, which shop-web may not`,
      ...(/files|token|orders/.test(need) ? [`Deployment web: needs ${need}, which no stack makes`] : []),
      ...(need.includes('mails')
        ? [`Deployment web: needs ${need}, whose key alias/messaging shop-web may not use`]
        : []),
    ]),
  );
});

test('where nobody says what the resources are called, the role alone is looked at', () => {
  const forbidden = changed(resource, POLICY, policy());

  expect(check(forbidden, EVERY_PERMISSION, {})).toEqual([]);
  expect(check(changed(forbidden, TRUST, policy()), EVERY_PERMISSION, {})).toEqual([`Deployment web: ${DISTRUST}`]);
});

test('a service without permissions needs no role', () => {
  expect(check({}, [])).toEqual([]);
});
