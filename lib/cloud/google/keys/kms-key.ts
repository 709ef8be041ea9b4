import { KmsCryptoKey } from '@cdktf/provider-google/lib/kms-crypto-key';
import { KmsCryptoKeyIamMember } from '@cdktf/provider-google/lib/kms-crypto-key-iam-member';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../../../core/errors';
import { wholeNumberRefusal } from '../../common/whole-number';
import { daysAsDuration } from '../durations';
import type { ServiceAgent, ServiceAgents } from '../service-agents';

const DEFAULT_ROTATION_DAYS = 90;
/** Cloud KMS wants more than a day between rotations. */
const ROTATION_DAYS = { min: 2, max: 365 };

/** A key that other resources are encrypted with. */
export interface IKmsKey {
  /** `projects/…/locations/…/keyRings/…/cryptoKeys/…` */
  readonly id: string;
  /** What has to exist before a service can use the key; depend on these. */
  readonly grants: readonly ITerraformDependable[];
}

/** Options shared by `KmsKey` and `KmsKeyRing.addKey`. */
export interface KmsKeyOptions {
  /**
   * Days after which a new version of the key is made, from 2 to 365. Old versions stay able to decrypt.
   *
   * @default 90
   */
  readonly rotationDays?: number;
  /**
   * Google services that encrypt and decrypt with the key.
   *
   * @default - none
   */
  readonly users?: readonly ServiceAgent[];
}

/** Properties for `KmsKey`. */
export interface KmsKeyProps extends KmsKeyOptions {
  /** Name of the key within its ring. */
  readonly name: string;
  /** Id of the ring. */
  readonly keyRing: string;
  /** Service agents of the project that uses the key. */
  readonly agents: ServiceAgents;
  /**
   * Whether Terraform refuses to destroy the key. What a destroyed key encrypted is lost.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** A symmetric key that rotates by itself, and the services that may use it. */
export class KmsKey extends Construct implements IKmsKey {
  /** A key that another stack made. */
  public static fromId(id: string): IKmsKey {
    return { id, grants: [] };
  }

  public readonly id: string;
  public readonly grants: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: KmsKeyProps) {
    super(scope, id);

    const rotationDays = props.rotationDays ?? DEFAULT_ROTATION_DAYS;
    refuse(this.node.path, [wholeNumberRefusal('rotationDays', rotationDays, ROTATION_DAYS)]);

    const key = new KmsCryptoKey(this, 'Resource', {
      name: props.name,
      keyRing: props.keyRing,
      purpose: 'ENCRYPT_DECRYPT',
      rotationPeriod: daysAsDuration(rotationDays),
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    this.id = key.id;
    this.grants = [...new Set(props.users)].map(
      (user) =>
        new KmsCryptoKeyIamMember(this, user, {
          cryptoKeyId: key.id,
          role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
          member: props.agents.member(user),
        }),
    );
  }
}
