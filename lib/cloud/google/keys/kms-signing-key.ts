import { DataGoogleKmsCryptoKeyVersion } from '@cdktf/provider-google/lib/data-google-kms-crypto-key-version';
import { KmsCryptoKey } from '@cdktf/provider-google/lib/kms-crypto-key';
import { KmsCryptoKeyIamMember } from '@cdktf/provider-google/lib/kms-crypto-key-iam-member';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { memberRefusal } from '../iam-member';

const DEFAULT_ALGORITHM = 'EC_SIGN_P256_SHA256';
const DEFAULT_PROTECTION_LEVEL = 'SOFTWARE';
/** Google counts the versions of a key from one, and this key never gets another. */
const VERSION = 1;

/** How a key signs. https://cloud.google.com/kms/docs/algorithms#asymmetric_signing_algorithms */
export type SigningAlgorithm =
  | 'EC_SIGN_P256_SHA256'
  | 'EC_SIGN_P384_SHA384'
  | 'RSA_SIGN_PKCS1_3072_SHA256'
  | 'RSA_SIGN_PKCS1_4096_SHA512'
  | 'RSA_SIGN_PSS_3072_SHA256'
  | 'RSA_SIGN_PSS_4096_SHA512';

/** A key that something is signed with, and that everybody may verify by. */
export interface IKmsSigningKey {
  /** `projects/…/locations/…/keyRings/…/cryptoKeys/…` */
  readonly id: string;
  /** `projects/…/cryptoKeyVersions/1`: what signs. */
  readonly versionId: string;
  /** Public half of the key, which Terraform looks up. */
  readonly publicKeyPem: string;
  /** How the version signs, which Terraform looks up along with the public key. */
  readonly algorithm: string;
  /** IAM members that may sign already. */
  readonly signers: readonly string[];
}

/** Options shared by `KmsSigningKey` and `KmsKeyRing.addSigningKey`. */
export interface KmsSigningKeyOptions {
  /**
   * How the key signs.
   *
   * @default 'EC_SIGN_P256_SHA256'
   */
  readonly algorithm?: SigningAlgorithm;
  /**
   * Whether the private half is kept by software or by a hardware security module. A change replaces the key.
   *
   * @default 'SOFTWARE'
   */
  readonly protectionLevel?: 'SOFTWARE' | 'HSM';
  /**
   * IAM members that may sign, such as `serviceAccount:ci@example.iam.gserviceaccount.com`. An `Attestor` lets its own
   * signers sign by itself.
   *
   * @default - none
   */
  readonly signers?: readonly string[];
}

/** Properties for `KmsSigningKey`. */
export interface KmsSigningKeyProps extends KmsSigningKeyOptions {
  /** Name of the key within its ring. */
  readonly name: string;
  /** Id of the ring. */
  readonly keyRing: string;
  /**
   * Whether Terraform refuses to destroy the key. Nobody can sign with a destroyed one any more.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * An asymmetric key that signs. It does not rotate: Google rotates symmetric keys only, and whoever verifies has to
 * learn of a new public key first. To change keys, make another one and have both trusted for a while.
 */
export class KmsSigningKey extends Construct implements IKmsSigningKey {
  /** A key that another stack made, by its full id. */
  public static fromId(scope: Construct, id: string, keyId: string): IKmsSigningKey {
    return { id: keyId, versionId: versionId(keyId), ...publicKey(scope, id, keyId), signers: [] };
  }

  public readonly id: string;
  public readonly versionId: string;
  public readonly publicKeyPem: string;
  public readonly algorithm: string;
  public readonly signers: readonly string[];

  constructor(scope: Construct, id: string, props: KmsSigningKeyProps) {
    super(scope, id);

    this.signers = [...new Set(props.signers)].sort();
    refuse(this.node.path, [
      keyNameRefusal(props.name),
      ...this.signers.map((member) => memberRefusal('signers', member)),
    ]);

    this.id = new KmsCryptoKey(this, 'Resource', {
      name: props.name,
      keyRing: props.keyRing,
      purpose: 'ASYMMETRIC_SIGN',
      versionTemplate: {
        algorithm: props.algorithm ?? DEFAULT_ALGORITHM,
        protectionLevel: props.protectionLevel ?? DEFAULT_PROTECTION_LEVEL,
      },
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    }).id;
    this.versionId = versionId(this.id);
    const { publicKeyPem, algorithm } = publicKey(this, 'PublicKey', this.id);
    this.publicKeyPem = publicKeyPem;
    this.algorithm = algorithm;
    for (const member of this.signers) letSign(this, `signer-${member}`, this.id, member);
  }
}

/** Lets a member sign with a key, and with no other. */
export function letSign(scope: Construct, id: string, cryptoKeyId: string, member: string): void {
  new KmsCryptoKeyIamMember(scope, id, { cryptoKeyId, role: 'roles/cloudkms.signerVerifier', member });
}

function versionId(keyId: string): string {
  return `${keyId}/cryptoKeyVersions/${VERSION}`;
}

function publicKey(scope: Construct, id: string, cryptoKey: string) {
  const key = new DataGoogleKmsCryptoKeyVersion(scope, id, { cryptoKey, version: VERSION }).publicKey.get(0);
  return { publicKeyPem: key.pem, algorithm: key.algorithm };
}

function keyNameRefusal(name: string): Refusal | undefined {
  if (Token.isUnresolved(name) || /^[A-Za-z0-9_-]{1,63}$/.test(name)) return undefined;
  return { property: 'name', rule: 'must be up to 63 letters, digits, dashes and underscores', got: name };
}
