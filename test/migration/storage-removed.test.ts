import type { Manifest } from '../../lib/core/manifest';
import { asking, object, postgres, told, type Fields } from './versions';

const CLASSES = [
  object('StorageClass', 'standard-ssd', { reclaimPolicy: 'Delete' }),
  object('StorageClass', 'fast-ssd', { reclaimPolicy: 'Retain' }),
];
const NAMES = 'data-postgres-0, data-postgres-1, data-postgres-2';
const BACK_UP = 'back the data up or copy it before; or waive this, where nobody needs it';
const BY_HAND =
  'delete the disks by hand once nobody needs them; Kubernetes calls their volumes Released: kubectl get pv';

function removed(...manifests: readonly Manifest[]): readonly string[] {
  return told([...CLASSES, ...manifests], CLASSES);
}

function retention(policy: Fields, storageClass?: string): Manifest {
  const template = { metadata: { name: 'data' }, spec: asking('20Gi', storageClass) };
  return postgres({ persistentVolumeClaimRetentionPolicy: policy, volumeClaimTemplates: [template] });
}

function uploads(annotations?: Readonly<Record<string, string>>, spec = asking('1Gi')): Manifest {
  const { metadata, ...others } = object('PersistentVolumeClaim', 'uploads', { spec });
  return { ...others, metadata: { ...metadata, ...(annotations === undefined ? {} : { annotations }) } };
}

describe('a StatefulSet that is removed', () => {
  test.each([[postgres()], [retention({ whenDeleted: 'Retain' })]])('leaves its claims', (statefulSet) => {
    expect(removed(statefulSet)).toEqual([
      `warning storage-removed postgres: leaves ${NAMES} with the data in them; nothing uses them, and their disks go on costing; delete them by hand once nobody needs them: kubectl -n funlynk delete pvc data-postgres-0 data-postgres-1 data-postgres-2`,
    ]);
  });

  test('deletes them and their disks where both policies say so', () => {
    expect(removed(retention({ whenDeleted: 'Delete' }))).toEqual([
      `error storage-removed postgres: deletes ${NAMES} and the data in them, as class standard-ssd says; ${BACK_UP}`,
    ]);
  });

  test('leaves the disks where their class retains them', () => {
    expect(removed(retention({ whenDeleted: 'Delete' }, 'fast-ssd'))).toEqual([
      `warning storage-removed postgres: deletes ${NAMES}; their disks stay, as class fast-ssd says, and nothing uses them; ${BY_HAND}`,
    ]);
  });

  test('deletes them with their namespace, whatever its policy', () => {
    expect(removed(object('Namespace', 'funlynk'), postgres())).toEqual([
      `error storage-removed postgres: deletes ${NAMES} and the data in them, as class standard-ssd says; ${BACK_UP}`,
    ]);
  });

  test('is nothing to speak of without claims', () => {
    expect(removed(postgres({ volumeClaimTemplates: [] }), postgres({ replicas: 0 }, 'empty'))).toEqual([]);
  });
});

describe('a StatefulSet that is made smaller', () => {
  const smaller = (policy: Fields): readonly string[] => {
    const next = { persistentVolumeClaimRetentionPolicy: policy, replicas: 1 };
    return told([...CLASSES, postgres()], [...CLASSES, postgres(next)]);
  };

  test('deletes the claims of the replicas that it loses where its policy says so', () => {
    expect(smaller({ whenScaled: 'Delete' })).toEqual([
      `error storage-removed postgres: deletes data-postgres-1, data-postgres-2 and the data in them, as class standard-ssd says; ${BACK_UP}`,
    ]);
  });

  test('leaves them otherwise', () => {
    expect(smaller({ whenDeleted: 'Delete' })).toEqual([]);
  });

  test('deletes none where it grows', () => {
    const policy = { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } };
    expect(told([postgres(policy)], [postgres({ ...policy, replicas: 5 })])).toEqual([]);
  });
});

describe('a claim that is removed', () => {
  test.each([
    ['argocd.argoproj.io/sync-options', 'Prune=false,Delete=false'],
    ['kustomize.toolkit.fluxcd.io/prune', 'disabled'],
  ])('is left where GitOps is told so by %s', (key, value) => {
    expect(removed(uploads({ [key]: value }))).toEqual([
      'warning storage-removed uploads: leaves uploads with the data in them; nothing uses them, and their disks go on costing; delete them by hand once nobody needs them: kubectl -n funlynk delete pvc uploads',
    ]);
  });

  test('is deleted with its disk otherwise', () => {
    expect(removed(uploads())).toEqual([
      `error storage-removed uploads: deletes uploads and the data in them, as class standard-ssd says; ${BACK_UP}; annotations for GitOps keep a claim: argocd.argoproj.io/sync-options: Prune=false, kustomize.toolkit.fluxcd.io/prune: disabled`,
    ]);
  });

  test('is deleted with a disk that stays where its class retains it', () => {
    expect(removed(uploads({}, asking('1Gi', 'fast-ssd')))).toEqual([
      `warning storage-removed uploads: deletes uploads; their disks stay, as class fast-ssd says, and nothing uses them; ${BY_HAND}`,
    ]);
  });

  test('is deleted with its disk by a class that nobody names', () => {
    const { storageClassName: _, ...spec } = asking('1Gi');
    expect(removed(uploads({}, spec))[0]).toContain('deletes uploads and the data in them, as the default class says');
  });

  test('is deleted with its namespace in spite of GitOps', () => {
    const kept = uploads({ 'kustomize.toolkit.fluxcd.io/prune': 'disabled' });
    expect(removed(object('Namespace', 'funlynk'), kept)[0]).toMatch(/^error storage-removed uploads: deletes uploads/);
  });
});
