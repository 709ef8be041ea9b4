import { BackupPlan } from '../../../../lib/cloud/google/backup/backup-plan';
import { RestorePlan, type RestorePlanProps } from '../../../../lib/cloud/google/backup/restore-plan';
import { cluster as gkeCluster } from '../fixtures';
import { googleStack, only, PROJECT, REGION, resources } from '../synth';

const TYPE = 'google_gke_backup_restore_plan';
const CLUSTER = { project: PROJECT, location: 'europe-west4-a', clusterName: 'drills' };
const BACKUP_PLAN = BackupPlan.fromName({ project: PROJECT, location: REGION, name: 'main-nightly' });
const CRDS = { resourceGroup: 'apiextensions.k8s.io', resourceKind: 'CustomResourceDefinition' };
const NODES = { resourceGroup: '', resourceKind: 'Node' };

function plan(props: Partial<RestorePlanProps> = {}) {
  const stack = googleStack();
  const made = new RestorePlan(stack, 'plan', { backupPlan: BACKUP_PLAN, cluster: CLUSTER, name: 'drill', ...props });
  return { stack, made };
}

function config(props: Partial<RestorePlanProps> = {}) {
  return only(plan(props).stack, TYPE)['restore_config'];
}

describe('RestorePlan', () => {
  test('fills in namespaces that are absent, in the region of its cluster', () => {
    expect(only(plan().stack, TYPE)).toMatchSnapshot();
  });

  test('knows its id', () => {
    expect(plan().made.id).toBe('projects/funlynk-prod/locations/europe-west4/restorePlans/drill');
  });

  test('waits for the backup plan and the cluster', () => {
    const stack = googleStack();
    const cluster = gkeCluster(stack);
    const backupPlan = new BackupPlan(stack, 'nightly', { cluster, name: 'nightly' });
    new RestorePlan(stack, 'plan', { backupPlan, cluster, name: 'drill' });
    expect(only(stack, TYPE)['depends_on']).toEqual([
      expect.stringMatching(/^google_gke_backup_backup_plan\.nightly_/),
      expect.stringMatching(/^google_container_cluster\.cluster_/),
    ]);
  });

  test('restores single namespaces, or all but some, sorted', () => {
    const namespaces = ['payments', 'orders', 'payments'];
    expect(config({ namespaces: { kind: 'selected', namespaces } })).toMatchObject({
      selected_namespaces: { namespaces: ['orders', 'payments'] },
    });
    expect(config({ namespaces: { kind: 'excluded', namespaces } })).toMatchObject({
      excluded_namespaces: { namespaces: ['orders', 'payments'] },
    });
  });

  test('replaces what is there, and leaves volumes empty, where told to', () => {
    expect(
      config({
        namespacedResourceRestoreMode: 'DELETE_AND_RESTORE',
        volumeDataRestorePolicy: 'NO_VOLUME_DATA_RESTORATION',
      }),
    ).toMatchObject({
      namespaced_resource_restore_mode: 'DELETE_AND_RESTORE',
      volume_data_restore_policy: 'NO_VOLUME_DATA_RESTORATION',
    });
  });

  test('restores objects of the cluster alone, where it says what becomes of those that are there', () => {
    expect(
      config({ namespaces: { kind: 'none' }, clusterResources: { kind: 'selected', groupKinds: [CRDS, NODES, CRDS] } }),
    ).toMatchInlineSnapshot(`
      {
        "cluster_resource_conflict_policy": "USE_EXISTING_VERSION",
        "cluster_resource_restore_scope": {
          "selected_group_kinds": [
            {
              "resource_group": "",
              "resource_kind": "Node",
            },
            {
              "resource_group": "apiextensions.k8s.io",
              "resource_kind": "CustomResourceDefinition",
            },
          ],
        },
        "no_namespaces": true,
        "transformation_rules": [],
      }
    `);
  });

  test('restores all objects of the cluster, or all but some, over those that are there', () => {
    const clusterResourceConflictPolicy = 'USE_BACKUP_VERSION';
    expect(config({ clusterResources: { kind: 'all' }, clusterResourceConflictPolicy })).toMatchObject({
      cluster_resource_restore_scope: { all_group_kinds: true },
      cluster_resource_conflict_policy: 'USE_BACKUP_VERSION',
    });
    expect(config({ clusterResources: { kind: 'excluded', groupKinds: [NODES] } })).toMatchObject({
      cluster_resource_restore_scope: { excluded_group_kinds: [{ resource_group: '', resource_kind: 'Node' }] },
    });
  });

  test('lets operators restore by this plan', () => {
    const { stack } = plan({ operators: ['group:oncall@example.com', 'group:oncall@example.com'] });
    expect(only(stack, `${TYPE}_iam_member`)).toMatchObject({
      location: 'europe-west4',
      name: expect.stringMatching(/^\$\{google_gke_backup_restore_plan\.plan_/) as unknown,
      role: 'roles/gkebackup.delegatedRestoreAdmin',
    });
    expect(resources(plan().stack, `${TYPE}_iam_member`)).toEqual({});
  });

  test('can be destroyed where protection is off', () => {
    expect(only(plan({ deletionProtection: false }).stack, TYPE)).toMatchObject({
      lifecycle: { prevent_destroy: false },
    });
  });

  test('refuses to restore into another project', () => {
    expect(() => plan({ cluster: { ...CLUSTER, project: 'funlynk-dev' } })).toThrow(
      "test/plan: 'cluster' must be of the backup plan's project (funlynk-prod), got 'funlynk-dev'; restoring into another project takes a restore channel, which is not here yet",
    );
  });

  test('refuses to restore nothing', () => {
    expect(() => plan({ namespaces: { kind: 'none' } })).toThrow(
      "test/plan: 'namespaces' must not be 'none' where clusterResources is as well, got 'none'; restore one of them",
    );
  });

  test('refuses what would apply to nothing', () => {
    expect(() =>
      plan({
        namespaces: { kind: 'none' },
        clusterResources: { kind: 'all' },
        namespacedResourceRestoreMode: 'FAIL_ON_CONFLICT',
        volumeDataRestorePolicy: 'NO_VOLUME_DATA_RESTORATION',
      }),
    ).toThrow(
      [
        "test/plan: 'namespacedResourceRestoreMode' must be left out where namespaces is 'none', got 'FAIL_ON_CONFLICT'",
        "test/plan: 'volumeDataRestorePolicy' must be left out where namespaces is 'none', got 'NO_VOLUME_DATA_RESTORATION'",
      ].join('\n'),
    );
    expect(() => plan({ clusterResourceConflictPolicy: 'USE_BACKUP_VERSION' })).toThrow(
      "test/plan: 'clusterResourceConflictPolicy' must be left out where clusterResources is 'none', got 'USE_BACKUP_VERSION'",
    );
  });

  test('refuses empty scopes, and names and members that Google would, all at once', () => {
    expect(() =>
      plan({
        name: 'Drill',
        namespaces: { kind: 'selected', namespaces: [] },
        clusterResources: { kind: 'excluded', groupKinds: [] },
        operators: ['allUsers'],
        labels: { Team: 'x' },
      }),
    ).toThrow(
      [
        "test/plan: 'name' must be up to 63 lower-case letters, digits and dashes, beginning with a letter, got 'Drill'",
        "test/plan: 'namespaces.namespaces' must name one namespace at least, got []",
        "test/plan: 'clusterResources.groupKinds' must name one kind at least, got []",
        "test/plan: 'operators' must not be everyone, got 'allUsers'; name a group",
        "test/plan: 'labels.Team' must be lower-case letters, digits, dashes and underscores, up to 63, the key beginning with a letter, got 'x'",
      ].join('\n'),
    );
  });
});
