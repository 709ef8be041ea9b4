import { asking, object, postgres, serving, told } from './versions';

const NAMESPACES = { a: object('Namespace', 'a'), b: object('Namespace', 'b') };

describe('a namespace under another name', () => {
  test('takes everything with it', () => {
    const previous = [NAMESPACES.a, serving('Deployment', 'backend', {}, 'a'), serving('Deployment', 'mails', {}, 'a')];
    const next = [NAMESPACES.b, serving('Deployment', 'backend', {}, 'b'), serving('Deployment', 'mails', {}, 'b')];
    expect(told(previous, next)).toEqual([
      'warning renamed b: takes the place of Namespace a, which is deleted with everything in it: DNS names, identities and secrets go; keep the name, or keep both for a while: move callers and rights in the cloud from a to b, then take the old one away',
    ]);
  });

  test('takes data with it', () => {
    const claim = object('PersistentVolumeClaim', 'uploads', { spec: asking('1Gi') }, 'a');
    const previous = [NAMESPACES.a, postgres({ replicas: 1 }, 'postgres', 'a'), claim];
    expect(told(previous, [NAMESPACES.b, postgres({ replicas: 1 }, 'postgres', 'b')])).toEqual([
      'error renamed b: takes the place of Namespace a, which is deleted with everything in it: DNS names, identities and secrets go, and its claims (data-postgres-0, uploads); keep the name, or keep both for a while: copy the data, move callers and rights in the cloud from a to b, then take the old one away',
    ]);
  });

  test('is another one where most of the workloads are not in it', () => {
    const previous = [NAMESPACES.a, serving('Deployment', 'x', {}, 'a'), serving('Deployment', 'y', {}, 'a')];
    const next = [NAMESPACES.b, serving('Deployment', 'x', {}, 'b')];
    expect(told(previous, next)).toEqual([expect.stringContaining('renamed x: takes the place of Deployment a/x')]);
  });

  test('is nothing to speak of where it was empty', () => {
    expect(told([NAMESPACES.a], [NAMESPACES.b])).toEqual([]);
  });
});
