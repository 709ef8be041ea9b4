import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import type { KmsKey } from '../keys/kms-key';

const DEFAULT_RECOVERY_WINDOW_DAYS = 30;
const RECOVERY_WINDOW = { min: 7, max: 30 } as const;

/** Properties for `SecretsManagerSecret`. None of them can hold a value. */
export interface SecretsManagerSecretProps extends AwsConstructProps {
  /** Name of the secret: see `secretName`. */
  readonly secretName: string;
  /** Key that the value is encrypted with. */
  readonly kmsKey: KmsKey;
  /**
   * What the secret is for.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Days in which a deleted secret can be restored, from 7 to 30.
   *
   * @default 30
   */
  readonly recoveryWindowDays?: number;
}

/**
 * A place for a secret's value. The value is put there by whoever owns it, or by rotation, never by Terraform,
 * whose state would show it.
 *
 * Throws a `ConstructError` where name or recovery window is not one that Secrets Manager accepts.
 */
export class SecretsManagerSecret extends Construct {
  public readonly arn: string;
  public readonly secretName: string;

  constructor(scope: Construct, id: string, props: SecretsManagerSecretProps) {
    super(scope, id);
    const { provider, secretName, kmsKey, description } = props;
    const recoveryWindowInDays = props.recoveryWindowDays ?? DEFAULT_RECOVERY_WINDOW_DAYS;
    refuse(this.node.path, [refuseName(secretName), refuseWindow(recoveryWindowInDays)]);

    const secret = new SecretsmanagerSecret(this, 'Resource', {
      provider,
      name: secretName,
      description,
      kmsKeyId: kmsKey.arn,
      recoveryWindowInDays,
    });

    this.arn = secret.arn;
    this.secretName = secretName;
  }
}

function refuseName(name: string): Refusal | undefined {
  if (/^[A-Za-z0-9/_+=.@-]{1,512}$/.test(name)) return undefined;
  return { property: 'secretName', rule: 'must be letters, digits and /_+=.@-, 512 at most', got: name };
}

function refuseWindow(days: number): Refusal | undefined {
  const { min, max } = RECOVERY_WINDOW;
  if (Number.isInteger(days) && days >= min && days <= max) return undefined;
  return { property: 'recoveryWindowDays', rule: `must be from ${min} to ${max}`, got: days };
}
