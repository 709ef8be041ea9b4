import { eksClusterRefusals, roleNameOf } from '../../../../lib/cloud/aws/eks/eks-cluster-rules';

const good = {
  account: '111122223333',
  clusterName: 'funlynk-production-us-east-1',
  kubernetesVersion: '1.34',
  administrators: ['arn:aws:iam::111122223333:role/platform'],
};

function refused(more: Partial<Parameters<typeof eksClusterRefusals>[0]>): readonly string[] {
  return eksClusterRefusals({ ...good, ...more }).map(
    ({ property, rule, got }) => `${property} ${rule}: ${String(got)}`,
  );
}

describe('eksClusterRefusals', () => {
  test('has nothing against a sound cluster', () => {
    expect(refused({ publicAccessCidrs: ['203.0.113.0/24', '10.0.0.0/8'] })).toEqual([]);
  });

  test.each(['0.0.0.0/0', '0.0.0.0/1'])('keeps the API server off the internet: %s', (cidr) => {
    expect(refused({ publicAccessCidrs: [cidr] })).toEqual([
      `publicAccessCidrs must not open the API server to the internet: /8 at most: ${cidr}`,
    ]);
  });

  test('refuses ranges that are none', () => {
    expect(refused({ publicAccessCidrs: ['203.0.113.7/24'] })).toEqual([
      'publicAccessCidrs must be IPv4 ranges that start on their own boundary: 203.0.113.7/24',
    ]);
  });

  test('refuses a cluster that nobody could enter', () => {
    expect(refused({ administrators: [] })).toEqual([
      'administrators must name one role at least, or nobody could enter the cluster: ',
    ]);
  });

  test('refuses administrators that are no roles', () => {
    expect(refused({ administrators: ['arn:aws:iam::111122223333:user/ann'] })).toEqual([
      'administrators must be ARNs of roles such as arn:aws:iam::111122223333:role/platform: arn:aws:iam::111122223333:user/ann',
    ]);
  });

  test('refuses two roles of one name, whatever their paths', () => {
    const [role = ''] = good.administrators;
    expect(refused({ administrators: [role, role.replace('platform', 'teams/platform')] })).toEqual([
      'administrators must name each role once: platform',
    ]);
  });

  test('refuses a broken account, name and version together', () => {
    expect(refused({ account: '1111', clusterName: '-a', kubernetesVersion: '1.34.2' })).toEqual([
      'account must be 12 digits: 1111',
      'clusterName must be letters, digits and dashes, 100 at most: -a',
      'kubernetesVersion must be a minor version such as 1.34: 1.34.2',
    ]);
  });
});

describe('roleNameOf', () => {
  test('leaves the path out', () => {
    expect(roleNameOf('arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/Admin_0123')).toBe('Admin_0123');
  });
});
