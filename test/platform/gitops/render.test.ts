import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { ManifestFile } from '../../../lib/core/manifest';
import { manifestYaml, renderManifests } from '../../../lib/platform/gitops/render';
import { emptyChart } from '../../support/manifests';

function configMap(
  scope: Construct,
  id: string,
  props: { name?: string; namespace?: string; data?: object } = {},
): void {
  const { name = id, namespace, data = {} } = props;
  const metadata = namespace === undefined ? { name } : { name, namespace };
  new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata, data });
}

function paths(files: readonly ManifestFile[]): readonly string[] {
  return files.map(({ path }) => path);
}

describe('renderManifests', () => {
  test('gives each object a file, named by kind and name, in the folder of its chart', () => {
    const app = new App();
    const cluster = new Construct(app, 'europe-west1');
    configMap(new Chart(cluster, '10-tenancy', { namespace: 'funlynk' }), 'settings');
    expect(renderManifests(app)).toEqual([
      {
        path: 'europe-west1/10-tenancy/configmap-settings.yaml',
        manifest: {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'settings', namespace: 'funlynk' },
          data: {},
        },
      },
    ]);
  });

  test('names the namespace of an object that stands in another than its chart', () => {
    const chart = emptyChart();
    configMap(chart, 'here', { namespace: 'funlynk' });
    configMap(chart, 'there', { namespace: 'istio-ingress' });
    expect(paths(renderManifests(chart))).toEqual([
      'test/configmap-here.yaml',
      'test/istio-ingress.configmap-there.yaml',
    ]);
  });

  test('names no namespace where neither the object nor its chart has one', () => {
    const chart = new Chart(new App(), 'test');
    configMap(chart, 'settings');
    expect(paths(renderManifests(chart))).toEqual(['test/configmap-settings.yaml']);
  });

  test('sorts files by path, in whatever order objects were made', () => {
    const chart = emptyChart();
    for (const id of ['b', 'c', 'a']) configMap(chart, id);
    expect(paths(renderManifests(chart))).toEqual([
      'test/configmap-a.yaml',
      'test/configmap-b.yaml',
      'test/configmap-c.yaml',
    ]);
  });

  test('puts the object of a nested chart into the folder of that chart alone', () => {
    const outer = emptyChart();
    configMap(new Chart(outer, 'inner'), 'settings');
    expect(paths(renderManifests(outer))).toEqual(['test/inner/configmap-settings.yaml']);
  });

  test('renders a part of a chart', () => {
    const chart = emptyChart();
    configMap(chart, 'left-out');
    const part = new Construct(chart, 'part');
    configMap(part, 'settings');
    expect(paths(renderManifests(part))).toEqual(['test/configmap-settings.yaml']);
  });

  test('refuses two objects that would share a file', () => {
    const chart = emptyChart();
    configMap(chart, 'one', { name: 'settings' });
    configMap(chart, 'two', { name: 'settings' });
    expect(() => renderManifests(chart)).toThrow(
      'test/configmap-settings.yaml: two objects of this kind and name; give one another name',
    );
  });

  test('lets two charts have objects of one name', () => {
    const app = new App();
    for (const id of ['a', 'b']) configMap(new Chart(app, id), 'settings');
    expect(paths(renderManifests(app))).toEqual(['a/configmap-settings.yaml', 'b/configmap-settings.yaml']);
  });

  test.each([
    ['text', '$' + '{TfToken[TOKEN.7]}'],
    ['a list', ['#{TfToken[TOKEN.7]}']],
    ['a key', { 'TFTOKEN.7': 'a' }],
    ['a number', -1.8881545897087827e298],
  ])('refuses a Terraform token that strayed in as %s', (_what, value) => {
    const chart = emptyChart();
    configMap(chart, 'settings', { data: { value } });
    expect(() => renderManifests(chart)).toThrow(
      'test/settings: holds a Terraform token; manifests take values known at synthesis only',
    );
  });
});

describe('manifestYaml', () => {
  const metadata = { name: 'settings' };

  test('quotes what an older YAML parser would take for something else than text', () => {
    const data = { answer: 'yes', country: 'NO', mode: '0644', time: '12:30', version: '1.10' };
    expect(manifestYaml({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data })).toMatchInlineSnapshot(`
      "apiVersion: v1
      kind: ConfigMap
      metadata:
        name: settings
      data:
        answer: "yes"
        country: "NO"
        mode: "0644"
        time: "12:30"
        version: "1.10"
      "
    `);
  });

  test('breaks no long line', () => {
    const line = 'word '.repeat(60).trim();
    const text = manifestYaml({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { line } });
    expect(text).toContain(`line: ${line}\n`);
  });

  test('writes a repeated object out each time', () => {
    const selector = { app: 'backend' };
    const text = manifestYaml({ apiVersion: 'v1', kind: 'Thing', metadata, first: selector, second: selector });
    expect(text).not.toMatch(/[&*]a1/);
  });
});
