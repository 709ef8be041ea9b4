/** A secret of Secrets Manager, wherever it was made. */
export interface ISecretsManagerSecret {
  /** ARN of the secret, with the six characters that Secrets Manager ends it in. */
  readonly arn: string;
  readonly secretName: string;
  /** ARN of the key that the value is encrypted with. */
  readonly kmsKeyArn: string;
}
