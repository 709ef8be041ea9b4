import { checkIdentities } from '../../lib/checks/identities';
import type { ClusterOutput } from '../../lib/checks/output';
import type { Cloud } from '../../lib/core/cluster';
import type { Finding } from '../../lib/core/finding';
import type { ManifestFile } from '../../lib/core/manifest';
import { cluster, clusterObject, environment, object, stack } from './fixtures';

const GOOGLE = 'iam.gke.io/gcp-service-account';
const AWS = 'eks.amazonaws.com/role-arn';

const check = (
  cloud: Cloud,
  manifests: readonly ManifestFile[],
  fields: Partial<ClusterOutput> = {},
): readonly Finding[] =>
  checkIdentities(environment([], { clusters: [cluster(manifests, { cloud, ...fields })], stacks: [stack({})] }));
const account = (annotation: string): readonly ManifestFile[] => [
  object('ServiceAccount', 'web', {}, { annotations: { [annotation]: 'somebody' } }),
];

test('objects that name no identity are sound', () => {
  expect(check('aws', [object('ServiceAccount', 'web')])).toEqual([]);
  expect(check('google', [object('ServiceAccount', 'web')])).toEqual([]);
});

test('a finding names the object, its file and the remedy', () => {
  expect(check('google', account(GOOGLE))).toEqual([
    {
      rule: 'identity',
      severity: 'error',
      resource: 'web',
      path: 'serviceaccount-web.yaml',
      message: 'acts as somebody, which shop-main does not make',
      remedy: 'let the identity come from the model, which renders both sides',
    },
  ]);
});

test('stores are looked at as their cluster’s cloud does', () => {
  const store = [object('SecretStore', 'cloud')];

  expect(check('aws', store)).toMatchObject([{ message: 'reads as no role of its own' }]);
  expect(check('google', store)).toMatchObject([{ message: 'reads as no identity of its own' }]);
});

test('where the cluster’s stack is missing no identity is made', () => {
  expect(check('google', account(GOOGLE), { stack: 'shop-gone' })).toMatchObject([
    { message: 'acts as somebody, which shop-gone does not make' },
  ]);
});

test.each([
  ['aws', GOOGLE],
  ['aws', AWS],
  ['google', AWS],
] as const)('on %s the annotation %s is read by nobody', (cloud, annotation) => {
  expect(check(cloud, account(annotation))).toMatchObject([
    { resource: 'web', message: `acts as somebody by ${annotation}, which main does not read` },
  ]);
});

test.each(['aws', 'google'] as const)('on %s no store serves every namespace', (cloud) => {
  expect(check(cloud, [clusterObject('ClusterSecretStore', 'all')])).toMatchObject([
    { resource: 'all', message: 'serves every namespace, so that what one may read all may' },
  ]);
});
