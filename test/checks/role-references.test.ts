import { ClusterIndex } from '../../lib/checks/cluster-index';
import { roleReferences } from '../../lib/checks/role-references';
import { controller, object } from './fixtures';

const written = [controller('web'), object('ServiceAccount', 'web'), object('Role', 'web')];
const check = (roleRef: unknown, ...subjects: readonly unknown[]): readonly string[] => {
  const binding = object('RoleBinding', 'it', { roleRef, subjects });
  return roleReferences(new ClusterIndex({ manifests: [...written, binding] }), binding.manifest);
};
const role = { kind: 'Role', name: 'web' };
const account = (name: string, namespace?: string): unknown => ({ kind: 'ServiceAccount', name, namespace });

test.each([
  ['a role that is written', role, []],
  ['a role of the cluster, which comes with it', { kind: 'ClusterRole', name: 'view' }, []],
  ['a role that is missing', { kind: 'Role', name: 'gone' }, ['gives Role gone, which is not written']],
])('a binding gives %s', (_, roleRef, expected) => {
  expect(check(roleRef, account('web', 'shop'))).toEqual(expected);
});

test.each([
  ['an account that is written', account('web', 'shop'), []],
  ['an account of a namespace that we do not write', account('prometheus', 'monitoring'), []],
  ['people', { kind: 'Group', name: 'platform' }, []],
  ['an account that is missing', account('gone', 'shop'), ['is for service account shop/gone, which is not written']],
  ['an account without its namespace', account('web'), ['names service account web without its namespace']],
])('it is for %s', (_, subject, expected) => {
  expect(check(role, subject)).toEqual(expected);
});
