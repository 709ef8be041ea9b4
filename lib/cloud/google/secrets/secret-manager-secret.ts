import { SecretManagerSecret as Secret } from '@cdktf/provider-google/lib/secret-manager-secret';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { daysAsDuration } from '../durations';
import type { IKmsKey } from '../keys/kms-key';
import { wholeNumberRefusal } from '../whole-number';

const DEFAULT_RECOVERY_DAYS = 30;
const MAX_RECOVERY_DAYS = 1000;

/** Properties for `SecretManagerSecret`. */
export interface SecretManagerSecretProps {
  /** Project id. */
  readonly project: string;
  /** Id of the secret within the project. */
  readonly secretId: string;
  /** Regions that hold a replica, one at least. A change replaces the secret. */
  readonly regions: readonly string[];
  /**
   * Key of each region, which `secret-manager` may use; all regions have one, or none has.
   *
   * @default - Google's own keys
   */
  readonly kmsKeys?: Readonly<Record<string, IKmsKey>>;
  /**
   * Days during which a destroyed version can be brought back, from 1 to 1000.
   *
   * @default 30
   */
  readonly recoveryDays?: number;
  /**
   * Whether Terraform refuses to destroy the secret with its versions.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * A container for a secret. Its value is written by people or by a rotation job, never by Terraform: no property
 * can hold one, so none can reach a state file.
 */
export class SecretManagerSecret extends Construct {
  /** Id of the secret within the project. */
  public readonly secretId: string;

  constructor(scope: Construct, id: string, props: SecretManagerSecretProps) {
    super(scope, id);

    const recoveryDays = props.recoveryDays ?? DEFAULT_RECOVERY_DAYS;
    refuse(this.node.path, [
      secretIdRefusal(props.secretId),
      wholeNumberRefusal('recoveryDays', recoveryDays, { min: 1, max: MAX_RECOVERY_DAYS }),
      ...regionRefusals(props.regions, props.kmsKeys),
    ]);

    this.secretId = props.secretId;
    new Secret(this, 'Resource', {
      project: props.project,
      secretId: props.secretId,
      replication: { userManaged: { replicas: replicas(props) } },
      versionDestroyTtl: daysAsDuration(recoveryDays),
      deletionProtection: props.deletionProtection ?? true,
      dependsOn: props.regions.flatMap((region) => [...(props.kmsKeys?.[region]?.grants ?? [])]),
    });
  }
}

/** Sorted, since a changed order of replicas would replace the secret. */
function replicas({ regions, kmsKeys }: SecretManagerSecretProps): {
  location: string;
  customerManagedEncryption?: { kmsKeyName: string };
}[] {
  return [...regions].sort().map((location) => {
    const key = kmsKeys?.[location];
    return key === undefined ? { location } : { location, customerManagedEncryption: { kmsKeyName: key.id } };
  });
}

function secretIdRefusal(secretId: string): Refusal | undefined {
  if (Token.isUnresolved(secretId) || /^[A-Za-z0-9_-]{1,255}$/.test(secretId)) return undefined;
  return { property: 'secretId', rule: 'must be up to 255 letters, digits, dashes and underscores', got: secretId };
}

function regionRefusals(
  regions: readonly string[],
  kmsKeys: Readonly<Record<string, IKmsKey>> | undefined,
): (Refusal | undefined)[] {
  const missing = regions.filter((region) => kmsKeys !== undefined && kmsKeys[region] === undefined);
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
  ];
}
