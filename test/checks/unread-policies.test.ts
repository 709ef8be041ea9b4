import { unreadPolicies } from '../../lib/checks/unread-policies';
import type { ManifestFile } from '../../lib/core/manifest';
import { clusterObject, object } from './fixtures';

const check = (file: ManifestFile): readonly string[] =>
  unreadPolicies([file]).map(([resource, path, message]) => `${path}: ${resource} ${message}`);

test.each([
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'CiliumClusterwideNetworkPolicy',
  'ClusterNetworkPolicy',
])('a %s is not read', (kind) => {
  expect(check(clusterObject(kind, 'it'))).toEqual([
    `${kind.toLowerCase()}-it.yaml: it isolation is not judged by objects of kind ${kind}`,
  ]);
});

test.each(['ingress', 'ingressDeny', 'egressDeny'])('of a CiliumNetworkPolicy, %s is not read', (field) => {
  const path = 'ciliumnetworkpolicy-it.yaml';
  const message = `${path}: it isolation is not judged by ${field} of a CiliumNetworkPolicy`;

  expect(check(object('CiliumNetworkPolicy', 'it', { spec: { [field]: [{}] } }))).toEqual([message]);
  expect(check(object('CiliumNetworkPolicy', 'it', { specs: [{ egress: [] }, { [field]: [{}] }] }))).toEqual([message]);
});

test('what is read is not told', () => {
  expect(check(object('CiliumNetworkPolicy', 'it', { spec: { egress: [{}], ingress: [] } }))).toEqual([]);
  expect(check(object('NetworkPolicy', 'it', { spec: { ingress: [{}] } }))).toEqual([]);
});
