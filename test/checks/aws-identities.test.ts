import { awsIdentityFaults } from '../../lib/checks/aws-identities';
import type { TerraformBlocks } from '../../lib/checks/output';
import { changed, cluster, clusterObject, model, object, stack } from './fixtures';

const ARN = 'arn:aws:iam::111122223333:role/shop-reader';
const SECRET = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/database-??????';

const statement = (fields: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ Statement: [{ Effect: 'Allow', Action: ['sts:AssumeRole'], ...fields }] });
const trust = (...principals: readonly string[]): string => statement({ Principal: { AWS: principals } });
const CONTROLLER = '${aws_iam_role.controller.arn}';

const manifests = [
  clusterObject('Namespace', 'shop'),
  object('SecretStore', 'cloud', { spec: { provider: { aws: { role: ARN } } } }),
  object('ExternalSecret', 'database', {
    spec: { secretStoreRef: { name: 'cloud' }, data: [{ remoteRef: { key: 'shop/database' } }] },
  }),
];
const resource: TerraformBlocks = {
  aws_iam_role: {
    controller: {
      name: 'shop-controller',
      assume_role_policy: statement({ Principal: { Service: 'pods.eks.amazonaws.com' } }),
    },
    reader: { name: 'shop-reader', assume_role_policy: trust(CONTROLLER) },
  },
  aws_iam_role_policy: {
    controller: { role: '${aws_iam_role.controller.name}', policy: statement({ Resource: [ARN] }) },
    reader: {
      role: '${aws_iam_role.reader.name}',
      policy: statement({ Action: ['secretsmanager:GetSecretValue'], Resource: [`${SECRET}x`, SECRET] }),
    },
  },
  aws_eks_pod_identity_association: {
    controller: { namespace: 'external-secrets', service_account: 'external-secrets', role_arn: CONTROLLER },
  },
  aws_secretsmanager_secret: { database: { name: 'shop/database' } },
};

const check = (blocks: TerraformBlocks, files = manifests): readonly string[] => {
  const own = stack(blocks);
  return awsIdentityFaults({ model: model(), cluster: cluster(files), stack: own, stacks: [own] }).map(
    ({ manifest, message }) => `${manifest.kind} ${manifest.metadata.name}: ${message}`,
  );
};

test('a store whose role exists, trusts the controller and may read is sound', () => {
  expect(check(resource)).toEqual([]);
});

test('secrets may be made by another stack', () => {
  const { aws_secretsmanager_secret: secrets = {}, ...own } = resource;
  const stacks = [stack(own), stack({ aws_secretsmanager_secret: secrets }, { name: 'shop-foundation' })];

  expect(awsIdentityFaults({ model: model(), cluster: cluster(manifests), stack: stack(own), stacks })).toEqual([]);
});

const ROLE = ['aws_iam_role', 'reader'];
const POLICY = ['aws_iam_role_policy', 'reader', 'policy'];
const CONTROLLER_POLICY = ['aws_iam_role_policy', 'controller', 'policy'];
const ASSOCIATION = ['aws_eks_pod_identity_association', 'controller'];
const DISTRUST = `reads as ${ARN}, which does not trust the External Secrets controller`;
const UNREADABLE = `reads secret shop/database, which ${ARN} may not`;

test.each([
  ['a role that is not made', [...ROLE, 'name'], 'other', [`reads as ${ARN}, which shop-main does not make`]],
  ['a role that trusts nobody', [...ROLE, 'assume_role_policy'], trust(), [DISTRUST]],
  ['a role without trust', [...ROLE, 'assume_role_policy'], undefined, [DISTRUST]],
  [
    'a role that trusts another',
    [...ROLE, 'assume_role_policy'],
    trust('${aws_iam_role.other.arn}'),
    [DISTRUST, `reads as ${ARN}, which \${aws_iam_role.other.arn} may act as too`],
  ],
  [
    'a role that trusts another too',
    [...ROLE, 'assume_role_policy'],
    trust(CONTROLLER, '*'),
    [`reads as ${ARN}, which * may act as too`],
  ],
  [
    'a role that trusts everybody',
    [...ROLE, 'assume_role_policy'],
    statement({ Principal: '*' }),
    [DISTRUST, `reads as ${ARN}, which * may act as too`],
  ],
  ['a controller that may not assume the role', CONTROLLER_POLICY, statement({ Resource: ['x'] }), [DISTRUST]],
  [
    'a controller that may do something else',
    CONTROLLER_POLICY,
    statement({ Action: ['sts:TagSession'], Resource: [ARN] }),
    [DISTRUST],
  ],
  ['a controller that is forbidden to', CONTROLLER_POLICY, statement({ Effect: 'Deny', Resource: [ARN] }), [DISTRUST]],
  [
    'a role that may read another secret',
    POLICY,
    statement({ Action: ['secretsmanager:GetSecretValue'], Resource: [`${SECRET}x`] }),
    [UNREADABLE],
  ],
  [
    'a role that may only describe',
    POLICY,
    statement({ Action: ['secretsmanager:DescribeSecret'], Resource: [SECRET] }),
    [UNREADABLE],
  ],
  [
    'a policy of another role',
    ['aws_iam_role_policy', 'reader', 'role'],
    '${aws_iam_role.reader-of-others.name}',
    [UNREADABLE],
  ],
  [
    'a secret that is not made',
    ['aws_secretsmanager_secret', 'database', 'name'],
    'x',
    ['reads secret shop/database, which no stack makes'],
  ],
])('%s', (_, path, to, expected) => {
  expect(check(changed(resource, path, to))).toEqual(expected.map((message) => `SecretStore cloud: ${message}`));
});

test.each([
  ['of another service account', [...ASSOCIATION, 'service_account']],
  ['in another namespace', [...ASSOCIATION, 'namespace']],
])('a controller %s has no identity', (_, path) => {
  expect(check(changed(resource, path, 'x'))).toEqual([
    'SecretStore cloud: is served by a controller without a cloud identity',
    `SecretStore cloud: reads as ${ARN}, which ${CONTROLLER} may act as too`,
  ]);
});

test('a store without a role reads as nobody', () => {
  const files = [...manifests.slice(0, 1), object('SecretStore', 'cloud', { spec: { provider: { aws: {} } } })];

  expect(check(resource, files)).toEqual(['SecretStore cloud: reads as no role of its own']);
});

test('an identity for a service account that was renamed is told', () => {
  const association = { namespace: 'shop', service_account: 'web', role_arn: '${aws_iam_role.web.arn}' };
  const blocks = changed(resource, ['aws_eks_pod_identity_association', 'web'], association);

  expect(check(blocks)).toEqual([
    'Namespace shop: ${aws_iam_role.web.arn} is given to service account shop/web, which is not written',
  ]);
  expect(check(blocks, [...manifests, object('ServiceAccount', 'web')])).toEqual([]);
});
