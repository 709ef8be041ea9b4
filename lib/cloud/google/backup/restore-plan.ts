import { GkeBackupRestorePlan } from '@cdktf/provider-google/lib/gke-backup-restore-plan';
import { GkeBackupRestorePlanIamMember } from '@cdktf/provider-google/lib/gke-backup-restore-plan-iam-member';
import { Construct } from 'constructs';
import { refuse, type Refusal } from '../../../core/errors';
import { clusterId, regionOf, type INamedCluster } from '../cluster-name';
import { memberRefusal } from '../iam-member';
import { labelRefusals } from '../resource-labels';
import { resourceNameRefusal } from '../resource-name';
import type { IBackupPlan } from './backup-plan';
import {
  restoredClusterResources,
  restoredNamespaces,
  scopeRefusals,
  type RestoredClusterResources,
  type RestoredNamespaces,
} from './restore-scope';
import { transformationRefusals, transformationRules, type TransformationRule } from './transformation-rule';

const MAX_NAME_LENGTH = 63;
const DEFAULT_NAMESPACES: RestoredNamespaces = { kind: 'all' };
const DEFAULT_CLUSTER_RESOURCES: RestoredClusterResources = { kind: 'none' };
const DEFAULT_RESTORE_MODE = 'FAIL_ON_CONFLICT';
const DEFAULT_VOLUME_POLICY = 'RESTORE_VOLUME_DATA_FROM_BACKUP';
const DEFAULT_CONFLICT_POLICY = 'USE_EXISTING_VERSION';

/**
 * What happens to objects that are in the cluster already.
 * https://cloud.google.com/kubernetes-engine/docs/add-on/backup-for-gke/reference/rest/v1/RestoreConfig#NamespacedResourceRestoreMode
 */
export type NamespacedResourceRestoreMode =
  | 'DELETE_AND_RESTORE'
  | 'FAIL_ON_CONFLICT'
  | 'MERGE_SKIP_ON_CONFLICT'
  | 'MERGE_REPLACE_VOLUME_ON_CONFLICT'
  | 'MERGE_REPLACE_ON_CONFLICT';

/** Where the data of volumes comes from. */
export type VolumeDataRestorePolicy =
  'RESTORE_VOLUME_DATA_FROM_BACKUP' | 'REUSE_VOLUME_HANDLE_FROM_BACKUP' | 'NO_VOLUME_DATA_RESTORATION';

/** Properties for `RestorePlan`. */
export interface RestorePlanProps {
  /** Plan whose backups are restored. A change replaces the plan. */
  readonly backupPlan: IBackupPlan;
  /** Cluster that is restored into; the plan lies in its region. A change replaces the plan. */
  readonly cluster: INamedCluster;
  /** Name of the plan within project and region. A change replaces the plan. */
  readonly name: string;
  /**
   * Namespaces that are restored.
   *
   * @default { kind: 'all' }
   */
  readonly namespaces?: RestoredNamespaces;
  /**
   * What happens where a namespace, or something in it, is there already. By default nothing is: the restore fails
   * before it touches anything.
   *
   * @default 'FAIL_ON_CONFLICT'
   */
  readonly namespacedResourceRestoreMode?: NamespacedResourceRestoreMode;
  /**
   * Where the data of volumes comes from. Handles are of use in the original cluster only.
   *
   * @default 'RESTORE_VOLUME_DATA_FROM_BACKUP'
   */
  readonly volumeDataRestorePolicy?: VolumeDataRestorePolicy;
  /**
   * Objects of the cluster itself that are restored, such as CustomResourceDefinitions.
   *
   * @default { kind: 'none' }
   */
  readonly clusterResources?: RestoredClusterResources;
  /**
   * Which version wins where an object of the cluster itself is there already.
   *
   * @default 'USE_EXISTING_VERSION'
   */
  readonly clusterResourceConflictPolicy?: 'USE_EXISTING_VERSION' | 'USE_BACKUP_VERSION';
  /**
   * Changes that objects go through on their way into the cluster, in this order.
   *
   * @default - none
   */
  readonly transformationRules?: readonly TransformationRule[];
  /**
   * IAM members that may restore by this plan, such as `group:oncall@example.com`.
   *
   * @default - none beyond those whom the project's own policy names
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
   * Whether Terraform refuses to destroy the plan.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * How backups are restored into a cluster, ready before it is needed. By default a plan is fit for drills: it fills in
 * namespaces that are absent, and changes nothing that is there.
 */
export class RestorePlan extends Construct {
  /** `projects/…/locations/…/restorePlans/…` */
  public readonly id: string;

