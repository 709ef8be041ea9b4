import { mountsToken } from '../../../lib/workloads/identity/api-access';
import type { WorkloadContext } from '../../../lib/workloads/workload-props';
import { backendObjects, DEPLOYMENT } from '../sample-workload';

const LEASES = {
  apiGroups: ['coordination.k8s.io'],
  resources: ['leases'],
  verbs: ['get', 'update'],
  resourceNames: ['backend'],
} as const;
const CONTEXT: WorkloadContext = {
  ...DEPLOYMENT,
  ...{ ports: {}, name: 'backend', namespace: 'funlynk', system: 'funlynk', labels: {}, selector: {} },
};

describe('a workload that uses the Kubernetes API', () => {
  const objects = backendObjects({ apiAccess: [LEASES] });

  test('may do what it says, in its own namespace', () => {
    expect(objects.one('Role')).toMatchObject({ metadata: { name: 'backend', namespace: 'funlynk' }, rules: [LEASES] });
    expect(objects.one('RoleBinding')).toMatchObject({
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'backend' },
      subjects: [{ kind: 'ServiceAccount', name: 'backend', namespace: 'funlynk' }],
    });
  });

  test('has a token in its pods, and none by default in those of others that run as its account', () => {
    expect(objects.one('Deployment')).toHaveProperty('spec.template.spec.automountServiceAccountToken', true);
    expect(objects.one('ServiceAccount')).toHaveProperty('automountServiceAccountToken', false);
  });

  test('reaches the API server', () => {
    expect(objects.names('NetworkPolicy')).toEqual(['backend-to-api-server']);
  });
});

test('a workload that does not use the API has no role, no token and no way to the API server', () => {
  const objects = backendObjects();
  expect([...objects.names('Role'), ...objects.names('RoleBinding'), ...objects.names('NetworkPolicy')]).toEqual([]);
  expect(objects.one('Deployment')).toHaveProperty('spec.template.spec.automountServiceAccountToken', false);
  expect(mountsToken(CONTEXT)).toBe(false);
  expect(mountsToken({ ...CONTEXT, apiAccess: [LEASES] })).toBe(true);
});
