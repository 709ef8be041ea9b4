import { BackupVault as BackupVaultResource } from '@cdktf/provider-aws/lib/backup-vault';
import { BackupVaultLockConfiguration } from '@cdktf/provider-aws/lib/backup-vault-lock-configuration';
import { BackupVaultPolicy } from '@cdktf/provider-aws/lib/backup-vault-policy';
import { Token, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { resourcePolicy } from '../iam/resource-policy';
import { KmsKey } from '../keys/kms-key';
import { backupVaultArn, backupVaultKeyAlias } from '../names';
import { DEFAULT_VAULT_LOCK, lockRefusals, type RetentionBounds, retentionBounds, type VaultLock } from './vault-lock';
import { addVaultNotifications, notificationRefusals, type VaultNotifications } from './vault-notifications';
import { copyKeyStatements, copyStatements, denyDeletion } from './vault-statements';

/** A vault that plans put backups into, wherever it was made. */
export interface IBackupVault {
  /** Name of the vault, known at synthesis. */
  readonly vaultName: string;
  /** ARN of the vault. */
  readonly arn: string;
  /** How long the vault keeps backups, as far as it is known here. */
  readonly retention: RetentionBounds;
  /** What has to exist before a plan may name the vault; depend on these. */
  readonly dependables: readonly ITerraformDependable[];
}

/** Properties for `BackupVault`. */
export interface BackupVaultProps extends AwsConstructProps, AwsPlace {
  /** Name of the vault, unique in account and region. A change replaces the vault. */
  readonly vaultName: string;
  /**
   * Keeps backups from being deleted before their time.
   *
   * @default - mode GOVERNANCE, for 7 days at least
   */
  readonly lock?: VaultLock;
  /**
   * ARNs of roles that may delete backups by hand, and shorten their time, as far as the lock lets them.
   *
   * @default [] - nobody
   */
  readonly deleters?: readonly string[];
  /**
   * Other accounts of the organization that may copy backups into the vault: one of its own, that nobody of theirs can
   * reach, keeps backups from whoever took them over. Cross-account backup has to be on in AWS Organizations.
   *
   * @default []
   */
  readonly sourceAccounts?: readonly string[];
  /**
   * Tells a topic what happens in the vault.
   *
   * @default - nobody is told
   */
  readonly notifications?: VaultNotifications;
  /**
   * Whether Terraform refuses to destroy the vault. AWS refuses by itself while there are backups in it.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * Where AWS Backup keeps backups: with a key and a lock of its own, and nobody may delete them by hand.
 *
 * Throws a `ConstructError` where AWS Backup would refuse the vault or its lock.
 */
export class BackupVault extends Construct implements IBackupVault {
  /** A vault that another stack made, or another account. */
  public static fromName(name: AwsPlace & { readonly vaultName: string }): IBackupVault {
    return { vaultName: name.vaultName, arn: backupVaultArn(name, name.vaultName), retention: {}, dependables: [] };
  }

  public readonly vaultName: string;
  public readonly arn: string;
  public readonly retention: RetentionBounds;
  public readonly dependables: readonly ITerraformDependable[];
  /** Key that backups are encrypted with. */
  public readonly kmsKeyArn: string;

  constructor(scope: Construct, id: string, props: BackupVaultProps) {
    super(scope, id);
    const { provider, account, region, vaultName, lock = DEFAULT_VAULT_LOCK, notifications } = props;
    const sourceAccounts = [...new Set(props.sourceAccounts ?? [])].sort();
    const deleters = [...new Set(props.deleters ?? [])].sort();
    refuse(this.node.path, [
      nameRefusal(vaultName),
      ...lockRefusals('lock', lock),
      ...deleters.map(roleRefusal),
      ...sourceAccounts.map((source) => accountRefusal(source, account)),
      ...(notifications === undefined ? [] : notificationRefusals('notifications', notifications)),
    ]);

    const key = new KmsKey(this, 'Key', {
      ...{ provider, account, region },
      alias: backupVaultKeyAlias(vaultName),
      description: `Backups of the vault ${vaultName}`,
      statements: copyKeyStatements(sourceAccounts),
    });
    const vault = new BackupVaultResource(this, 'Resource', {
      provider,
      name: vaultName,
      kmsKeyArn: key.arn,
      forceDestroy: false,
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    const policy = new BackupVaultPolicy(this, 'Policy', {
      provider,
      backupVaultName: vault.name,
      policy: resourcePolicy(this.node.path, [denyDeletion(deleters), ...copyStatements(sourceAccounts)]),
    });
    const locked = new BackupVaultLockConfiguration(this, 'Lock', {
      provider,
      backupVaultName: vault.name,
      ...retentionBounds(lock),
      changeableForDays: lock.mode === 'COMPLIANCE' ? lock.changeableForDays : undefined,
    });
    if (notifications !== undefined) addVaultNotifications(this, { provider }, vault.name, notifications);

    this.vaultName = vaultName;
    this.arn = backupVaultArn(props, vaultName);
    this.retention = retentionBounds(lock);
    this.dependables = [vault, policy, locked];
    this.kmsKeyArn = key.arn;
  }
}

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html */
function nameRefusal(vaultName: string): Refusal | undefined {
  if (Token.isUnresolved(vaultName) || /^[A-Za-z0-9_-]{2,50}$/.test(vaultName)) return undefined;
  return {
    property: 'vaultName',
    rule: 'must be from 2 to 50 letters, digits, dashes and underscores',
    got: vaultName,
  };
}

function roleRefusal(arn: string): Refusal | undefined {
  if (Token.isUnresolved(arn) || /^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(arn)) return undefined;
  return { property: 'deleters', rule: 'must hold ARNs of roles', got: arn };
}

function accountRefusal(source: string, account: string): Refusal | undefined {
  if (Token.isUnresolved(source) || (/^\d{12}$/.test(source) && source !== account)) return undefined;
  return {
    property: 'sourceAccounts',
    rule: "must hold numbers of 12 digits, not the vault's own account",
    got: source,
  };
}
