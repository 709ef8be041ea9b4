import { packageImports, packageName } from './imports';

/**
 * What we use of cdktf. cdktn 0.24 exports each of these, and synthesised every environment to the same JSON but for
 * the version in it. Before a name is added here, look whether cdktn has it.
 */
const SHARED_WITH_CDKTN = [
  'App',
  'Aspects',
  'DefaultTokenResolver',
  'Fn',
  'GcsBackend',
  'IAspect',
  'ITerraformDependable',
  'Lazy',
  'LocalBackend',
  'S3Backend',
  'StringConcat',
  'TerraformProvider',
  'TerraformResource',
  'TerraformResourceLifecycle',
  'TerraformStack',
  'Token',
  'Tokenization',
  'dependable',
];

describe('a move to cdktn', () => {
  const imports = packageImports(['lib', 'stacks', 'imports']).filter(({ module }) => /cdktf|cdktn/.test(module));

  test('takes an alias only: code names cdktf and its providers, and only by what they make public', () => {
    const modules = [...new Set(imports.map(({ module }) => module))];
    expect(modules.filter((module) => !/^(cdktf|@cdktf\/provider-[a-z]+\/lib\/[a-z0-9-]+)$/.test(module))).toEqual([]);
  });

  test('finds every name that is used', () => {
    const names = imports.filter(({ module }) => packageName(module) === 'cdktf').flatMap((found) => found.names);
    expect([...new Set(names)].sort()).toEqual(SHARED_WITH_CDKTN);
  });
});
