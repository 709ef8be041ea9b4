import type { AwsPlace } from '../aws-construct';
import type { PolicyStatement } from '../iam/policy-document';

/** What it takes to read what a key encrypted. */
export const DECRYPT: readonly string[] = ['kms:Decrypt'];
/** What it takes to write something that a key encrypts; services check a data key by decrypting it. */
export const ENCRYPT: readonly string[] = ['kms:Decrypt', 'kms:GenerateDataKey'];

/** Use of a key that another stack made, known by its alias alone. */
export interface KeyPermission {
  /** Says in a word what is allowed; letters and digits only. */
  readonly sid: string;
  readonly actions: readonly string[];
  /** `alias/…` */
  readonly alias: string;
  /** The only service through which the key may be used, such as `s3`. */
  readonly service: string;
}

/** Allows use of a key by its alias, through one service and in no other way. */
export function keyStatement({ account, region }: AwsPlace, permission: KeyPermission): PolicyStatement {
  const { sid, actions, alias, service } = permission;
  return {
    sid,
    actions,
    resources: [`arn:aws:kms:${region}:${account}:key/*`],
    conditions: {
      'ForAnyValue:StringEquals': { 'kms:ResourceAliases': [alias] },
      StringEquals: { 'kms:ViaService': [`${service}.${region}.amazonaws.com`] },
    },
    wildcard: 'IAM knows no alias as a resource; the condition names it, and the key lives in another stack',
  };
}
