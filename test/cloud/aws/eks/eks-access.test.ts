import { access, accessRefusals, type EksAccessOptions } from '../../../../lib/cloud/aws/eks/eks-access';
import { refused } from './refused';

const platform = 'arn:aws:iam::111122223333:role/platform';
const auditor = 'arn:aws:iam::111122223333:role/auditor';
const view = { AmazonEKSViewPolicy: 'cluster' } as const;

function faults(more: Partial<EksAccessOptions>): string[] {
  return refused(accessRefusals({ administrators: [platform], ...more }));
}

describe('access', () => {
  test('is by access entries alone, and gives the creator nothing', () => {
    expect(access()).toEqual({
      accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: false },
    });
  });
});

describe('accessRefusals', () => {
  test.each<[string, Partial<EksAccessOptions>]>([
    ['administrators alone', {}],
    ['entries of others', { accessEntries: { auditor: { principalArn: auditor, policies: view } } }],
    ['no role for emergencies', { breakGlassRole: false }],
    ['a role for emergencies', { breakGlassRole: { trustedArns: [auditor] } }],
  ])('accept %s', (_case, more) => {
    expect(faults(more)).toEqual([]);
  });

  test('refuse a cluster that nobody could enter', () => {
    expect(faults({ administrators: [] })).toEqual([
      "'administrators' must name one role at least, or nobody could enter the cluster, got []",
    ]);
  });

  test('refuse administrators that are no roles', () => {
    expect(faults({ administrators: ['arn:aws:iam::111122223333:user/ann'] })).toEqual([
      "'administrators' must be ARNs of roles such as arn:aws:iam::111122223333:role/platform, got 'arn:aws:iam::111122223333:user/ann'",
    ]);
  });

  test('refuse two roles of one name, whatever their paths', () => {
    expect(faults({ administrators: [platform, platform.replace('platform', 'teams/platform')] })).toEqual([
      "'administrators' must name each role once, got 'platform'",
    ]);
  });

  test('refuse a principal that has another entry', () => {
    const accessEntries = {
      again: { principalArn: platform, policies: view },
      auditor: { principalArn: auditor, policies: view },
      twice: { principalArn: auditor, kubernetesGroups: ['auditors'] },
    };
    expect(faults({ accessEntries })).toEqual([
      `'accessEntries.again.principalArn' must not be in another entry, nor among the administrators, got '${platform}'; put all that it may do into one entry`,
      `'accessEntries.twice.principalArn' must not be in another entry, nor among the administrators, got '${auditor}'; put all that it may do into one entry`,
    ]);
  });

  test('refuse a name that is none', () => {
    expect(faults({ accessEntries: { Auditor: { principalArn: auditor, policies: view } } })).toEqual([
      "'accessEntries.Auditor' must have a name of lower-case letters, digits and dashes, got 'Auditor'",
    ]);
  });

  test('refuse what an entry and the role for emergencies refuse', () => {
    expect(
      faults({ accessEntries: { auditor: { principalArn: auditor } }, breakGlassRole: { trustedArns: [] } }),
    ).toEqual([
      expect.stringContaining("'accessEntries.auditor.policies' must allow something"),
      expect.stringContaining("'breakGlassRole.trustedArns' must name one"),
    ]);
  });
});
