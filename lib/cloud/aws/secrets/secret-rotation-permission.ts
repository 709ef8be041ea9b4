import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { AwsConstructProps } from '../aws-construct';
import { rotationStatementId } from '../names';
import type { ISecretsManagerSecret } from './secret-ref';

/** Properties for `SecretRotationPermission`. */
export interface SecretRotationPermissionProps extends AwsConstructProps {
  /** The secret that the function rotates. */
  readonly secret: Pick<ISecretsManagerSecret, 'arn' | 'secretName'>;
  /** ARN of the Lambda function, in the provider's account and region. */
  readonly lambdaArn: string;
}

/** Lets Secrets Manager call a function to rotate one secret, and no other. */
export class SecretRotationPermission extends Construct {
  /** What has to exist before the rotation. */
  public readonly dependables: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: SecretRotationPermissionProps) {
    super(scope, id);
    const { provider, secret, lambdaArn } = props;

    const permission = new LambdaPermission(this, 'Resource', {
      provider,
      statementId: rotationStatementId(secret.secretName),
      functionName: lambdaArn,
      action: 'lambda:InvokeFunction',
      principal: 'secretsmanager.amazonaws.com',
      sourceArn: secret.arn,
    });

    this.dependables = [permission];
  }
}
