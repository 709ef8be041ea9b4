import type { Finding } from '../core/finding';
import type { Manifest } from '../core/manifest';
import { at, keysOf, textAt } from './at';
import type { ClusterChange, ObjectChange } from './cluster-change';
import { cannotBecome, differs } from './field-change';
import { claimTemplates, ordinals, type ClaimTemplate } from './stateful-claims';
import { kubectl, report, resource, steps } from './statement';
import { canGrow, compareSizes, sizeOf } from './volume-size';

/**
 * What may change of a StatefulSet; the API server refuses all else.
 * https://github.com/kubernetes/kubernetes/blob/v1.34.1/pkg/apis/apps/validation/validation.go (`ValidateStatefulSetUpdate`)
 */
const MUTABLE = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

const DEFAULTS: Readonly<Record<string, unknown>> = { podManagementPolicy: 'OrderedReady' };

/** A change that is refused, and the way round. */
interface Fault {
  readonly message: string;
  readonly remedy: string;
}

/** Rule `immutable-field` for StatefulSets, their claim templates among it. */
export function statefulSetFindings(cluster: ClusterChange): readonly Finding[] {
  return cluster.changed
    .filter(({ next }) => next.kind === 'StatefulSet')
    .flatMap((change) =>
      [...fieldFaults(change), ...templateFaults(change, cluster)].map((fault) =>
        report({ path: change.path, manifest: change.next }, { rule: 'immutable-field', severity: 'error', ...fault }),
      ),
    );
}

function fieldFaults({ previous, next }: ObjectChange): readonly Fault[] {
  const fields = new Set([...keysOf(previous['spec']), ...keysOf(next['spec'])]);
  return [...fields]
    .filter((field) => !MUTABLE.includes(field) && field !== 'volumeClaimTemplates')
    .flatMap((field) => {
      const [before, after] = [at(previous, 'spec', field), at(next, 'spec', field)];
      if (!differs(before, after, DEFAULTS[field])) return [];
      return [{ message: cannotBecome(`spec.${field}`, before, after), remedy: fieldRemedy(next, field) }];
    });
}

function fieldRemedy(next: Manifest, field: string): string {
  if (field === 'selector') return anotherSet(next);
  if (field !== 'serviceName') return withoutPods(next);
  return withoutPods(next, kubectl(next, `rollout restart ${next.kind.toLowerCase()}/${next.metadata.name}`));
}

/** Claims of a StatefulSet that is there follow no template; each difference between two of them is refused. */
function templateFaults(change: ObjectChange, cluster: ClusterChange): readonly Fault[] {
  const before = claimTemplates(change.previous);
  const after = claimTemplates(change.next);
  const names = (templates: readonly ClaimTemplate[]): readonly string[] => templates.map(({ name }) => name);
  const faults = [
    ...after.flatMap((template) => {
      const old = before.find(({ name }) => name === template.name);
      return old === undefined ? [newTemplate(change.next, template)] : changes(change, old, template, cluster);
    }),
    ...before.filter(({ name }) => !names(after).includes(name)).map((template) => oldTemplate(change.next, template)),
  ];
  if (faults.length > 0 || !differs(names(before), names(after))) return faults;
  return [
    {
      message: cannotBecome('spec.volumeClaimTemplates', names(before), names(after)),
      remedy: 'leave them in their order',
    },
  ];
}

function newTemplate(next: Manifest, { name }: ClaimTemplate): Fault {
  return {
    message: `spec.volumeClaimTemplates gets '${name}', and a StatefulSet that is there gets no other claims`,
    remedy: withoutPods(next),
  };
}

function oldTemplate(next: Manifest, { name }: ClaimTemplate): Fault {
  return {
    message: `spec.volumeClaimTemplates loses '${name}', and a StatefulSet that is there keeps its claims`,
    remedy: `${withoutPods(next)}\nthe claims of '${name}' stay with their data`,
  };
}

function changes(
  { previous, next }: ObjectChange,
  before: ClaimTemplate,
  after: ClaimTemplate,
  cluster: ClusterChange,
): readonly Fault[] {
  const path = `spec.volumeClaimTemplates.${after.name}`;
  const fields = new Set([...keysOf(before.spec), ...keysOf(after.spec)].filter((field) => field !== 'resources'));
  const others = [...fields].flatMap((field): readonly Fault[] => {
    const [old, wanted] = [at(before.spec, field), at(after.spec, field)];
    if (!differs(old, wanted, field === 'volumeMode' ? 'Filesystem' : undefined)) return [];
    return [{ message: cannotBecome(`${path}.spec.${field}`, old, wanted), remedy: anotherSet(next) }];
  });
  const labels = ['labels', 'annotations'].flatMap((field): readonly Fault[] => {
    const [old, wanted] = [at(before.metadata, field), at(after.metadata, field)];
    if (!differs(old, wanted, {})) return [];
    return [{ message: cannotBecome(`${path}.metadata.${field}`, old, wanted), remedy: withoutPods(next) }];
  });
  return [...sizeFaults(path, { previous, next, before, after }, cluster), ...others, ...labels];
}

interface TemplateChange {
  readonly previous: Manifest;
  readonly next: Manifest;
  readonly before: ClaimTemplate;
  readonly after: ClaimTemplate;
}

function sizeFaults(path: string, change: TemplateChange, cluster: ClusterChange): readonly Fault[] {
  const { previous, next, before, after } = change;
  const [old, wanted] = [sizeOf(before.spec), sizeOf(after.spec)];
  const comparison = compareSizes(old, wanted);
  if (comparison === 'same') return [];
  const grows = comparison === 'larger' && canGrow(cluster.next, textAt(before.spec, 'storageClassName'));
  return [
    {
      message: cannotBecome(`${path}.spec.resources.requests.storage`, old, wanted),
      remedy: grows ? grownClaims(previous, next, after, cluster) : anotherSet(next),
    },
  ];
}

function grownClaims(
  previous: Manifest,
  next: Manifest,
  { name, spec }: ClaimTemplate,
  cluster: ClusterChange,
): string {
  const patch = JSON.stringify({ spec: { resources: { requests: { storage: sizeOf(spec) } } } });
  const grow = kubectl(next, `patch pvc ${name}-${next.metadata.name}-$i --type merge -p '${patch}'`);
  return steps(
    'grow the claims by hand, waive this, push, and delete the StatefulSet without its pods, which the next sync makes anew',
    `for i in ${ordinals(previous, cluster.previous).join(' ')}; do ${grow}; done`,
    orphan(next),
  );
}

function anotherSet({ metadata }: Manifest): string {
  return `deploy it under another name beside this StatefulSet, copy the data, move the traffic, then take '${metadata.name}' away`;
}

function withoutPods(next: Manifest, ...after: readonly string[]): string {
  const sentence = 'waive this, push, and delete the StatefulSet without its pods, which the next sync makes anew';
  return steps(sentence, orphan(next), ...after);
}

function orphan(next: Manifest): string {
  return kubectl(next, `delete ${resource(next)} --cascade=orphan`);
}
