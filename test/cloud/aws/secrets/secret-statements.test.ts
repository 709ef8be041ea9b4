import { keyPolicy, policyDocument } from '../../../../lib/cloud/aws/iam/policy-document';
import {
  secretReaderKeyStatements,
  secretRotationStatements,
} from '../../../../lib/cloud/aws/secrets/secret-statements';
import { statements } from '../harness';

const secret = (name: string) => ({ arn: `arn:${name}`, secretName: name, kmsKeyArn: 'arn:key' });

describe('secretRotationStatements', () => {
  test('let a function rotate the secrets given, with their keys, and no others', () => {
    const policy = policyDocument('role', secretRotationStatements([secret('a'), secret('b')]));
    expect(statements(policy)).toMatchInlineSnapshot(`
      [
        {
          "Action": [
            "secretsmanager:DescribeSecret",
            "secretsmanager:GetSecretValue",
            "secretsmanager:PutSecretValue",
            "secretsmanager:UpdateSecretVersionStage",
          ],
          "Effect": "Allow",
          "Resource": [
            "arn:a",
            "arn:b",
          ],
          "Sid": "RotateSecrets",
        },
        {
          "Action": [
            "secretsmanager:GetRandomPassword",
          ],
          "Effect": "Allow",
          "Resource": [
            "*",
          ],
          "Sid": "MakeValues",
        },
        {
          "Action": [
            "kms:Decrypt",
            "kms:GenerateDataKey",
          ],
          "Effect": "Allow",
          "Resource": [
            "arn:key",
          ],
          "Sid": "EncryptSecrets",
        },
      ]
    `);
  });
});

describe('secretReaderKeyStatements', () => {
  test('let readers of other accounts decrypt through Secrets Manager alone', () => {
    const readers = ['arn:aws:iam::444455556666:role/api', '222233334444'];
    expect(statements(keyPolicy('key', secretReaderKeyStatements('us-east-1', readers)))).toMatchObject([
      { Sid: 'SecretReader1', Principal: { AWS: 'arn:aws:iam::222233334444:root' } },
      {
        Sid: 'SecretReader2',
        Principal: { AWS: 'arn:aws:iam::444455556666:role/api' },
        Action: ['kms:Decrypt', 'kms:DescribeKey'],
        Condition: { StringEquals: { 'kms:ViaService': ['secretsmanager.us-east-1.amazonaws.com'] } },
      },
    ]);
  });
});
