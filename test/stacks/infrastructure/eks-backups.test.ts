import { value } from '../../../lib/checks/output';
import { EksClusterStack } from '../../../stacks/infrastructure/eks-cluster-stack';
import { clusterOf, environmentOf, type Edit } from '../environments';
import { stackJson, type StackJson } from '../stack-json';

function clusterStack(name: string, ...edits: readonly Edit[]): StackJson {
  const resolved = environmentOf(name, ...edits);
  const cluster = clusterOf(resolved, 'us-east-1');
  const { environment } = cluster;
  if (environment.cloud !== 'aws') throw new Error(`${cluster.name} is not on AWS`);
  return stackJson((app) => new EksClusterStack(app, resolved, cluster, environment));
}

const roles = (stack: StackJson): readonly unknown[] =>
  Object.values(stack.resources('aws_iam_role')).map(({ name }) => name);

const BACKUP = 'backup: { replicaRegion: eu-west-1, retainDays: 90, lockDays: 30 }';
const both = clusterStack('novacron/production');

test('backups lie in a bucket of the region and a second one in another, made by the provider of that region', () => {
  const buckets = Object.values(both.resources('aws_s3_bucket'));
  expect(buckets).toHaveLength(2);
  expect(buckets.map((bucket) => value(bucket, 'provider')).sort()).toEqual(['aws.eu-west-1', undefined]);
});

test('Velero has an identity of its own', () => {
  expect(roles(both)).toContain('novacron-production-us-east-1-velero');
});

test('nobody can delete a backup for as long as the file says', () => {
  const locks = Object.values(both.resources('aws_s3_bucket_object_lock_configuration'));
  expect(locks.map((lock) => value(lock, 'rule', 'default_retention', 'days'))).toEqual([30, 30]);
});

test('without a second region there is one bucket', () => {
  const one = clusterStack('novacron/production', [BACKUP, 'backup: { retainDays: 90, lockDays: 30 }']);
  expect(Object.keys(one.resources('aws_s3_bucket'))).toHaveLength(1);
});

test('a cluster that is not backed up has neither', () => {
  const none = clusterStack('novacron/production', [BACKUP, 'backup: { enabled: false }']);
  expect(none.resources('aws_s3_bucket')).toEqual({});
  expect(roles(none)).not.toContain('novacron-production-us-east-1-velero');
});

test('AWS backs the cluster up where the file says so, and keeps a copy in the other region', () => {
  const aws = clusterStack('novacron/production', [
    BACKUP,
    'backup: { engine: aws-backup, replicaRegion: eu-west-1, retainDays: 90, lockDays: 30 }',
  ]);
  expect(Object.values(aws.resources('aws_backup_vault')).map((vault) => value(vault, 'provider'))).toEqual([
    'aws.eu-west-1',
    undefined,
  ]);
  expect(JSON.stringify(aws.one('aws_backup_selection'))).toContain('cluster/novacron-production-us-east-1');
  expect(aws.resources('aws_s3_bucket')).toEqual({});
});
