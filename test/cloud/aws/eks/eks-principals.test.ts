import { Lazy } from 'cdktf';
import { principalArnRefusal, roleArnRefusal, roleNameOf } from '../../../../lib/cloud/aws/eks/eks-principals';
import { refused } from './refused';

const TOKEN = Lazy.stringValue({ produce: () => 'later' });

describe('roleNameOf', () => {
  test('leaves the path out', () => {
    expect(roleNameOf('arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/Admin_0123')).toBe('Admin_0123');
  });
});

describe('roleArnRefusal', () => {
  test.each(['arn:aws:iam::111122223333:role/platform', 'arn:aws:iam::111122223333:role/teams/a/platform', TOKEN])(
    'accepts %s',
    (arn) => {
      expect(roleArnRefusal('administrators', arn)).toBeUndefined();
    },
  );

  test('refuses what is no role', () => {
    expect(refused([roleArnRefusal('administrators', 'arn:aws:iam::111122223333:user/ann')])).toEqual([
      "'administrators' must be ARNs of roles such as arn:aws:iam::111122223333:role/platform, got 'arn:aws:iam::111122223333:user/ann'",
    ]);
  });

  test('says which role is meant by a session', () => {
    expect(refused([roleArnRefusal('administrators', 'arn:aws:sts::111122223333:assumed-role/platform/ann')])).toEqual([
      "'administrators' must be ARNs of roles such as arn:aws:iam::111122223333:role/platform, " +
        "got 'arn:aws:sts::111122223333:assumed-role/platform/ann'; " +
        'name the role itself, arn:aws:iam::111122223333:role/platform, with its path if it has one',
    ]);
  });
});

describe('principalArnRefusal', () => {
  test.each(['arn:aws:iam::111122223333:role/a/platform', 'arn:aws:iam::111122223333:user/people/ann', TOKEN])(
    'accepts %s',
    (arn) => {
      expect(principalArnRefusal('principalArn', arn)).toBeUndefined();
    },
  );

  test.each(['arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:group/admins', 'platform'])(
    'refuses %s, which is neither role nor user',
    (arn) => {
      expect(refused([principalArnRefusal('principalArn', arn)])).toEqual([
        `'principalArn' must be the ARN of a role or user such as arn:aws:iam::111122223333:role/platform, got '${arn}'`,
      ]);
    },
  );

  test('refuses a session, and says which role is meant', () => {
    const arn = 'arn:aws:sts::111122223333:assumed-role/auditor/ann';
    expect(refused([principalArnRefusal('principalArn', arn)]).join()).toContain(
      'name the role itself, arn:aws:iam::111122223333:role/auditor',
    );
  });

  test("refuses the roles of AWS' services, as EKS does", () => {
    const arn = 'arn:aws:iam::111122223333:role/aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS';
    expect(refused([principalArnRefusal('principalArn', arn)])).toEqual([
      `'principalArn' must not be a role of one of AWS' own services, got '${arn}'`,
    ]);
  });
});
