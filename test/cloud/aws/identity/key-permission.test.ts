import { DECRYPT, keyStatement } from '../../../../lib/cloud/aws/identity/key-permission';
import { PLACE } from '../harness';

describe('keyStatement', () => {
  test('allows a key by its alias, through one service of the region', () => {
    expect(keyStatement(PLACE, { sid: 'Decrypt', actions: DECRYPT, alias: 'alias/a', service: 's3' })).toEqual({
      sid: 'Decrypt',
      actions: ['kms:Decrypt'],
      resources: ['arn:aws:kms:us-east-1:111122223333:key/*'],
      conditions: {
        'ForAnyValue:StringEquals': { 'kms:ResourceAliases': ['alias/a'] },
        StringEquals: { 'kms:ViaService': ['s3.us-east-1.amazonaws.com'] },
      },
      wildcard: expect.stringContaining('no alias as a resource') as unknown,
    });
  });
});
