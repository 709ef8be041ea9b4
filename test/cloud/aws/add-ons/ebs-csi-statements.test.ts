import { ebsCsiKeyStatements } from '../../../../lib/cloud/aws/add-ons/ebs-csi-statements';
import { PLACE } from '../harness';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/a';

describe('ebsCsiKeyStatements', () => {
  test('reach one key, and only through EC2', () => {
    for (const statement of ebsCsiKeyStatements(PLACE, KEY)) {
      expect([statement.resources, statement.conditions?.StringEquals]).toEqual([
        [KEY],
        { 'kms:ViaService': ['ec2.us-east-1.amazonaws.com'] },
      ]);
    }
  });

  test('allow grants for what AWS attaches, and for nothing else', () => {
    const grants = ebsCsiKeyStatements(PLACE, KEY).filter(({ actions }) => actions.includes('kms:CreateGrant'));
    expect(grants.map(({ conditions }) => conditions?.Bool)).toEqual([{ 'kms:GrantIsForAWSResource': ['true'] }]);
  });
});
