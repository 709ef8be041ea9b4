import type { SecretManagerSecretReplication } from '@cdktf/provider-google/lib/secret-manager-secret';
import type { ITerraformDependable } from 'cdktf';
import type { Refusal } from '../../../core/errors';
import type { IKmsKey } from '../keys/kms-key';

/** Replicas in regions of one's choice, and nowhere else. */
export interface UserManagedReplication {
  /** @default 'userManaged' */
  readonly replication?: 'userManaged';
  /** Regions that hold a replica, one at least. A change replaces the secret. */
  readonly regions: readonly string[];
  /**
   * Key of each region, which `secret-manager` may use; all regions have one, or none has.
   *
   * @default - Google's own keys
   */
  readonly kmsKeys?: Readonly<Record<string, IKmsKey>>;
  readonly kmsKey?: undefined;
}

/** Replicas wherever Google puts them, for secrets that may lie in any country. */
export interface AutomaticReplication {
  readonly replication: 'automatic';
  /**
   * Key in the location `global`, which `secret-manager` may use.
   *
   * @default - Google's own key
   */
  readonly kmsKey?: IKmsKey;
  readonly regions?: undefined;
  readonly kmsKeys?: undefined;
}

/** Where a secret lies, which cannot be changed later, and the keys it is encrypted with. */
export type SecretReplication = UserManagedReplication | AutomaticReplication;

/** The replication as Secret Manager reads it; sorted, since a changed order of replicas would replace the secret. */
export function secretReplication(props: SecretReplication): SecretManagerSecretReplication {
  if (props.replication === 'automatic') return { auto: encryption(props.kmsKey) };
  const { regions, kmsKeys } = props;
  return {
    userManaged: {
      replicas: [...regions].sort().map((location) => ({ location, ...encryption(kmsKeys?.[location]) })),
    },
  };
}

/** What has to exist before Secret Manager can use the keys. */
export function replicationGrants(props: SecretReplication): readonly ITerraformDependable[] {
  if (props.replication === 'automatic') return props.kmsKey?.grants ?? [];
  return props.regions.flatMap((region) => [...(props.kmsKeys?.[region]?.grants ?? [])]);
}

/** Refuses replicas that Secret Manager would, and keys that no replica is encrypted with. */
export function replicationRefusals(props: SecretReplication): (Refusal | undefined)[] {
  if (props.replication === 'automatic') {
    const location = /^projects\/[^/]+\/locations\/([^/]+)\//.exec(props.kmsKey?.id ?? '')?.[1];
    return [
      location === undefined || location === 'global'
        ? undefined
        : { property: 'kmsKey', rule: 'must be a key of the location global', got: props.kmsKey?.id },
    ];
  }
  const { regions, kmsKeys } = props;
  const missing = kmsKeys === undefined ? [] : regions.filter((region) => kmsKeys[region] === undefined);
  const unused = Object.keys(kmsKeys ?? {}).filter((region) => !regions.includes(region));
  return [
    regions.length === 0 ? { property: 'regions', rule: 'must name one region at least', got: regions } : undefined,
    new Set(regions).size < regions.length
      ? { property: 'regions', rule: 'must name each region once', got: regions }
      : undefined,
    missing.length > 0
      ? {
          property: 'kmsKeys',
          rule: `must hold a key for every region (missing: ${missing.join(', ')})`,
          got: Object.keys(kmsKeys ?? {}),
        }
      : undefined,
    unused.length > 0
      ? { property: 'kmsKeys', rule: 'must hold keys of the secret’s own regions', got: unused }
      : undefined,
  ];
}

function encryption(key: IKmsKey | undefined): { customerManagedEncryption?: { kmsKeyName: string } } {
  return key === undefined ? {} : { customerManagedEncryption: { kmsKeyName: key.id } };
}
