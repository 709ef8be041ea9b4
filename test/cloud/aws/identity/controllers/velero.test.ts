import { Token } from 'cdktf';
import { veleroRefusals, veleroStatements } from '../../../../../lib/cloud/aws/identity/controllers/velero';
import { CLUSTER } from '../../harness';
import { refused } from './refused';
import { GRANTS } from './sample-grants';

const grant = GRANTS.velero;
const statement = (sid: string) => veleroStatements(CLUSTER, grant).find((found) => found.sid === sid);

describe('Velero', () => {
  test('keeps backups in one bucket', () => {
    const arns = veleroStatements(CLUSTER, grant)
      .flatMap(({ resources }) => resources)
      .filter((arn) => arn.startsWith('arn:aws:s3'));
    expect(new Set(arns)).toEqual(new Set(['arn:aws:s3:::backups', 'arn:aws:s3:::backups/*']));
  });

  test('uses the key of the bucket through S3 alone, and no key where there is none', () => {
    expect(statement('EncryptBackups')).toMatchObject({
      resources: [grant.kmsKeyArn],
      conditions: { StringEquals: { 'kms:ViaService': ['s3.us-east-1.amazonaws.com'] } },
    });
    const without = veleroStatements(CLUSTER, { ...grant, kmsKeyArn: undefined });
    expect(without.map(({ sid }) => sid)).not.toContain('EncryptBackups');
  });

  test('deletes only snapshots that it made itself', () => {
    expect(statement('UseSnapshots')).toMatchObject({
      actions: ['ec2:CreateVolume', 'ec2:DeleteSnapshot'],
      conditions: { Null: { 'aws:ResourceTag/velero.io/backup': ['false'] } },
    });
  });

  test('tags snapshots and volumes as it makes them, and never later', () => {
    expect(statement('TagAsMade')?.conditions).toEqual({
      StringEquals: { 'ec2:CreateAction': ['CreateSnapshot', 'CreateVolume'] },
    });
  });

  test('makes volumes with the key of the cluster', () => {
    expect(statement('EncryptVolumes')?.conditions).toMatchObject({
      'ForAnyValue:StringEquals': { 'kms:ResourceAliases': ['alias/funlynk-production-us-east-1-volumes'] },
    });
  });

  test('leaves volumes alone where the CSI driver makes the snapshots', () => {
    const services = (volumeSnapshots: boolean) =>
      veleroStatements(CLUSTER, { ...grant, volumeSnapshots }).some(({ actions }) =>
        actions.some((action) => action.startsWith('ec2:')),
      );
    expect([services(true), services(false)]).toEqual([true, false]);
  });

  test('refuses objects for a bucket, and an alias for a key', () => {
    const kmsKeyArn = 'arn:aws:kms:us-east-1:111122223333:alias/backups';
    expect(refused(veleroRefusals({ ...grant, bucketArn: 'arn:aws:s3:::backups/*', kmsKeyArn }))).toEqual([
      'controller.bucketArn must be the ARN of a bucket, without objects: "arn:aws:s3:::backups/*"',
      `controller.kmsKeyArn must be the ARN of a key, and not of its alias: "${kmsKeyArn}"`,
    ]);
  });

  test('takes what Terraform alone knows', () => {
    const later = Token.asString({ resolve: () => 'later' });
    expect(refused(veleroRefusals({ ...grant, bucketArn: later, kmsKeyArn: later }))).toEqual([]);
  });
});
