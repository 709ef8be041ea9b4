import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { TerraformStack } from 'cdktf';
import { BackupPlan, BackupVault, eksClusterArn, RestoreTestingPlan, VeleroStorage } from '../../../../lib/cloud/aws';

/** The example of lib/cloud/aws/backup/README.md, word for word between the two marks. */
export function example(stack: TerraformStack): void {
  // README begins
  const place = { account: '111122223333', region: 'us-east-1' };
  const elsewhere = { account: '111122223333', region: 'us-west-2' };
  const cluster = { clusterName: 'funlynk-production-us-east-1' }; // or an EksCluster
  const provider = new AwsProvider(stack, 'aws-us-west-2', { alias: 'us-west-2', region: elsewhere.region });

  // Objects and volumes, by Velero.
  new VeleroStorage(stack, 'velero', {
    ...place,
    cluster,
    lockDays: 30,
    replica: { region: elsewhere.region, provider }, // survives the loss of us-east-1
  });

  // The whole cluster and its volumes, by AWS Backup.
  const vault = new BackupVault(stack, 'vault', { ...place, vaultName: 'funlynk-production' });
  const copy = new BackupVault(stack, 'copy', { ...elsewhere, provider, vaultName: 'funlynk-production' });
  new BackupPlan(stack, 'backups', {
    ...place,
    planName: 'funlynk-production',
    vault,
    rules: {
      nightly: { deleteAfterDays: 35, copies: [{ vault: copy, deleteAfterDays: 14 }] },
      monthly: { scheduleExpression: 'cron(0 3 1 * ? *)', deleteAfterDays: 365 },
    },
    selections: {
      cluster: { resources: [eksClusterArn(place, cluster.clusterName)] },
      volumes: { tags: { [`kubernetes.io/cluster/${cluster.clusterName}`]: 'owned' } },
    },
  });
  new RestoreTestingPlan(stack, 'drills', {
    ...place,
    planName: 'funlynk_production',
    vaults: [vault],
    tests: { volumes: { protectedResourceType: 'EBS', by: 'type' } },
  });
  // README ends
}
