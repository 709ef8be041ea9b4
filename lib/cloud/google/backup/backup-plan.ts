import { GkeBackupBackupPlan } from '@cdktf/provider-google/lib/gke-backup-backup-plan';
import { GkeBackupBackupPlanIamMember } from '@cdktf/provider-google/lib/gke-backup-backup-plan-iam-member';
import { Token, type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { clusterId, regionOf, type INamedCluster } from '../cluster-name';
import { memberRefusal } from '../iam-member';
import type { IKmsKey } from '../keys/kms-key';
import { labelRefusals } from '../resource-labels';
import { resourceNameRefusal } from '../resource-name';
import { retentionPolicy, retentionRefusals, type BackupRetention } from './backup-retention';
import { backupSchedule, DEFAULT_BACKUP_SCHEDULE, scheduleRefusals, type BackupSchedule } from './backup-schedule';
import { namespaceBlock, namespaceRefusals } from './namespaces';

const MAX_NAME_LENGTH = 63;

/** A plan that backups are restored from, wherever it was made. */
export interface IBackupPlan {
  /** Project id. */
  readonly project: string;
  /** `projects/…/locations/…/backupPlans/…` */
  readonly id: string;
  /** What has to exist before a restore plan may name the backup plan; depend on these. */
  readonly dependables: readonly ITerraformDependable[];
}

/** Properties for `BackupPlan`. */
export interface BackupPlanProps extends BackupRetention {
  /** Cluster that is backed up. It has to have the agent of Backup for GKE. A change replaces the plan. */
  readonly cluster: INamedCluster;
  /** Name of the plan within project and location. A change replaces the plan. */
  readonly name: string;
  /**
   * Region that backups are kept in. Another one than the cluster's survives the loss of that region. A change replaces
   * the plan.
   *
   * @default - the cluster's region
   */
  readonly location?: string;
  /**
   * When backups are made.
   *
   * @default - every day at 02:00 UTC
   */
  readonly schedule?: BackupSchedule;
  /**
   * Whether the schedule rests. Backups can still be made by hand.
   *
   * @default false
   */
  readonly paused?: boolean;
  /**
   * Whether the plan is closed: no backup is made any more, and nothing of the plan can be changed again, this included.
   *
   * @default false
   */
  readonly deactivated?: boolean;
  /**
   * Namespaces that are backed up.
   *
   * @default - all
   */
  readonly namespaces?: readonly string[];
  /**
   * Whether the data of volumes is backed up, not their claims alone.
   *
   * @default true
   */
  readonly includeVolumeData?: boolean;
  /**
   * Whether Kubernetes secrets are backed up. Without them, what is restored waits for somebody to bring them.
   *
   * @default true
   */
  readonly includeSecrets?: boolean;
  /**
   * Whether a backup succeeds though it holds objects that a restore may not bring back, such as some webhooks.
   *
   * @default false
   */
  readonly permissiveMode?: boolean;
  /**
   * Key that backups are encrypted with, of the plan's own region, which `container-engine` and `gke-backup` may use.
   * Data of volumes that have a key of their own stays under that.
   *
   * @default - Google's own key
   */
  readonly kmsKey?: IKmsKey;
  /**
   * IAM members that may make and delete backups of this plan by hand.
   *
   * @default - none
   */
  readonly operators?: readonly string[];
  /**
   * What the plan is for.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Labels of the plan.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Whether Terraform refuses to destroy the plan. Google refuses by itself while the plan has backups.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** What of a cluster is backed up by Backup for GKE, when, and for how long it is kept. */
export class BackupPlan extends Construct implements IBackupPlan {
  /** A plan that another stack made. */
  public static fromName(name: {
    readonly project: string;
    readonly location: string;
    readonly name: string;
  }): IBackupPlan {
    return { project: name.project, id: backupPlanId(name.project, name.location, name.name), dependables: [] };
  }

  public readonly project: string;
  /** Region that backups are kept in. */
  public readonly location: string;
  public readonly id: string;
  public readonly dependables: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: BackupPlanProps) {
    super(scope, id);

    const { cluster, name, schedule = DEFAULT_BACKUP_SCHEDULE, paused = false, kmsKey, operators = [] } = props;
    this.project = cluster.project;
    this.location = props.location ?? regionOf(cluster.location);
    refuse(this.node.path, [
      resourceNameRefusal('name', name, MAX_NAME_LENGTH),
      regionRefusal(this.location),
      ...scheduleRefusals(schedule, paused),
      ...retentionRefusals(props, schedule),
      ...(props.namespaces === undefined ? [] : namespaceRefusals('namespaces', props.namespaces)),
      keyRefusal(kmsKey, this.location),
      ...operators.map((member) => memberRefusal('operators', member)),
      ...labelRefusals('labels', props.labels),
    ]);

    const plan = new GkeBackupBackupPlan(this, 'Resource', {
      project: this.project,
      location: this.location,
      name,
      description: props.description,
      cluster: clusterId(cluster),
      backupSchedule: backupSchedule(schedule, paused),
      retentionPolicy: retentionPolicy(props),
      backupConfig: {
        ...(props.namespaces === undefined
          ? { allNamespaces: true }
          : { selectedNamespaces: namespaceBlock(props.namespaces) }),
        includeVolumeData: props.includeVolumeData ?? true,
        includeSecrets: props.includeSecrets ?? true,
        permissiveMode: props.permissiveMode ?? false,
        encryptionKey: kmsKey === undefined ? undefined : { gcpKmsEncryptionKey: kmsKey.id },
      },
      deactivated: props.deactivated ?? false,
      labels: props.labels,
      dependsOn: [...(cluster.dependable === undefined ? [] : [cluster.dependable]), ...(kmsKey?.grants ?? [])],
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    this.id = backupPlanId(this.project, this.location, name);
    this.dependables = [plan];
    for (const member of new Set(operators)) {
      new GkeBackupBackupPlanIamMember(this, `operator-${member}`, {
        ...{ project: this.project, location: this.location, member },
        name: plan.name,
        role: 'roles/gkebackup.delegatedBackupAdmin',
      });
    }
  }
}

function backupPlanId(project: string, location: string, name: string): string {
  return `projects/${project}/locations/${location}/backupPlans/${name}`;
}

function regionRefusal(location: string): Refusal | undefined {
  if (Token.isUnresolved(location) || /^[a-z]+-[a-z]+\d+$/.test(location)) return undefined;
  return { property: 'location', rule: 'must be a region such as europe-west1', got: location };
}

/** Keys that are made in the same stack do not tell their region. */
function keyRefusal(kmsKey: IKmsKey | undefined, location: string): Refusal | undefined {
  if (kmsKey === undefined || Token.isUnresolved(kmsKey.id) || Token.isUnresolved(location)) return undefined;
  if (kmsKey.id.includes(`/locations/${location}/`)) return undefined;
  return { property: 'kmsKey', rule: `must lie in the plan's region (${location})`, got: kmsKey.id };
}
