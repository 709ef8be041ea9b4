import type { Finding } from '../core/finding';
import type { Manifest } from '../core/manifest';
import { at } from './at';
import type { ClusterChange, ObjectChange } from './cluster-change';
import { cannotBecome, differs } from './field-change';
import { kubectl, report, resource, steps } from './statement';

/** A field that the API server refuses to change. */
interface ImmutableField {
  readonly kinds: readonly string[];
  readonly path: readonly string[];
  /** What the API server takes where the field is not written. */
  readonly default?: unknown;
  /** @default - always */
  readonly when?: (change: ObjectChange) => boolean;
  /**
   * Whether a message may repeat the value.
   *
   * @default true
   */
  readonly shown?: boolean;
  readonly remedy: (next: Manifest) => string;
}

/**
 * Fields whose whole value is immutable. The sources are the validation of each kind:
 * - https://github.com/kubernetes/kubernetes/blob/v1.34.1/pkg/registry/apps/deployment/strategy.go (`ValidateUpdate`),
 *   and `daemonset/strategy.go` beside it
 * - https://github.com/argoproj/argo-rollouts/pull/4084, in the custom resource since 1.9
 * - https://github.com/kubernetes/kubernetes/blob/v1.34.1/pkg/apis/batch/validation/validation.go (`ValidateJobSpecUpdate`)
 * - https://github.com/kubernetes/kubernetes/blob/v1.34.1/pkg/apis/storage/validation/validation.go
 *   (`ValidateStorageClassUpdate`)
 * - https://github.com/kubernetes/kubernetes/blob/v1.34.1/pkg/apis/scheduling/validation/validation.go
 *   (`ValidatePriorityClassUpdate`)
 * - https://github.com/kubernetes/kubernetes/blob/v1.34.1/pkg/apis/rbac/validation/validation.go
 *   (`ValidateRoleBindingUpdate`)
 * - https://github.com/kubernetes/kubernetes/blob/v1.34.1/pkg/apis/core/validation/validation.go
 *   (`ValidateConfigMapUpdate`, `ValidateSecretUpdate`)
 */
const FIELDS: readonly ImmutableField[] = [
  { kinds: ['Deployment', 'Rollout'], path: ['spec', 'selector'], remedy: anotherName },
  { kinds: ['DaemonSet'], path: ['spec', 'selector'], remedy: deleted('nodes are without their pod in between') },
  ...['selector', 'template', 'completionMode', 'podFailurePolicy', 'successPolicy', 'backoffLimitPerIndex'].map(
    (field) => jobField(field),
  ),
  { ...jobField('completions'), when: ({ previous, next }) => !growsWithParallelism(previous, next) },
  storageClassField('provisioner'),
  storageClassField('parameters'),
  { ...storageClassField('reclaimPolicy'), default: 'Delete' },
  { ...storageClassField('volumeBindingMode'), default: 'Immediate' },
  priorityClassField('value'),
  { ...priorityClassField('preemptionPolicy'), default: 'PreemptLowerPriority' },
  {
    kinds: ['RoleBinding', 'ClusterRoleBinding'],
    path: ['roleRef'],
    remedy: deleted('its rights are missing in between'),
  },
  ...['data', 'binaryData', 'stringData', 'immutable'].map((field) => ({
    kinds: ['ConfigMap', 'Secret'],
    path: [field],
    when: ({ previous }: ObjectChange) => previous['immutable'] === true,
    shown: field === 'immutable',
    remedy: () => 'give it another name, and have the pods name that one',
  })),
  {
    kinds: ['Secret'],
    path: ['type'],
    default: 'Opaque',
    remedy: deleted('pods that start in between wait for it'),
  },
];

/** Rule `immutable-field` for what has one value; StatefulSets, Services and claims have rules of their own. */
export function immutableFieldFindings({ changed }: ClusterChange): readonly Finding[] {
  return changed.flatMap((change) => FIELDS.flatMap((field) => fieldFinding(change, field)));
}

function fieldFinding(change: ObjectChange, field: ImmutableField): readonly Finding[] {
  const { previous, next, path } = change;
  if (!field.kinds.includes(next.kind) || field.when?.(change) === false) return [];
  const [before, after] = [at(previous, ...field.path), at(next, ...field.path)];
  if (!differs(before, after, field.default)) return [];
  const name = field.path.join('.');
  const message = field.shown === false ? `${name} cannot change` : cannotBecome(name, before, after);
  const statement = { rule: 'immutable-field', severity: 'error', message, remedy: field.remedy(next) } as const;
  return [report({ path, manifest: next }, statement)];
}

function anotherName({ kind, metadata }: Manifest): string {
  return `deploy it under another name beside this ${kind}, move the traffic, then take '${metadata.name}' away`;
}

function deleted(meanwhile: string): ImmutableField['remedy'] {
  return (manifest) =>
    steps(
      `waive this, push, and delete the old one; the next sync makes it anew, and ${meanwhile}`,
      kubectl(manifest, `delete ${resource(manifest)}`),
    );
}

function jobField(field: string): ImmutableField {
  return {
    kinds: ['Job'],
    path: ['spec', field],
    ...(field === 'completionMode' ? { default: 'NonIndexed' } : {}),
    remedy: (manifest) =>
      steps(
        'give each version of the job a name of its own; or waive this, push, and delete the old one; it runs again',
        kubectl(manifest, `delete ${resource(manifest)}`),
      ),
  };
}

/** https://kubernetes.io/docs/concepts/workloads/controllers/job/#elastic-indexed-jobs */
function growsWithParallelism(previous: Manifest, next: Manifest): boolean {
  const isElastic = ({ spec }: Manifest): boolean =>
    at(spec, 'completionMode') === 'Indexed' && at(spec, 'completions') === at(spec, 'parallelism');
  return isElastic(previous) && isElastic(next);
}

function storageClassField(field: string): ImmutableField {
  return { kinds: ['StorageClass'], path: [field], remedy: deleted('disks that are there stay as they are') };
}

function priorityClassField(field: string): ImmutableField {
  return {
    kinds: ['PriorityClass'],
    path: [field],
    remedy: deleted('pods that name it cannot be made; those that are there keep their priority'),
  };
}
