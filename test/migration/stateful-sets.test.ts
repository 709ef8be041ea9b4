import type { Manifest } from '../../lib/core/manifest';
import { asking, claim, object, postgres, told, type Fields } from './versions';

const STORAGE_CLASS = object('StorageClass', 'standard-ssd', { allowVolumeExpansion: true });
const ORPHAN = 'kubectl -n funlynk delete statefulset postgres --cascade=orphan';
const WITHOUT_PODS = `waive this, push, and delete the StatefulSet without its pods, which the next sync makes anew:\n  ${ORPHAN}`;
const ANOTHER =
  "deploy it under another name beside this StatefulSet, copy the data, move the traffic, then take 'postgres' away";
const SIZE = 'spec.volumeClaimTemplates.data.spec.resources.requests.storage';

function change(previous: Fields, next: Fields, others: readonly Manifest[] = [STORAGE_CLASS]): readonly string[] {
  return told([...others, postgres(previous)], [...others, postgres(next)]);
}

function templates(...all: readonly Fields[]): Fields {
  return { volumeClaimTemplates: all };
}

describe('a StatefulSet', () => {
  test('may change what Kubernetes lets it', () => {
    const next = {
      replicas: 5,
      ordinals: { start: 0 },
      template: {},
      updateStrategy: { type: 'OnDelete' },
      revisionHistoryLimit: 3,
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' },
      minReadySeconds: 10,
    };
    expect(change({}, next)).toEqual([]);
  });

  test('keeps its selector', () => {
    expect(change({}, { selector: { matchLabels: { app: 'b' } } })).toEqual([
      `error immutable-field postgres: spec.selector was {"matchLabels":{"app.kubernetes.io/name":"postgres"}} and cannot become {"matchLabels":{"app":"b"}}; ${ANOTHER}`,
    ]);
  });

  test('keeps the Service that names its pods, which have to start again', () => {
    expect(change({}, { serviceName: 'others' })).toEqual([
      `error immutable-field postgres: spec.serviceName was 'postgres-headless' and cannot become 'others'; ${WITHOUT_PODS}\n  kubectl -n funlynk rollout restart statefulset/postgres`,
    ]);
  });

  test('keeps the order in which its pods start', () => {
    expect(change({}, { podManagementPolicy: 'Parallel' })).toEqual([
      `error immutable-field postgres: spec.podManagementPolicy was nothing and cannot become 'Parallel'; ${WITHOUT_PODS}`,
    ]);
    expect(change({}, { podManagementPolicy: 'OrderedReady' })).toEqual([]);
  });
});

describe('the size of claims', () => {
  const grow = (numbers: string, size: string): string =>
    `grow the claims by hand, waive this, push, and delete the StatefulSet without its pods, which the next sync makes anew:\n` +
    `  for i in ${numbers}; do kubectl -n funlynk patch pvc data-postgres-$i --type merge -p '{"spec":{"resources":{"requests":{"storage":"${size}"}}}}'; done\n` +
    `  ${ORPHAN}`;

  test('grows claim by claim, as many as there were replicas', () => {
    expect(change({}, { replicas: 5, ...templates(claim('data', asking('50Gi'))) })).toEqual([
      `error immutable-field postgres: ${SIZE} was '20Gi' and cannot become '50Gi'; ${grow('0 1 2', '50Gi')}`,
    ]);
  });

  test.each([
    ['HorizontalPodAutoscaler', 'maxReplicas'],
    ['ScaledObject', 'maxReplicaCount'],
  ])('grows as far as a %s may have gone', (kind, field) => {
    const scaleTargetRef = { kind: 'StatefulSet', name: 'postgres' };
    const others = [STORAGE_CLASS, object(kind, 'postgres', { spec: { scaleTargetRef, [field]: 2 } })];
    const [said] = change(
      { replicas: undefined, ordinals: { start: 4 } },
      { replicas: undefined, ...templates(claim('data', asking('50Gi'))) },
      others,
    );
    expect(said).toContain(grow('4 5', '50Gi'));
  });

  test('counts one replica where nobody says', () => {
    const [said] = change({ replicas: undefined }, { replicas: undefined, ...templates(claim('data', asking('1Ti'))) });
    expect(said).toContain(grow('0', '1Ti'));
  });

  test.each([
    ['never shrinks', '10Gi', 'standard-ssd'],
    ['does not grow where the class does not let it', '50Gi', 'fixed'],
  ])('%s', (_, size, storageClassName) => {
    const fixed = object('StorageClass', 'fixed');
    const before = templates(claim('data', asking('20Gi', storageClassName)));
    const after = templates(claim('data', asking(size, storageClassName)));
    expect(change(before, after, [STORAGE_CLASS, fixed])).toEqual([
      `error immutable-field postgres: ${SIZE} was '20Gi' and cannot become '${size}'; ${ANOTHER}`,
    ]);
  });

  test('is the same in another unit', () => {
    expect(change({}, templates(claim('data', asking('20480Mi'))))).toEqual([]);
    expect(change(templates(claim('data', asking(1024))), templates(claim('data', asking('1Ki'))))).toEqual([]);
  });
});

describe('the claims of a StatefulSet', () => {
  test('keep their class and all else', () => {
    const other = { ...asking('20Gi', 'fast-ssd'), volumeMode: 'Block' };
    const path = 'spec.volumeClaimTemplates.data.spec';
    expect(change({}, templates(claim('data', other)))).toEqual([
      `error immutable-field postgres: ${path}.storageClassName was 'standard-ssd' and cannot become 'fast-ssd'; ${ANOTHER}`,
      `error immutable-field postgres: ${path}.volumeMode was nothing and cannot become 'Block'; ${ANOTHER}`,
    ]);
    expect(change({}, templates(claim('data', { ...asking('20Gi'), volumeMode: 'Filesystem' })))).toEqual([]);
  });

  test('keep their labels', () => {
    const labelled = { metadata: { name: 'data', labels: { a: 'b' } }, spec: asking('20Gi') };
    expect(change({}, templates(labelled))).toEqual([
      `error immutable-field postgres: spec.volumeClaimTemplates.data.metadata.labels was nothing and cannot become {"a":"b"}; ${WITHOUT_PODS}`,
    ]);
  });

  test('get no others', () => {
    expect(change({}, templates(claim('data', asking('20Gi')), claim('wal', asking('5Gi'))))).toEqual([
      `error immutable-field postgres: spec.volumeClaimTemplates gets 'wal', and a StatefulSet that is there gets no other claims; ${WITHOUT_PODS}`,
    ]);
  });

  test('lose none', () => {
    expect(change({}, templates())).toEqual([
      `error immutable-field postgres: spec.volumeClaimTemplates loses 'data', and a StatefulSet that is there keeps its claims; ${WITHOUT_PODS}\nthe claims of 'data' stay with their data`,
    ]);
  });

  test('keep their order', () => {
    const [data, wal] = [claim('data', asking('20Gi')), claim('wal', asking('5Gi'))];
    expect(change(templates(data, wal), templates(wal, data))).toEqual([
      'error immutable-field postgres: spec.volumeClaimTemplates was ["data","wal"] and cannot become ["wal","data"]; leave them in their order',
    ]);
  });
});
