import { ACCESS_POLICIES, accessPolicyArn, isAccessPolicy } from '../../../../lib/cloud/aws/eks/access-policies';

describe('ACCESS_POLICIES', () => {
  test('holds each policy once, in order', () => {
    expect(ACCESS_POLICIES).toEqual([...new Set(ACCESS_POLICIES)].sort());
  });

  test('knows the policies of people by name', () => {
    expect(
      ['AmazonEKSAdminPolicy', 'AmazonEKSAdminViewPolicy', 'AmazonEKSEditPolicy', 'AmazonEKSViewPolicy'].filter(
        isAccessPolicy,
      ),
    ).toHaveLength(4);
    expect(isAccessPolicy('AmazonEKSOwnerPolicy')).toBe(false);
  });
});

describe('accessPolicyArn', () => {
  test('is without account and region', () => {
    expect(accessPolicyArn('AmazonEKSViewPolicy')).toBe('arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy');
  });
});
