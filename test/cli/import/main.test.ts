import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KINDS } from '../../../lib/cli/import/kinds';
import { useProgram } from '../../stacks/program';
import { entriesOf, useScratch, writeTree } from '../../stacks/scratch';

const program = useProgram({ entry: 'lib/cli/import/main.ts' });
const scratch = useScratch();

function definition(kind: string): string {
  return JSON.stringify({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${kind.toLowerCase()}s.upstream.test` },
    spec: {
      group: 'upstream.test',
      names: { kind, plural: `${kind.toLowerCase()}s` },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, schema: { openAPIV3Schema: { type: 'object' } } }],
    },
  });
}

/** A checkout that imports one project, beside a folder of definitions. */
function checkout(name: string, definitions: Readonly<Record<string, readonly string[]>>): string {
  writeTree(scratch(), {
    'checkout/cdk8s.yaml': `imports: ["${name}:=https://upstream.test/v1.2.3/crds.yaml"]`,
    'checkout/imports/old.ts': '',
  });
  for (const [path, kinds] of Object.entries(definitions)) {
    writeTree(scratch(), { [path]: kinds.map(definition).join('\n---\n') });
  }
  symlinkSync(resolve('node_modules'), join(scratch(), 'checkout', 'node_modules'));
  return join(scratch(), 'checkout');
}

test('the definitions beside the checkout become imports/, and its files are listed', () => {
  const folder = checkout('prometheus-operator', {
    'shared/crds/prometheus-operator.yaml': KINDS['prometheus-operator'] ?? [],
  });
  const outcome = program.run(folder);

  expect(outcome).toEqual({ code: 0, stdout: 'imports/prometheus-operator-upstream.test.ts\n', stderr: '' });
  expect(entriesOf(join(folder, 'imports'))).toEqual(['prometheus-operator-upstream.test.ts']);
});

test('CRDS names another folder of definitions; a kind that is missing there leaves imports/ as it was', () => {
  const folder = checkout('prometheus-operator', {
    'elsewhere/prometheus-operator.yaml': ['PodMonitor', 'ServiceMonitor'],
  });
  const outcome = program.run(folder, { CRDS: '../elsewhere' });

  expect(outcome).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'prometheus-operator: no kind PrometheusRule here; allowed: (PodMonitor, ServiceMonitor)\nimports/ is unchanged\n',
  });
  expect(entriesOf(join(folder, 'imports'))).toEqual(['old.ts']);
});

test('an import whose kinds nobody names is refused', () => {
  const outcome = program.run(checkout('unheard-of', {}));

  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toBe('unheard-of: lib/cli/import/kinds.ts names no kinds for it\nimports/ is unchanged\n');
});
