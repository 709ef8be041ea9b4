import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeBindings } from '../../../lib/cli/import/bindings';

const ROUTE = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: routes.mesh.test }
spec:
  group: mesh.test
  names: { kind: Route, plural: routes }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object } } } }
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bindings-'));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'imports'));
  writeFileSync(join(root, 'imports', 'old.ts'), '');
});

afterEach(() => rmSync(root, { recursive: true }));

test('imports/ is replaced by the bindings of the sources, and nothing is left behind', () => {
  writeBindings(root, [{ name: 'mesh', definitions: ROUTE }]);
  expect(readdirSync(join(root, 'imports'))).toEqual(['mesh-mesh.test.ts']);
  expect(readFileSync(join(root, 'imports', 'mesh-mesh.test.ts'), 'utf8')).toContain('class Route extends ApiObject');
  expect(readdirSync(join(root, 'dist'))).toEqual([]);
});

test('a source that fails leaves imports/ as it was', () => {
  expect(() => writeBindings(root, [{ name: 'mesh', definitions: 'kind: [' }])).toThrow(
    'mesh: cdk8s import found no definitions to import',
  );
  expect(existsSync(join(root, 'imports', 'old.ts'))).toBe(true);
  expect(readdirSync(join(root, 'dist'))).toEqual([]);
});
