import type { TerraformStack } from 'cdktf';
import { BackupPlan, KmsKeyRing, RestorePlan } from '../../../../lib/cloud/google';

/** The example of lib/cloud/google/backup/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const project = 'funlynk-prod';
  const cluster = { project, location: 'europe-west1', clusterName: 'main' }; // or a GkeCluster
  const drills = { project, location: 'europe-west4', clusterName: 'drills' };

  const keys = new KmsKeyRing(stack, 'keys', { project, location: 'europe-west4', name: 'backups' });
  const nightly = new BackupPlan(stack, 'nightly', {
    cluster,
    name: 'main-nightly',
    location: 'europe-west4', // survives the loss of europe-west1
    retainDays: 30,
    deleteLockDays: 14,
    kmsKey: keys.addKey('backups', { users: ['container-engine', 'gke-backup'] }),
  });
  new BackupPlan(stack, 'orders', {
    cluster,
    name: 'main-orders',
    namespaces: ['orders'],
    schedule: { kind: 'rpo', targetRpoMinutes: 60 },
    retainDays: 7,
  });

  new RestorePlan(stack, 'drill', {
    backupPlan: nightly,
    cluster: drills,
    name: 'main-drill',
    namespaces: { kind: 'selected', namespaces: ['orders', 'payments'] },
    operators: ['group:oncall@example.com'],
  });
  // README ends
}
