import { Token } from 'cdktf';
import {
  accountRefusal,
  principalArn,
  principalArns,
  principalRefusals,
} from '../../../../lib/cloud/aws/registry/account-principal';
import { refused } from './refused';

const ROLE = 'arn:aws:iam::444455556666:role/teams/ci';

describe('principals', () => {
  test('are accounts by their numbers, and roles by their ARNs', () => {
    expect(principalArn('444455556666')).toBe('arn:aws:iam::444455556666:root');
    expect(principalArn(ROLE)).toBe(ROLE);
  });

  test('are named once, in an order that does not depend on theirs', () => {
    expect(principalArns([ROLE, '222233334444', '222233334444'])).toEqual(['arn:aws:iam::222233334444:root', ROLE]);
  });

  test('may be accounts, roles, users, and what Terraform alone knows', () => {
    const token = Token.asString({ resolve: () => ROLE });
    const user = 'arn:aws:iam::444455556666:user/ci';
    expect(refused(principalRefusals('readers', ['444455556666', ROLE, user, token]))).toEqual([]);
    expect(refused(principalRefusals('readers'))).toEqual([]);
  });

  test.each(['*', '44445555666', 'arn:aws:iam::444455556666:role/*', 'arn:aws:s3:::bucket'])('are not %s', (got) => {
    expect(refused(principalRefusals('readers', [got]))).toEqual([
      `'readers' must be the number of an account, or the ARN of a role or a user in one, got '${got}'`,
    ]);
  });
});

describe('accountRefusal', () => {
  test('accepts a number of 12 digits, or a token', () => {
    expect(accountRefusal('account', '111122223333')).toBeUndefined();
    expect(accountRefusal('account', Token.asString({ resolve: () => '1' }))).toBeUndefined();
  });

  test('refuses anything else', () => {
    expect(refused([accountRefusal('account', '1234-5678')])).toEqual([
      "'account' must be the number of an account, 12 digits, got '1234-5678'",
    ]);
  });
});
