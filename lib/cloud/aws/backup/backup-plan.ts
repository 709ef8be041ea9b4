import { BackupPlan as BackupPlanResource } from '@cdktf/provider-aws/lib/backup-plan';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import type { AwsConstructProps, AwsPlace } from '../aws-construct';
import { IamRole } from '../iam/iam-role';
import { backupRoleName } from '../names';
import { type BackupRule, ruleBlock, ruleRefusals } from './backup-rule';
import { addBackupSelection, type BackupSelection, selectionRefusals } from './backup-selection';
import { backupTrust } from './backup-trust';
import type { IBackupVault } from './backup-vault';

const BACKUP_POLICY = 'service-role/AWSBackupServiceRolePolicyForBackup';
const BUCKET_POLICY = 'AWSBackupServiceRolePolicyForS3Backup';
const MAX_NAME = 50;
const DEFAULT_RULES: Readonly<Record<string, BackupRule>> = { nightly: {} };

/** Properties for `BackupPlan`. */
export interface BackupPlanProps extends AwsConstructProps, AwsPlace {
  /** Name of the plan, up to 50 characters. A change replaces the plan. */
  readonly planName: string;
  /** Vault that backups are kept in; one of the same account and region. */
  readonly vault: IBackupVault;
  /**
   * When backups are made and how long they are kept, by the rule's name.
   *
   * @default { nightly: {} } - every night at two, kept for 35 days
   */
  readonly rules?: Readonly<Record<string, BackupRule>>;
  /** What is backed up, by the selection's name. */
  readonly selections: Readonly<Record<string, BackupSelection>>;
  /**
   * Whether the role of the plan may read buckets: those in `selections`, and those that pods of an EKS cluster mount.
   *
   * @default false
   */
  readonly backsUpBuckets?: boolean;
  /**
   * Whether Terraform refuses to destroy the plan.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * What AWS Backup backs up, when, and for how long it is kept.
 *
 * Throws a `ConstructError` where AWS Backup would refuse the plan, or its jobs would fail.
 */
export class BackupPlan extends Construct {
  /** Id of the plan, known once created. */
  public readonly planId: string;
  public readonly arn: string;
  /** Role in which backups are made. It may not restore them. */
  public readonly roleArn: string;

  constructor(scope: Construct, id: string, props: BackupPlanProps) {
    super(scope, id);
    const { provider, planName, vault, rules = DEFAULT_RULES, selections } = props;
    refuse(this.node.path, [
      nameRefusal(planName),
      vaultRefusal(props),
      ...emptyRefusals({ rules, selections }),
      ...Object.entries(rules).flatMap(([name, rule]) => ruleRefusals(name, rule, vault)),
      ...Object.entries(selections).flatMap(([name, selection]) => selectionRefusals(name, selection)),
    ]);

    const role = new IamRole(this, 'Role', {
      provider,
      roleName: backupRoleName(props.region, planName),
      description: `Backups of the plan ${planName}`,
      trust: backupTrust(props.account),
      managedPolicies: [BACKUP_POLICY, ...((props.backsUpBuckets ?? false) ? [BUCKET_POLICY] : [])],
    });
    const plan = new BackupPlanResource(this, 'Resource', {
      provider,
      name: planName,
      rule: byName(rules).map(([name, rule]) => ruleBlock(name, rule, vault.vaultName)),
      dependsOn: [vault, ...copyVaults(rules)].flatMap(({ dependables }) => [...dependables]),
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    for (const [name, selection] of byName(selections)) {
      const { id: planId } = plan;
      addBackupSelection(this, name, selection, { provider, planId, roleArn: role.arn, dependsOn: [...role.grants] });
    }

    this.planId = plan.id;
    this.arn = plan.arn;
    this.roleArn = role.arn;
  }
}

function byName<T>(named: Readonly<Record<string, T>>): readonly [string, T][] {
  return Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1));
}

function copyVaults(rules: Readonly<Record<string, BackupRule>>): readonly IBackupVault[] {
  return [...new Set(Object.values(rules).flatMap(({ copies = [] }) => copies.map(({ vault }) => vault)))];
}

function nameRefusal(planName: string): Refusal | undefined {
  if (Token.isUnresolved(planName) || /^[A-Za-z0-9_.-]{1,50}$/.test(planName)) return undefined;
  return {
    property: 'planName',
    rule: `must be up to ${MAX_NAME} letters, digits, dashes, dots and underscores`,
    got: planName,
  };
}

/** A plan puts backups into a vault beside it; further ones are copies. */
function vaultRefusal({ account, region, vault }: BackupPlanProps): Refusal | undefined {
  if (Token.isUnresolved(vault.arn) || vault.arn.startsWith(`arn:aws:backup:${region}:${account}:`)) return undefined;
  return {
    property: 'vault',
    rule: `must lie in the account and region of the plan (${account}, ${region})`,
    got: vault.arn,
    remedy: 'name it among the copies of a rule',
  };
}

function emptyRefusals(named: Readonly<Record<string, Readonly<Record<string, unknown>>>>): (Refusal | undefined)[] {
  return Object.entries(named).map(([property, entries]) =>
    Object.keys(entries).length === 0 ? { property, rule: 'must hold one at least', got: entries } : undefined,
  );
}
