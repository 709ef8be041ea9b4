import {
  type RestoreTest,
  restoreTestRefusals,
  restoreTestSettings,
} from '../../../../lib/cloud/aws/backup/restore-test';

const FILES = 'arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-1';
const refused = (test: RestoreTest) =>
  restoreTestRefusals('tests.a', test).flatMap((refusal) =>
    refusal === undefined ? [] : [`${refusal.property} ${refusal.rule}`],
  );

describe('a test of restores', () => {
  test('is of all resources of a type, of named ones, or of those with tags', () => {
    expect(restoreTestSettings({ protectedResourceType: 'EBS', by: 'type' })).toMatchObject({
      protectedResourceType: 'EBS',
      protectedResourceArns: ['*'],
    });
    expect(restoreTestSettings({ protectedResourceType: 'EFS', by: 'arns', resources: [FILES, FILES] })).toMatchObject({
      protectedResourceArns: [FILES],
    });
    expect(restoreTestSettings({ protectedResourceType: 'EBS', by: 'tags', tags: { a: 'b' } })).toMatchObject({
      protectedResourceConditions: [{ stringEquals: [{ key: 'aws:ResourceTag/a', value: 'b' }] }],
    });
  });

  test('keeps what was restored for a program to look at, with settings of its own', () => {
    const restoreMetadataOverrides = { encrypted: 'true' };
    expect(
      restoreTestSettings({
        protectedResourceType: 'EFS',
        by: 'type',
        validationWindowHours: 4,
        restoreMetadataOverrides,
      }),
    ).toMatchObject({ validationWindowHours: 4, restoreMetadataOverrides });
  });

  test('is within the bounds of AWS Backup', () => {
    expect(refused({ protectedResourceType: 'EBS', by: 'type', validationWindowHours: 169 })).toEqual([
      'tests.a.validationWindowHours must be a whole number from 1 to 168',
    ]);
    expect(refused({ protectedResourceType: 'EBS', by: 'arns', resources: [] })).toEqual([
      'tests.a.resources must be from 1 to 30',
    ]);
    expect(refused({ protectedResourceType: 'EBS', by: 'arns', resources: ['arn:aws:ec2:*:*:volume/*'] })).toEqual([
      'tests.a.resources must hold ARNs without *',
    ]);
    expect(refused({ protectedResourceType: 'EBS', by: 'tags', tags: {} })).toEqual([
      'tests.a.tags must name one tag at least',
    ]);
  });
});
