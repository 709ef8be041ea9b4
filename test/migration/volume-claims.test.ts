import { asking, object, told, type Fields } from './versions';

const CLASSES = [
  object('StorageClass', 'standard-ssd', { allowVolumeExpansion: true }),
  object('StorageClass', 'fixed'),
];
const REMEDY = "add a second claim, copy the data, have the pods name that one, then take 'uploads' away";

function change(previous: Fields, next: Fields): readonly string[] {
  const claim = (spec: Fields) => object('PersistentVolumeClaim', 'uploads', { spec });
  return told([...CLASSES, claim(previous)], [...CLASSES, claim(next)]);
}

describe('a claim', () => {
  test('grows', () => {
    expect(change(asking('20Gi'), asking('50Gi'))).toEqual([]);
  });

  test('grows where the cluster itself has the class', () => {
    expect(change(asking('20Gi', 'gp2'), asking('50Gi', 'gp2'))).toEqual([]);
  });

  test('does not shrink', () => {
    expect(change(asking('20Gi'), asking('10Gi'))).toEqual([
      `error immutable-field uploads: spec.resources.requests.storage was '20Gi' and cannot become '10Gi'; ${REMEDY}`,
    ]);
  });

  test('does not grow where its class does not let it', () => {
    expect(change(asking('20Gi', 'fixed'), asking('50Gi', 'fixed'))).toEqual([
      `error immutable-field uploads: spec.resources.requests.storage was '20Gi' and cannot become '50Gi': disks of fixed cannot grow; ${REMEDY}`,
    ]);
  });

  test('keeps its class and the ways of reaching it', () => {
    expect(change(asking('20Gi'), { ...asking('20Gi', 'shared'), accessModes: ['ReadWriteMany'] })).toEqual([
      `error immutable-field uploads: spec.accessModes was ["ReadWriteOnce"] and cannot become ["ReadWriteMany"]; ${REMEDY}`,
      `error immutable-field uploads: spec.storageClassName was 'standard-ssd' and cannot become 'shared'; ${REMEDY}`,
    ]);
  });

  test('may name its class and its volume where it named none', () => {
    const { storageClassName, ...others } = asking('20Gi');
    expect(change(others, { ...others, storageClassName, volumeName: 'pv-1' })).toEqual([]);
    expect(change({ ...others, volumeName: 'pv-1' }, others)).toEqual([
      `error immutable-field uploads: spec.volumeName was 'pv-1' and cannot become nothing; ${REMEDY}`,
    ]);
  });

  test('may change the attributes of its volume', () => {
    const claim = asking('20Gi');
    expect(change(claim, { ...claim, volumeAttributesClassName: 'gold', volumeMode: 'Filesystem' })).toEqual([]);
  });
});
