import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, ManifestFile } from '../../lib/core/manifest';
import { manifestYaml } from '../../lib/platform/gitops/render';
import { previousFolder, previousManifests } from '../../stacks/previous-manifests';
import { describeError } from '../../stacks/run';
import { synthesize, type Synthesis } from '../../stacks/synthesize';
import { environmentOf } from './environments';
import { useScratch, writeTree } from './scratch';

const scratch = useScratch();
const synthesis = synthesize([environmentOf('funlynk/staging')]);
const CLUSTER = 'funlynk/staging/us-east-1';
const tree = Object.fromEntries(synthesis.manifests.map(({ path, content }) => [path, content]));
const made = synthesis.outputs.flatMap(({ clusters }) => clusters.flatMap(({ manifests }) => manifests));

/** What is read of the scratch folder for the one environment. */
function read(of: Pick<Synthesis, 'outputs' | 'manifests'> = synthesis, isNamed = false): readonly ManifestFile[] {
  const [files = [], ...others] = previousManifests({ folder: scratch(), isNamed }, of);
  expect(others).toEqual([]);
  return files;
}

function configMap(name: string): Manifest {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } };
}

describe('the manifests before a run', () => {
  test('are those that are made now where nothing changed, without being parsed', () => {
    writeTree(scratch(), tree);
    const files = read();
    expect(files).toHaveLength(made.length);
    const known = new Set(made);
    expect(files.filter((file) => !known.has(file))).toEqual([]);
  });

  test('are parsed where their text is another, as they were written', () => {
    writeTree(scratch(), tree);
    const before = read({ ...synthesis, manifests: [] });
    expect(before).toEqual([...made].sort((a, b) => (a.path < b.path ? -1 : 1)));
  });

  test('are parsed where they vanish, with several objects in a file', () => {
    const text = `${manifestYaml(configMap('a'))}---\n${manifestYaml(configMap('b'))}`;
    writeTree(scratch(), { [`${CLUSTER}/x/both.yml`]: text });
    expect(read().map(({ path, manifest }) => [path, manifest.metadata.name])).toEqual([
      [`${CLUSTER}/x/both.yml`, 'a'],
      [`${CLUSTER}/x/both.yml`, 'b'],
    ]);
  });

  test('are not files that hold no objects', () => {
    writeTree(scratch(), {
      [`${CLUSTER}/README.md`]: 'kind: [',
      [`${CLUSTER}/kustomization.yaml`]: 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n',
      [`${CLUSTER}/empty.yaml`]: '',
      [`${CLUSTER}/list.yaml`]: '- a\n',
    });
    expect(read()).toEqual([]);
  });

  test('are not those of other environments and clusters', () => {
    const text = manifestYaml(configMap('a'));
    writeTree(scratch(), { 'funlynk/production/us-east-1/x/a.yaml': text, 'funlynk/staging/eu-west-1/x/a.yaml': text });
    expect(read()).toEqual([]);
  });

  test('are none where nothing was written yet', () => {
    expect(read()).toEqual([]);
  });

  test('that are no YAML are one clear fault', () => {
    writeTree(scratch(), { [`${CLUSTER}/x/a.yaml`]: 'kind: [' });
    const thrown = (): unknown => {
      try {
        return read();
      } catch (error) {
        return error;
      }
    };
    const error = thrown();
    expect(describeError(error)).toBe(
      [
        `${scratch()}/${CLUSTER}/x/a.yaml  (previous-manifests, a.yaml)`,
        '  is no YAML, so that nobody knows what a change does to its cluster: Flow sequence in block collection must be sufficiently indented and end with a ] at line 1, column 8; mend it, or name the manifests that the cluster runs in PREVIOUS_MANIFESTS',
        '1 fault, nothing written',
      ].join('\n'),
    );
  });

  test('are put back first where a run was killed on its way', () => {
    const root = join(scratch(), 'manifests');
    writeTree(join(scratch(), '.manifests.previous'), tree);
    const [files = []] = previousManifests({ folder: root, isNamed: false }, synthesis);
    expect(files).toHaveLength(made.length);
    expect(readFileSync(join(root, made[0]?.path ?? ''), 'utf8')).toBe(tree[made[0]?.path ?? '']);
  });

  test('have to be there where a person names them', () => {
    const folder = join(scratch(), 'gone');
    expect(() => previousManifests({ folder, isNamed: true }, synthesis)).toThrow(
      `PREVIOUS_MANIFESTS names ${folder}, which is not there`,
    );
  });
});

describe('the folder of the manifests before a run', () => {
  const NAMED = process.env['PREVIOUS_MANIFESTS'];

  afterEach(() => {
    if (NAMED === undefined) delete process.env['PREVIOUS_MANIFESTS'];
    else process.env['PREVIOUS_MANIFESTS'] = NAMED;
  });

  test('is the one that is written', () => {
    delete process.env['PREVIOUS_MANIFESTS'];
    expect(previousFolder('manifests')).toEqual({ folder: 'manifests', isNamed: false });
  });

  test('is the one that PREVIOUS_MANIFESTS names', () => {
    process.env['PREVIOUS_MANIFESTS'] = '../gitops';
    expect(previousFolder('manifests')).toEqual({ folder: '../gitops', isNamed: true });
  });
});
