import { SecretRotationPermission } from '../../../../lib/cloud/aws/secrets/secret-rotation-permission';
import { SecretsManagerSecret } from '../../../../lib/cloud/aws/secrets/secrets-manager-secret';
import { key, synth } from '../harness';

describe('SecretRotationPermission', () => {
  test('lets Secrets Manager call the function for one secret', () => {
    const output = synth((stack) => {
      const secret = new SecretsManagerSecret(stack, 'database', {
        secretName: 'funlynk/production/database',
        kmsKey: key(stack),
      });
      const lambdaArn = 'arn:aws:lambda:us-east-1:111122223333:function:rotate';
      new SecretRotationPermission(stack, 'permission', { secret, lambdaArn });
    });
    expect(output.one('aws_lambda_permission')).toMatchInlineSnapshot(`
      {
        "action": "lambda:InvokeFunction",
        "function_name": "arn:aws:lambda:us-east-1:111122223333:function:rotate",
        "principal": "secretsmanager.amazonaws.com",
        "source_arn": "\${aws_secretsmanager_secret.database_EBDE4557.arn}",
        "statement_id": "rotate-funlynk-production-database",
      }
    `);
  });
});
