import { autoScalingKeyStatements, logGroupKeyStatement } from '../../../../lib/cloud/aws/keys/key-statements';
import { PLACE } from '../harness';

const ROLE = 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling';

describe('logGroupKeyStatement', () => {
  test('lets CloudWatch use the key for the one log group', () => {
    expect(logGroupKeyStatement(PLACE, '/aws/eks/a/cluster')).toMatchObject({
      principal: { service: 'logs.us-east-1.amazonaws.com' },
      conditions: {
        ArnEquals: {
          'kms:EncryptionContext:aws:logs:arn': ['arn:aws:logs:us-east-1:111122223333:log-group:/aws/eks/a/cluster'],
        },
      },
    });
  });
});

describe('autoScalingKeyStatements', () => {
  test("name Auto Scaling's role of the account in every condition", () => {
    for (const statement of autoScalingKeyStatements('111122223333')) {
      expect(statement.conditions).toMatchObject({
        StringEquals: { 'kms:CallerAccount': ['111122223333'] },
        ArnEquals: { 'aws:PrincipalArn': [ROLE] },
      });
    }
  });

  test('allow grants for what AWS attaches, and for nothing else', () => {
    const grants = autoScalingKeyStatements('111122223333').filter(({ actions }) =>
      actions.includes('kms:CreateGrant'),
    );
    expect(grants.map(({ conditions }) => conditions?.Bool)).toEqual([{ 'kms:GrantIsForAWSResource': ['true'] }]);
  });
});
