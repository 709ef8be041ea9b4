import { packageImports, packageName } from './imports';

describe('packageImports', () => {
  const imports = packageImports(['test/package']);

  test('finds the names that a file takes from a package', () => {
    expect(imports).toContainEqual({
      file: 'test/package/cluster-example.ts',
      module: 'cdktf',
      names: ['App', 'TerraformStack'],
    });
  });

  test('says that a file takes all', () => {
    expect(imports).toContainEqual({ file: 'test/package/imports.ts', module: 'typescript', names: ['*'] });
  });

  test('leaves out files of our own and of Node', () => {
    expect(imports.filter(({ module }) => /^(\.|node:)/.test(module))).toEqual([]);
  });
});

describe('packageName', () => {
  test.each([
    ['cdktf', 'cdktf'],
    ['cdk8s-plus-28/lib/imports/k8s', 'cdk8s-plus-28'],
    ['@cdktf/provider-aws/lib/vpc', '@cdktf/provider-aws'],
  ])('of %s is %s', (module, name) => {
    expect(packageName(module)).toBe(name);
  });
});
