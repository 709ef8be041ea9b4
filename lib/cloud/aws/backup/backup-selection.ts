import { BackupSelection as BackupSelectionResource } from '@cdktf/provider-aws/lib/backup-selection';
import { Token, type ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { Refusal } from '../../../core/errors';
import type { AwsConstructProps } from '../aws-construct';
import { tagConditions, tagRefusals } from './resource-tags';

/** Bounds of https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html */
const NAME = /^[A-Za-z0-9_.-]{1,50}$/;
const MAX_RESOURCES = 500;
/** Volumes of EBS and files of EFS: what pods keep. */
const STORAGE_OF_PODS: readonly string[] = ['arn:aws:ec2:*:*:volume/*', 'arn:aws:elasticfilesystem:*:*:file-system/*'];

/** What is backed up: resources by their ARNs, by their tags, or those of the ARNs that have the tags. */
export interface BackupSelection {
  /**
   * ARNs, up to 500; `*` stands for anything. The ARN of an EKS cluster means its objects and the volumes of its pods.
   *
   * @default - all volumes of EBS and file systems of EFS, of which `tags` are chosen
   */
  readonly resources?: readonly string[];
  /**
   * ARNs that are left out, of those that `resources` name.
   *
   * @default []
   */
  readonly notResources?: readonly string[];
  /**
   * Tags that a resource has to have, all of them. The driver tags the volumes of pods with
   * `kubernetes.io/cluster/<cluster>: owned`.
   *
   * @default {} - whatever its tags are; then `resources` have to be given
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Assigns resources to a plan. Any change replaces the selection, which does no harm to backups. */
export function addBackupSelection(
  scope: Construct,
  name: string,
  selection: BackupSelection,
  plan: AwsConstructProps & {
    readonly planId: string;
    readonly roleArn: string;
    readonly dependsOn: ITerraformDependable[];
  },
): void {
  const { resources = STORAGE_OF_PODS, notResources, tags = {} } = selection;
  const { provider, planId, roleArn, dependsOn } = plan;
  new BackupSelectionResource(scope, `selection-${name}`, {
    ...{ provider, planId, name, dependsOn },
    iamRoleArn: roleArn,
    resources: sorted(resources),
    notResources: notResources === undefined ? undefined : sorted(notResources),
    condition: Object.keys(tags).length === 0 ? undefined : [{ stringEquals: tagConditions(tags) }],
  });
}

/** Refuses selections that AWS Backup would, and one of everything there is. */
export function selectionRefusals(name: string, selection: BackupSelection): (Refusal | undefined)[] {
  const property = `selections.${name}`;
  const { resources, notResources = [], tags = {} } = selection;
  return [
    NAME.test(name)
      ? undefined
      : { property: 'selections', rule: 'must have names of up to 50 letters, digits, dashes, dots and _', got: name },
    resources === undefined && Object.keys(tags).length === 0
      ? { property, rule: 'must name resources, or tags, or both', got: selection }
      : undefined,
    ...(resources === undefined ? [] : arnRefusals(`${property}.resources`, resources, 1)),
    ...arnRefusals(`${property}.notResources`, notResources, 0),
    ...tagRefusals(`${property}.tags`, tags),
  ];
}

function arnRefusals(property: string, arns: readonly string[], min: number): (Refusal | undefined)[] {
  return [
    arns.length < min || arns.length > MAX_RESOURCES
      ? { property, rule: `must be from ${min} to ${MAX_RESOURCES}`, got: arns.length }
      : undefined,
    ...arns.map((arn) =>
      Token.isUnresolved(arn) || /^arn:aws:[^:]+:[^:]*:[^:]*:.+$/.test(arn)
        ? undefined
        : { property, rule: 'must hold ARNs', got: arn },
    ),
  ];
}

function sorted(arns: readonly string[]): string[] {
  return [...new Set(arns)].sort();
}
