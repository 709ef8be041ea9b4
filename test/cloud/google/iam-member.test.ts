import { Token } from 'cdktf';
import { memberRefusal } from '../../../lib/cloud/google/iam-member';

describe('memberRefusal', () => {
  test.each(['user:a@example.com', 'group:a@example.com', 'principal://iam.googleapis.com/x'])(
    'accepts %s',
    (member) => {
      expect(memberRefusal('readers', member)).toBeUndefined();
    },
  );

  test.each(['allUsers', 'allAuthenticatedUsers'])('refuses %s', (member) => {
    expect(memberRefusal('readers', member)).toMatchObject({ rule: 'must not be everyone' });
  });

  test.each(['a@example.com', 'group:', 'group:a b'])('refuses %p, which is no member', (member) => {
    expect(memberRefusal('readers', member)?.rule).toContain('must hold IAM members');
  });

  test('refuses a token, since the member keys its grant', () => {
    expect(memberRefusal('readers', Token.asString({ x: 1 }))).toMatchObject({ rule: 'must be known at synthesis' });
  });
});
