import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey as KmsKeyResource } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import { type Refusal, refuse } from '../../../core/errors';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { keyPolicy, type PrincipalStatement } from '../iam/policy-document';
import { keyAliasArn } from '../names';

const DEFAULT_DELETION_WINDOW_DAYS = 30;
const DELETION_WINDOW = { min: 7, max: 30 } as const;

/** Properties for `KmsKey`. */
export interface KmsKeyProps extends AwsConstructProps, AwsPlace {
  /** Name of the key, such as `alias/funlynk-production-secrets`; unique in account and region. */
  readonly alias: string;
  /** What is encrypted with the key. */
  readonly description: string;
  /**
   * Who may use the key beside those whom the account's own IAM policies allow.
   *
   * @default []
   */
  readonly statements?: readonly PrincipalStatement[];
  /**
   * Days between the key's removal from the stack and its end, from 7 to 30. What it encrypted ends with it.
   *
   * @default 30
   */
  readonly deletionWindowDays?: number;
}

/**
 * A customer-managed key that AWS rotates every year.
 *
 * The account administers it, so that a key can never become unmanageable; who may use it is otherwise decided
 * by IAM policies and by `statements`.
 *
 * Throws a `ConstructError` where the alias or the deletion window is not one that KMS accepts.
 */
export class KmsKey extends Construct {
  public readonly arn: string;
  /** The alias as given, known at synthesis. */
  public readonly alias: string;
  /** ARN of the alias, known at synthesis. */
  public readonly aliasArn: string;

  constructor(scope: Construct, id: string, props: KmsKeyProps) {
    super(scope, id);
    const { provider, alias, description, deletionWindowDays = DEFAULT_DELETION_WINDOW_DAYS } = props;
    refuse(this.node.path, [refuseAlias(alias), refuseWindow(deletionWindowDays)]);

    const key = new KmsKeyResource(this, 'Resource', {
      provider,
      description,
      enableKeyRotation: true,
      deletionWindowInDays: deletionWindowDays,
      policy: keyPolicy(this.node.path, [administrator(props.account), ...(props.statements ?? [])]),
    });
    new KmsAlias(this, 'Alias', { provider, name: alias, targetKeyId: key.keyId });

    this.arn = key.arn;
    this.alias = alias;
    this.aliasArn = keyAliasArn(props, alias);
  }
}

function administrator(account: string): PrincipalStatement {
  return { sid: 'AccountAdministers', principal: { arn: `arn:aws:iam::${account}:root` }, actions: ['kms:*'] };
}

function refuseAlias(alias: string): Refusal | undefined {
  if (/^alias\/(?!aws\/)[A-Za-z0-9/_-]{1,250}$/.test(alias)) return undefined;
  return { property: 'alias', rule: "must be 'alias/' and letters, digits, dashes, and not 'alias/aws/'", got: alias };
}

function refuseWindow(days: number): Refusal | undefined {
  const { min, max } = DELETION_WINDOW;
  if (Number.isInteger(days) && days >= min && days <= max) return undefined;
  return { property: 'deletionWindowDays', rule: `must be from ${min} to ${max}`, got: days };
}
