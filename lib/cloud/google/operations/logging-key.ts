import { DataGoogleLoggingProjectCmekSettings } from '@cdktf/provider-google/lib/data-google-logging-project-cmek-settings';
import { KmsCryptoKeyIamMember } from '@cdktf/provider-google/lib/kms-crypto-key-iam-member';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { IKmsKey } from '../keys/kms-key';

/** Properties for `LoggingKey`. */
export interface LoggingKeyProps {
  /** Project id of the log buckets. */
  readonly project: string;
  /** The key, which has to lie in the region of the log buckets. */
  readonly key: IKmsKey;
}

/**
 * A key that Cloud Logging may encrypt a project's log buckets with. Its service account is no service agent: Google
 * makes it when the settings are read first, so they are read here, and the account is let use the key.
 * https://cloud.google.com/logging/docs/routing/managed-encryption-storage
 */
export class LoggingKey extends Construct implements IKmsKey {
  public readonly id: string;
  public readonly grants: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: LoggingKeyProps) {
    super(scope, id);

    const settings = new DataGoogleLoggingProjectCmekSettings(this, 'Settings', { project: props.project });
    const grant = new KmsCryptoKeyIamMember(this, 'Resource', {
      cryptoKeyId: props.key.id,
      role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
      member: `serviceAccount:${settings.serviceAccountId}`,
    });
    this.id = props.key.id;
    this.grants = [...props.key.grants, grant];
  }
}
