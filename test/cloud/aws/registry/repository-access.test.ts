import { repositoryAccessRefusals, repositoryPolicy } from '../../../../lib/cloud/aws/registry/repository-access';
import { statements } from '../harness';
import { refused } from './refused';

const READ = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

describe('repositoryPolicy', () => {
  test('is none where nobody from outside has access', () => {
    expect(repositoryPolicy({})).toBeUndefined();
    expect(repositoryPolicy({ readers: [], writers: [] })).toBeUndefined();
  });

  test('lets readers pull and writers push', () => {
    expect(statements(repositoryPolicy({ readers: ['444455556666'], writers: ['222233334444'] }))).toEqual([
      { Sid: 'Read', Effect: 'Allow', Principal: { AWS: ['arn:aws:iam::444455556666:root'] }, Action: READ },
      {
        Sid: 'Write',
        Effect: 'Allow',
        Principal: { AWS: ['arn:aws:iam::222233334444:root'] },
        Action: [...READ, 'ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'],
      },
    ]);
  });

  test('lets an organization pull, and nobody outside of it', () => {
    expect(statements(repositoryPolicy({ orgReaders: 'o-a1b2c3d4e5' }))).toEqual([
      {
        Sid: 'OrganizationReads',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: READ,
        Condition: { StringEquals: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5'] } },
      },
    ]);
  });

  test('lets readers of a cache have it fetch what it does not hold', () => {
    expect(statements(repositoryPolicy({ readers: ['444455556666'] }, true))).toMatchObject([
      { Action: [...READ, 'ecr:BatchImportUpstreamImage'] },
    ]);
  });
});

describe('repositoryAccessRefusals', () => {
  test('are none for accounts, roles and an organization', () => {
    expect(refused(repositoryAccessRefusals({ readers: ['444455556666'], orgReaders: 'o-a1b2c3d4e5' }))).toEqual([]);
    expect(refused(repositoryAccessRefusals({}))).toEqual([]);
  });

  test('tell of everyone, and of an organization that is none, all at once', () => {
    expect(refused(repositoryAccessRefusals({ readers: ['*'], writers: ['*'], orgReaders: '*' }))).toEqual([
      "'readers' must be the number of an account, or the ARN of a role or a user in one, got '*'",
      "'writers' must be the number of an account, or the ARN of a role or a user in one, got '*'",
      "'orgReaders' must be the id of an organization such as o-a1b2c3d4e5, got '*'",
    ]);
  });
});
