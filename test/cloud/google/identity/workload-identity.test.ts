import { gkeContract } from '../../../../lib/cloud/google/cluster-contract';
import { WorkloadIdentity } from '../../../../lib/cloud/google/identity/workload-identity';
import { gkeClusterName } from '../../../../lib/cloud/google/names';
import type { ServiceIdentity } from '../../../../lib/core/service-identity';
import { cluster } from '../fixtures';
import { googleStack, only, PROJECT, REGION, resources, values } from '../synth';

const SYSTEM = { system: 'funlynk', environment: 'production' };
const IDENTITY: ServiceIdentity = {
  name: 'external-secrets',
  namespace: 'funlynk',
  serviceAccount: 'secrets',
  permissions: [{ action: 'secret:read', secrets: ['database', 'payments', 'database'] }],
};

function workload(identity: Partial<ServiceIdentity> = {}) {
  const stack = googleStack();
  const made = new WorkloadIdentity(stack, 'identity', {
    cluster: cluster(stack, { name: gkeClusterName('funlynk', 'production', 'eu') }),
    ...SYSTEM,
    identity: { ...IDENTITY, ...identity },
  });
  return { stack, made };
}

describe('WorkloadIdentity', () => {
  test('has the address that the contract puts on the Kubernetes service account', () => {
    const contract = gkeContract({ ...SYSTEM, name: 'eu', project: PROJECT, region: REGION });
    expect(contract.identityAnnotations(IDENTITY)).toEqual({
      'iam.gke.io/gcp-service-account': workload().made.email,
    });
  });

  test('makes the account whose address it tells', () => {
    const { stack, made } = workload();
    const accounts = values(stack, 'google_service_account', 'account_id');
    expect(accounts).toContain(made.email.replace(/@.*/, ''));
  });

  test('lets one Kubernetes service account act as it, once the cluster is there', () => {
    expect(only(workload().stack, 'google_service_account_iam_member')).toMatchInlineSnapshot(`
      {
        "depends_on": [
          "google_container_cluster.cluster_611F8AFF",
        ],
        "member": "serviceAccount:funlynk-prod.svc.id.goog[funlynk/secrets]",
        "role": "roles/iam.workloadIdentityUser",
        "service_account_id": "\${google_service_account.identity_0C5EE28D.name}",
      }
    `);
  });

  test('may read the secrets it names', () => {
    const grants = Object.values(resources(workload().stack, 'google_secret_manager_secret_iam_member'));
    expect(grants).toEqual([
      expect.objectContaining({ secret_id: 'funlynk-production-database', role: 'roles/secretmanager.secretAccessor' }),
      expect.objectContaining({ secret_id: 'funlynk-production-payments', role: 'roles/secretmanager.secretAccessor' }),
    ]);
  });

  test('may read nothing where it names nothing', () => {
    const { stack } = workload({ permissions: [] });
    expect(values(stack, 'google_secret_manager_secret_iam_member', 'secret_id')).toEqual([]);
  });

  test('has no key', () => {
    expect(resources(workload().stack, 'google_service_account_key')).toEqual({});
  });

  test('can be of a cluster that is known by four things only', () => {
    const stack = googleStack();
    const { clusterName, project, workloadPool, dependable } = cluster(stack);
    new WorkloadIdentity(stack, 'identity', {
      cluster: { clusterName, project, workloadPool, dependable },
      ...SYSTEM,
      identity: IDENTITY,
    });
    expect(values(stack, 'google_service_account', 'account_id')).toContain('main-ksa-external-secrets');
  });

  test('refuses permissions on nothing, and on patterns, both at once', () => {
    const permissions: ServiceIdentity['permissions'] = [
      { action: 'bucket:read', buckets: [] },
      { action: 'secret:read', secrets: ['*'] },
    ];
    expect(() => workload({ permissions })).toThrow(
      [
        "test/identity: 'identity.permissions' must name one resource at least for bucket:read, got []; or leave it out",
        "test/identity: 'identity.permissions' must name the resources of secret:read in up to 63 lower-case letters, digits and dashes, got '*'",
      ].join('\n'),
    );
  });

  test('refuses namespaces and service accounts that Kubernetes would, both at once', () => {
    expect(() => workload({ namespace: 'Fun', serviceAccount: 'a/b' })).toThrow(
      [
        "test/identity: 'identity.namespace' must be up to 63 lower-case letters, digits and dashes, got 'Fun'",
        "test/identity: 'identity.serviceAccount' must be up to 63 lower-case letters, digits and dashes, got 'a/b'",
      ].join('\n'),
    );
  });
});
