import type { GkeBackupRestorePlanRestoreConfigTransformationRules } from '@cdktf/provider-google/lib/gke-backup-restore-plan';
import type { Refusal } from '../../../core/errors';
import { groupKindBlocks, type GroupKind } from './restore-scope';

/** A change of one field. Paths are JSON pointers: `/spec/storageClassName`. */
export type FieldAction =
  | { readonly op: 'ADD' | 'REPLACE' | 'TEST'; readonly path: string; readonly value: string }
  | { readonly op: 'REMOVE'; readonly path: string }
  | { readonly op: 'MOVE' | 'COPY'; readonly fromPath: string; readonly path: string };

/** How objects are changed on their way from the backup into the cluster. */
export interface TransformationRule {
  /**
   * What the rule is for.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Namespaces whose objects are changed.
   *
   * @default - all, and objects of the cluster
   */
  readonly namespaces?: readonly string[];
  /**
   * Kinds of object that are changed.
   *
   * @default - all
   */
  readonly groupKinds?: readonly GroupKind[];
  /**
   * JSONPath that an object has to match.
   *
   * @default - any object
   */
  readonly jsonPath?: string;
  /** What is changed, in this order. */
  readonly fieldActions: readonly FieldAction[];
}

/** The rules as Backup for GKE wants them, in their own order: each sees what those before it did. */
export function transformationRules(
  rules: readonly TransformationRule[],
): GkeBackupRestorePlanRestoreConfigTransformationRules[] {
  return rules.map(({ description, namespaces, groupKinds = [], jsonPath, fieldActions }) => ({
    description,
    resourceFilter:
      namespaces === undefined && groupKinds.length === 0 && jsonPath === undefined
        ? undefined
        : {
            namespaces: namespaces === undefined ? undefined : [...new Set(namespaces)].sort(),
            groupKinds: groupKindBlocks(groupKinds),
            jsonPath,
          },
    fieldActions: [...fieldActions],
  }));
}

/** Refuses rules that change nothing, and paths that are no JSON pointers. */
export function transformationRefusals(rules: readonly TransformationRule[]): (Refusal | undefined)[] {
  const property = 'transformationRules.fieldActions';
  return rules.flatMap(({ fieldActions }) => [
    fieldActions.length === 0 ? { property, rule: 'must hold one action at least', got: fieldActions } : undefined,
    ...fieldActions.flatMap((action) => [
      pointerRefusal(`${property}.path`, action.path),
      'fromPath' in action ? pointerRefusal(`${property}.fromPath`, action.fromPath) : undefined,
    ]),
  ]);
}

function pointerRefusal(property: string, path: string): Refusal | undefined {
  if (/^(\/([^~/]|~[01])*)+$/.test(path)) return undefined;
  return { property, rule: "must be a JSON pointer such as '/spec/storageClassName'", got: path };
}
