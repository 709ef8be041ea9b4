import type { SecretsmanagerSecretReplica } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { Token } from 'cdktf';
import type { Refusal } from '../../../core/errors';

/** A copy of the secret in another region, which follows its value. */
export interface SecretReplica {
  /** ARN of the key that the copy is encrypted with, in its own region. */
  readonly kmsKeyArn: string;
}

/** Copies by the names of their regions. */
export type SecretReplicas = Readonly<Record<string, SecretReplica>>;

/** The copies as Secrets Manager reads them; sorted, since their order means nothing. */
export function secretReplicas(replicas: SecretReplicas): SecretsmanagerSecretReplica[] {
  return Object.entries(replicas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([region, { kmsKeyArn }]) => ({ region, kmsKeyId: kmsKeyArn }));
}

/** Refuses regions that are none, and keys of other regions, where the ARN tells. */
export function replicaRefusals(replicas: SecretReplicas): (Refusal | undefined)[] {
  return Object.entries(replicas).flatMap(([region, { kmsKeyArn }]) => [
    /^[a-z]{2}(-[a-z]+)+-\d$/.test(region)
      ? undefined
      : { property: 'replicaRegions', rule: 'must hold regions such as eu-west-1', got: region },
    Token.isUnresolved(kmsKeyArn) || new RegExp(`^arn:aws:kms:${region}:\\d{12}:(key|alias)/`).test(kmsKeyArn)
      ? undefined
      : {
          property: `replicaRegions.${region}.kmsKeyArn`,
          rule: `must be the ARN of a key in ${region}`,
          got: kmsKeyArn,
        },
  ]);
}
