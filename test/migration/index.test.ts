import { migrationFindings } from '../../lib/migration';
import { asking, claim, filesOf, object, postgres, serving, told } from './versions';

describe('the migration of an environment', () => {
  test('finds nothing where nothing changed', () => {
    const manifests = () => [postgres(), serving('Deployment', 'backend'), object('Service', 'backend')];
    expect(told(manifests(), manifests())).toEqual([]);
  });

  test('finds nothing on a cluster that is new, or gone as a whole', () => {
    const files = filesOf([postgres()]);
    expect(migrationFindings([], files)).toEqual([]);
    expect(migrationFindings(files, [])).toEqual([]);
    expect(migrationFindings(files, filesOf([object('Namespace', 'a')], 'eu-west-1'))).toEqual([]);
  });

  test('finds all faults at once', () => {
    const next = postgres({ serviceName: 'other', volumeClaimTemplates: [claim('data', asking('10Gi'))] });
    const said = told([postgres(), serving('Deployment', 'a')], [next, serving('Rollout', 'a')]);
    expect(said.map((line) => line.split(':')[0])).toEqual([
      'error immutable-field postgres',
      'error immutable-field postgres',
      'warning renamed a',
    ]);
  });

  test('speaks of a cluster by itself', () => {
    const clusters = ['us-east-1', 'eu-west-1'];
    const previous = clusters.flatMap((cluster) => filesOf([postgres()], cluster));
    const next = clusters.flatMap((cluster) => filesOf([postgres({ serviceName: 'other' })], cluster));
    expect(migrationFindings(previous, next).map(({ path }) => path.split('/')[2])).toEqual(clusters);
  });

  test('speaks of a renamed namespace once, not of what is in it', () => {
    const inside = (namespace: string) => [object('Namespace', namespace), postgres({}, 'postgres', namespace)];
    expect(told(inside('a'), inside('b')).map((line) => line.split(':')[0])).toEqual(['error renamed b']);
  });
});
