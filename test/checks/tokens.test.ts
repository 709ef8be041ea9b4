import { pods } from '../../lib/checks/pods';
import { checkTokens, mountsToken } from '../../lib/checks/tokens';
import type { ManifestFile } from '../../lib/core/manifest';
import { cluster, clusterObject, controller, environment, object, said } from './fixtures';

const check = (...files: readonly ManifestFile[]): readonly string[] => said(checkTokens(environment(files)));
const web = (automountServiceAccountToken?: boolean, pod = {}): ManifestFile =>
  controller('web', { pod: { automountServiceAccountToken, ...pod } });
const account = (automountServiceAccountToken?: boolean): ManifestFile =>
  object('ServiceAccount', 'web', { automountServiceAccountToken });
const subject = { kind: 'ServiceAccount', name: 'web', namespace: 'shop' };
const binding = object('RoleBinding', 'web', { subjects: [subject] });
const projected = (audience?: string): Readonly<Record<string, unknown>> => ({
  volumes: [{ name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token', audience } }] } }],
});
const POD = 'web: mounts a token of service account web, which no binding gives any rights';
const ACCOUNT = 'web: gives its token to every pod that does not refuse it, and no binding gives it any rights';

test('findings name what mounts the token, its file and the remedy', () => {
  expect(checkTokens(environment([web(true), account()]))).toEqual([
    {
      rule: 'token',
      severity: 'error',
      resource: 'web',
      path: 'deployment-web.yaml',
      message: 'mounts a token of service account web, which no binding gives any rights',
      remedy: 'set automountServiceAccountToken to false, or say in apiAccess what it is for',
    },
    {
      rule: 'token',
      severity: 'error',
      resource: 'web',
      path: 'serviceaccount-web.yaml',
      message: 'gives its token to every pod that does not refuse it, and no binding gives it any rights',
      remedy: 'set automountServiceAccountToken to false',
    },
  ]);
});

describe('a token is mounted', () => {
  test.each([
    ['by the pod’s own word', web(true), account(false), [POD]],
    ['by the account’s, where the pod has none', web(), account(true), [POD, ACCOUNT]],
    ['by default, where neither says', web(), account(), [POD, ACCOUNT]],
    ['not where the pod refuses it', web(false), account(false), []],
    ['not where the account does, and the pod has no word', web(), account(false), []],
    ['where a volume projects it', web(false, projected()), account(false), [POD]],
    ['not where the token is for somebody else', web(false, projected('sts.amazonaws.com')), account(false), []],
  ])('%s', (_, pod, serviceAccount, expected) => {
    expect(check(pod, serviceAccount)).toEqual(expected);
    expect(check(pod, serviceAccount, binding)).toEqual([]);
  });

  test('of the default account, where a pod names none', () => {
    expect(
      check(controller('web', { pod: { serviceAccountName: undefined, automountServiceAccountToken: undefined } })),
    ).toEqual(['web: mounts a token of service account default, which no binding gives any rights']);
  });
});

describe('rights come', () => {
  test.each([
    ['by a binding of the cluster', clusterObject('ClusterRoleBinding', 'web', { subjects: [subject] }), []],
    [
      'not by a binding of another account',
      object('RoleBinding', 'x', { subjects: [{ ...subject, name: 'api' }] }),
      [POD],
    ],
    [
      'not by a binding of another namespace',
      object('RoleBinding', 'x', { subjects: [{ ...subject, namespace: 'x' }] }),
      [POD],
    ],
    ['not by a binding of people', object('RoleBinding', 'x', { subjects: [{ ...subject, kind: 'Group' }] }), [POD]],
  ])('%s', (_, file, expected) => {
    expect(check(web(true), account(false), file)).toEqual(expected);
  });
});

test('whether pods have a token is told of each', () => {
  const [pod] = pods([web()]);

  expect(pod && mountsToken(cluster([account(false)]), pod)).toBe(false);
  expect(pod && mountsToken(cluster([account()]), pod)).toBe(true);
});
