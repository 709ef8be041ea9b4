import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretPolicy } from '@cdktf/provider-aws/lib/secretsmanager-secret-policy';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import { resourcePolicy } from '../iam/resource-policy';
import type { KmsKey } from '../keys/kms-key';
import { principalArns, principalRefusals } from '../registry/account-principal';
import type { ISecretsManagerSecret } from './secret-ref';
import { replicaRefusals, secretReplicas, type SecretReplicas } from './secret-replicas';
import { addRotation, rotationRefusals, type SecretRotation } from './secret-rotation';

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
  /**
   * How the secret gets a new value from time to time: by a function, or by whoever is told that it is due.
   *
   * @default - not by itself
   */
  readonly rotation?: SecretRotation;
  /**
   * Copies in other regions, by the names of these; each is encrypted with a key of its region.
   *
   * @default {}
   */
  readonly replicaRegions?: SecretReplicas;
  /**
   * Who may read the value from outside the account: numbers of accounts, whose own policies then decide, or ARNs of
   * roles. The key has to allow them too: see `secretReaderKeyStatements`. Workloads get `secret:read` through a
   * `WorkloadIdentity` instead.
   *
   * @default [] - whom the account's own IAM policies allow
   */
  readonly readers?: readonly string[];
  /**
   * Whether Terraform refuses to destroy the secret with its value.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * A place for a secret's value. The value is put there by whoever owns it, or by rotation, never by Terraform,
 * whose state would show it.
 *
 * Throws a `ConstructError` where a name, a window, a rotation or a reader is not one that Secrets Manager accepts.
 */
export class SecretsManagerSecret extends Construct implements ISecretsManagerSecret {
  public readonly arn: string;
  public readonly secretName: string;
  public readonly kmsKeyArn: string;

  constructor(scope: Construct, id: string, props: SecretsManagerSecretProps) {
    super(scope, id);
    const { provider, secretName, kmsKey, description, rotation, replicaRegions = {}, readers = [] } = props;
    const recoveryWindowInDays = props.recoveryWindowDays ?? DEFAULT_RECOVERY_WINDOW_DAYS;
    refuse(this.node.path, [
      refuseName(secretName),
      refuseWindow(recoveryWindowInDays),
      ...(rotation === undefined ? [] : rotationRefusals(rotation)),
      ...replicaRefusals(replicaRegions),
      ...principalRefusals('readers', readers),
    ]);

    const replica = secretReplicas(replicaRegions);
    const secret = new SecretsmanagerSecret(this, 'Resource', {
      provider,
      name: secretName,
      description,
      kmsKeyId: kmsKey.arn,
      recoveryWindowInDays,
      replica: replica.length === 0 ? undefined : replica,
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    this.arn = secret.arn;
    this.secretName = secretName;
    this.kmsKeyArn = kmsKey.arn;

    if (readers.length > 0) this.admit(props, readers);
    if (rotation !== undefined) addRotation(this, this, rotation, provider);
  }

  private admit({ provider }: SecretsManagerSecretProps, readers: readonly string[]): void {
    new SecretsmanagerSecretPolicy(this, 'Policy', {
      provider,
      secretArn: this.arn,
      blockPublicPolicy: true,
      policy: resourcePolicy(
        this.node.path,
        principalArns(readers).map((arn, index) => ({
          sid: `Read${index + 1}`,
          principal: { arn },
          actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
          resources: [this.arn],
        })),
      ),
    });
  }
}

function refuseName(name: string): Refusal | undefined {
  if (Token.isUnresolved(name) || /^[A-Za-z0-9/_+=.@-]{1,512}$/.test(name)) return undefined;
  return { property: 'secretName', rule: 'must be letters, digits and /_+=.@-, 512 at most', got: name };
}

function refuseWindow(days: number): Refusal | undefined {
  const { min, max } = RECOVERY_WINDOW;
  if (Token.isUnresolved(days) || (Number.isInteger(days) && days >= min && days <= max)) return undefined;
  return { property: 'recoveryWindowDays', rule: `must be from ${min} to ${max}`, got: days };
}
