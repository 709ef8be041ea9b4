import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { Construct } from 'constructs';
import { BackupPlan } from '../../lib/cloud/aws/backup/backup-plan';
import { BackupVault } from '../../lib/cloud/aws/backup/backup-vault';
import { VeleroStorage } from '../../lib/cloud/aws/backup/velero-storage';
import type { EksClusterBase } from '../../lib/cloud/aws/eks/eks-cluster-base';
import { ControllerIdentity } from '../../lib/cloud/aws/identity/controller-identity';
import { eksClusterArn } from '../../lib/cloud/aws/names';
import type { AwsClusterEnvironment } from '../../lib/environment/environment';

const DEFAULT_RETAIN_DAYS = 30;

/** Another region that backups are copied to. */
interface ReplicaRegion {
  readonly region: string;
  readonly provider: AwsProvider;
}

/** Backups of a cluster, in its region and where asked for in a second one. */
export function addBackups(
  scope: Construct,
  cluster: EksClusterBase,
  environment: AwsClusterEnvironment,
  tags: Record<string, string>,
): void {
  const { account, backup } = environment;
  if (!backup.enabled) return;
  const replica =
    backup.replicaRegion === undefined ? undefined : addReplica(scope, account, backup.replicaRegion, tags);
  switch (backup.engine) {
    case 'velero':
      return addVelero(scope, cluster, environment, replica);
    case 'aws-backup':
      return addAwsBackup(scope, cluster, environment, replica);
  }
}

function addReplica(scope: Construct, account: string, region: string, tags: Record<string, string>): ReplicaRegion {
  const provider = new AwsProvider(scope, `aws-${region}`, {
    alias: region,
    region,
    allowedAccountIds: [account],
    defaultTags: [{ tags }],
  });
  return { region, provider };
}

/** Buckets that Velero, once it is on the cluster, writes to, and its identity. */
function addVelero(
  scope: Construct,
  cluster: EksClusterBase,
  { account, region, backup, deletionProtection }: AwsClusterEnvironment,
  replica: ReplicaRegion | undefined,
): void {
  const storage = new VeleroStorage(scope, 'Backup', {
    ...{ account, region, cluster, replica, deletionProtection },
    lockDays: backup.lockDays,
    retentionDays: backup.retainDays,
  });
  new ControllerIdentity(scope, 'controller-velero', {
    cluster,
    controller: { kind: 'velero', bucketArn: storage.bucketArn, kmsKeyArn: storage.kmsKeyArn },
  });
}

/** A plan by which AWS backs the cluster up every night, its objects and the volumes of its pods. */
function addAwsBackup(
  scope: Construct,
  cluster: EksClusterBase,
  { account, region, backup, deletionProtection }: AwsClusterEnvironment,
  replica: ReplicaRegion | undefined,
): void {
  const { clusterName } = cluster;
  const { retainDays = DEFAULT_RETAIN_DAYS, lockDays } = backup;
  const shared = { account, vaultName: clusterName, deletionProtection };
  const lock = lockDays === undefined ? undefined : ({ mode: 'GOVERNANCE', minRetentionDays: lockDays } as const);
  const vault = new BackupVault(scope, 'Backup', { ...shared, region, lock });
  const copy =
    replica === undefined ? undefined : new BackupVault(scope, 'BackupCopy', { ...shared, ...replica, lock });
  new BackupPlan(scope, 'BackupPlan', {
    ...{ account, region, vault, deletionProtection },
    planName: clusterName,
    rules: {
      nightly: {
        deleteAfterDays: retainDays,
        copies: copy === undefined ? [] : [{ vault: copy, deleteAfterDays: retainDays }],
      },
    },
    selections: { cluster: { resources: [eksClusterArn({ account, region }, clusterName)] } },
  });
}
