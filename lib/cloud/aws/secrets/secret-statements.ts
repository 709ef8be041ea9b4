import type { PolicyStatement, PrincipalStatement } from '../iam/policy-document';
import { principalArns } from '../registry/account-principal';
import type { ISecretsManagerSecret } from './secret-ref';

/**
 * What the role of a function needs that rotates secrets.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html
 */
export function secretRotationStatements(secrets: readonly ISecretsManagerSecret[]): readonly PolicyStatement[] {
  return [
    {
      sid: 'RotateSecrets',
      actions: [
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetSecretValue',
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
      ],
      resources: secrets.map(({ arn }) => arn),
    },
    {
      sid: 'MakeValues',
      actions: ['secretsmanager:GetRandomPassword'],
      resources: ['*'],
      wildcard: 'a random value belongs to no secret yet',
    },
    {
      sid: 'EncryptSecrets',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [...new Set(secrets.map(({ kmsKeyArn }) => kmsKeyArn))],
    },
  ];
}

/**
 * Lets readers of other accounts decrypt what Secrets Manager hands them: the policy of a secret alone does not, and
 * AWS' own key cannot. For the `statements` of the key.
 */
export function secretReaderKeyStatements(region: string, readers: readonly string[]): readonly PrincipalStatement[] {
  return principalArns(readers).map((arn, index) => ({
    sid: `SecretReader${index + 1}`,
    principal: { arn },
    actions: ['kms:Decrypt', 'kms:DescribeKey'],
    conditions: { StringEquals: { 'kms:ViaService': [`secretsmanager.${region}.amazonaws.com`] } },
  }));
}