  constructor(scope: Construct, id: string, props: RestorePlanProps) {
    super(scope, id);

    const { backupPlan, cluster, name, operators = [] } = props;
    const namespaces = props.namespaces ?? DEFAULT_NAMESPACES;
    const clusterResources = props.clusterResources ?? DEFAULT_CLUSTER_RESOURCES;
    const rules = props.transformationRules ?? [];
    refuse(this.node.path, [
      resourceNameRefusal('name', name, MAX_NAME_LENGTH),
      projectRefusal(cluster, backupPlan),
      ...scopeRefusals(namespaces, clusterResources),
      ...unusedRefusals(props, namespaces, clusterResources),
      ...transformationRefusals(rules),
      ...operators.map((member) => memberRefusal('operators', member)),
      ...labelRefusals('labels', props.labels),
    ]);

    const { project } = cluster;
    const location = regionOf(cluster.location);
    const plan = new GkeBackupRestorePlan(this, 'Resource', {
      ...{ project, location, name },
      description: props.description,
      backupPlan: backupPlan.id,
      cluster: clusterId(cluster),
      restoreConfig: {
        ...restoredNamespaces(namespaces),
        ...(namespaces.kind === 'none'
          ? {}
          : {
              namespacedResourceRestoreMode: props.namespacedResourceRestoreMode ?? DEFAULT_RESTORE_MODE,
              volumeDataRestorePolicy: props.volumeDataRestorePolicy ?? DEFAULT_VOLUME_POLICY,
            }),
        clusterResourceRestoreScope: restoredClusterResources(clusterResources),
        ...(clusterResources.kind === 'none'
          ? {}
          : { clusterResourceConflictPolicy: props.clusterResourceConflictPolicy ?? DEFAULT_CONFLICT_POLICY }),
        transformationRules: transformationRules(rules),
      },
      labels: props.labels,
      dependsOn: [...backupPlan.dependables, ...(cluster.dependable === undefined ? [] : [cluster.dependable])],
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
    this.id = `projects/${project}/locations/${location}/restorePlans/${name}`;
    for (const member of new Set(operators)) {
      new GkeBackupRestorePlanIamMember(this, `operator-${member}`, {
        ...{ project, location, member },
        name: plan.name,
        role: 'roles/gkebackup.delegatedRestoreAdmin',
      });
    }
  }
}

function projectRefusal(cluster: INamedCluster, backupPlan: IBackupPlan): Refusal | undefined {
  if (cluster.project === backupPlan.project) return undefined;
  return {
    property: 'cluster',
    rule: `must be of the backup plan's project (${backupPlan.project})`,
    got: cluster.project,
    remedy: 'restoring into another project takes a restore channel, which is not here yet',
  };
}

/** Refuses what would be dropped, since nothing is restored that it could apply to. */
function unusedRefusals(
  props: RestorePlanProps,
  namespaces: RestoredNamespaces,
  clusterResources: RestoredClusterResources,
): (Refusal | undefined)[] {
  const unused = (property: keyof RestorePlanProps, needed: string, isUnused: boolean): Refusal | undefined =>
    isUnused && props[property] !== undefined
      ? { property, rule: `must be left out where ${needed} is 'none'`, got: props[property] }
      : undefined;
  return [
    unused('namespacedResourceRestoreMode', 'namespaces', namespaces.kind === 'none'),
    unused('volumeDataRestorePolicy', 'namespaces', namespaces.kind === 'none'),
    unused('clusterResourceConflictPolicy', 'clusterResources', clusterResources.kind === 'none'),
  ];
}
