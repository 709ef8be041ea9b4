import { Token } from 'cdktf';
import { efsCsiStatements, efsFileSystemRefusals } from '../../../../lib/cloud/aws/add-ons/efs-csi-statements';
import { policyDocument } from '../../../../lib/cloud/aws/iam/policy-document';
import { refuse } from '../../../../lib/core/errors';
import { PLACE } from '../harness';

const FILES = 'arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0';
const POINTS = 'arn:aws:elasticfilesystem:us-east-1:111122223333:access-point/*';
const DRIVER = ['aws-efs-csi-driver'];

function checked(enabled: readonly string[], arns: readonly string[] | undefined): () => void {
  return () => refuse('addons', efsFileSystemRefusals(enabled, arns));
}

describe('efsCsiStatements', () => {
  const statements = efsCsiStatements(PLACE, [FILES]);

  test('reach the file systems named, and what the driver made in them', () => {
    expect(() => policyDocument('test', statements)).not.toThrow();
    expect(Object.fromEntries(statements.map(({ sid, resources }) => [sid, resources]))).toEqual({
      ReadFileSystems: [FILES, POINTS],
      ReadZones: ['*'],
      MakeDirectories: [FILES],
      TagDirectories: [POINTS],
      RemoveDirectories: [POINTS],
    });
  });

  test('remove nothing that the driver has not marked as its own', () => {
    expect(statements.find(({ sid }) => sid === 'RemoveDirectories')?.conditions).toEqual({
      Null: { 'aws:ResourceTag/efs.csi.aws.com/cluster': ['false'] },
    });
  });

  test('make nothing without that mark', () => {
    expect(statements.find(({ sid }) => sid === 'MakeDirectories')?.conditions).toEqual({
      Null: { 'aws:RequestTag/efs.csi.aws.com/cluster': ['false'] },
      'ForAllValues:StringEquals': { 'aws:TagKeys': ['efs.csi.aws.com/cluster'] },
    });
  });
});

describe('efsFileSystemRefusals', () => {
  test('let file systems be named, or not', () => {
    expect(checked(DRIVER, [FILES])).not.toThrow();
    expect(checked([], undefined)).not.toThrow();
  });

  test('tell that the driver is missing', () => {
    expect(checked([], [FILES])).toThrow(
      `addons: 'efsFileSystemArns' must not be there without the driver, got ["${FILES}"]; add aws-efs-csi-driver to enabled`,
    );
  });

  test('tell that a list is empty', () => {
    expect(checked(DRIVER, [])).toThrow(
      "addons: 'efsFileSystemArns' must name one file system at least, got []; or leave it out",
    );
  });

  test('tell what is no file system', () => {
    expect(checked(DRIVER, ['fs-0123456789abcdef0'])).toThrow(
      "addons: 'efsFileSystemArns' must be ARNs of file systems such as arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0123456789abcdef0, got 'fs-0123456789abcdef0'",
    );
  });

  test('leave to Terraform what it alone knows', () => {
    expect(checked(DRIVER, [Token.asString({ resolve: () => 'arn' })])).not.toThrow();
  });
});
