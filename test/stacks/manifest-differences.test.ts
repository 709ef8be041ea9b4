import { belowCluster, differences } from './manifest-differences';

const object = (spec: object): { apiVersion: string; kind: string; metadata: { name: string }; spec: object } => ({
  apiVersion: 'v1',
  kind: 'Thing',
  metadata: { name: 'x' },
  spec,
});

const reference = belowCluster('a/b/one', [
  { path: 'a/b/one/10-x/both.yaml', manifest: object({ replicas: 3, list: [{ name: 'a' }], gone: {} }) },
  { path: 'a/b/one/10-x/same.yaml', manifest: object({}) },
  { path: 'a/b/one/10-x/there.yaml', manifest: object({}) },
]);
const own = belowCluster('a/c/two', [
  { path: 'a/c/two/10-x/both.yaml', manifest: object({ replicas: 1, list: [{ name: 'a' }, { name: 'b' }] }) },
  { path: 'a/c/two/10-x/here.yaml', manifest: object({ ready: true }) },
  { path: 'a/c/two/10-x/same.yaml', manifest: object({}) },
  { path: 'a/c/two/20-y/other.yaml', manifest: object({}) },
]);

test('files of one cluster only and fields with another value are differences, what is alike is none', () => {
  expect(differences('10-x', own, reference).split('\n')).toEqual([
    '10-x/both.yaml',
    '  spec.gone is missing',
    '  spec.list[1]: {"name":"b"}',
    '  spec.replicas: 1',
    '10-x/here.yaml is here only',
    '  apiVersion: v1',
    '  kind: Thing',
    '  metadata:',
    '    name: x',
    '  spec:',
    '    ready: true',
    '10-x/there.yaml is missing',
  ]);
});

test('a component that is alike has no difference', () => {
  expect(differences('10-x', reference, reference)).toBe('no difference');
});
