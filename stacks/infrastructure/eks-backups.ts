import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { Construct } from 'constructs';
import { VeleroStorage } from '../../lib/cloud/aws/backup/velero-storage';
import type { EksClusterBase } from '../../lib/cloud/aws/eks/eks-cluster-base';
import { ControllerIdentity } from '../../lib/cloud/aws/identity/controller-identity';
import type { AwsClusterEnvironment } from '../../lib/environment/environment';

/** Backups of a cluster, in its region and where asked for in a second one. */
export function addBackups(
  scope: Construct,
  cluster: EksClusterBase,
  { account, region, backup, deletionProtection }: AwsClusterEnvironment,
  tags: Record<string, string>,
): void {
  if (!backup.enabled) return;
  const { replicaRegion, retainDays, lockDays } = backup;
  const replica =
    replicaRegion === undefined
      ? undefined
      : {
          region: replicaRegion,
          provider: new AwsProvider(scope, `aws-${replicaRegion}`, {
            alias: replicaRegion,
            region: replicaRegion,
            allowedAccountIds: [account],
            defaultTags: [{ tags }],
          }),
        };
  const storage = new VeleroStorage(scope, 'Backup', {
    ...{ account, region, cluster, lockDays, replica, deletionProtection },
    retentionDays: retainDays,
  });
  new ControllerIdentity(scope, 'controller-velero', {
    cluster,
    controller: { kind: 'velero', bucketArn: storage.bucketArn, kmsKeyArn: storage.kmsKeyArn },
  });
}
