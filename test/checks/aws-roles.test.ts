import { allows, rolesOf, statementsOf } from '../../lib/checks/aws-roles';
import { stack } from './fixtures';

const STATEMENT = { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: ['a', 'b'], Condition: { Bool: true } };
const policy = (statement: unknown): string => JSON.stringify({ Statement: [statement] });

describe('roles of a stack', () => {
  test('have what their own policies say', () => {
    const roles = rolesOf(
      stack({
        aws_iam_role: { web: { name: 'shop-web', assume_role_policy: policy({ Effect: 'Allow' }) }, api: {} },
        aws_iam_role_policy: {
          web: { role: '${aws_iam_role.web.name}', policy: policy(STATEMENT) },
          other: { role: '${aws_iam_role.web-of-others.name}', policy: policy(STATEMENT) },
        },
      }),
    );

    expect(roles).toEqual([
      { id: 'web', name: 'shop-web', trust: policy({ Effect: 'Allow' }), statements: [STATEMENT] },
      { id: 'api', name: '', trust: '', statements: [] },
    ]);
  });

  test('have none where the policy is empty', () => {
    expect([statementsOf(''), statementsOf('{}')]).toEqual([[], []]);
  });
});

describe('a statement lets a role do something', () => {
  const may = (fields = {}, action = 'sqs:SendMessage', arn = 'b', holds?: (conditions: unknown) => boolean): boolean =>
    allows(
      { id: 'web', name: 'shop-web', trust: '', statements: [{ ...STATEMENT, ...fields }] },
      action,
      (resource) => resource === arn,
      holds,
    );

  test('on a resource that it names', () => {
    expect(may()).toBe(true);
    expect(may({}, 'sqs:SendMessage', 'c')).toBe(false);
  });

  test('by an action that it names', () => {
    expect(may({}, 'sqs:ReceiveMessage')).toBe(false);
  });

  test('unless it denies', () => {
    expect(may({ Effect: 'Deny' })).toBe(false);
  });

  test('under conditions that hold', () => {
    expect(may({}, 'sqs:SendMessage', 'b', (conditions) => conditions === undefined)).toBe(false);
    expect(may({ Condition: undefined }, 'sqs:SendMessage', 'b', (conditions) => conditions === undefined)).toBe(true);
  });
});
